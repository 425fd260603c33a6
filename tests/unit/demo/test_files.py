"""The files of the made-up town."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kenpo.demo.files import write_filing
from kenpo.demo.town import made_up_town


def test_each_filing_is_one_file_under_its_day(tmp_path: Path) -> None:
    town = made_up_town(300, 2025, date(2025, 1, 31))
    paths = [path for filing in town.filings for path in write_filing(filing, tmp_path)]
    assert [path.relative_to(tmp_path).as_posix() for path in paths[-2:]] == [
        "2024-12-05/01/SHFD0006.CSV",
        "2025-01-06/01/SHFD0006.CSV",
    ]
    assert len(paths) == 10


def test_a_file_names_its_day_its_offices_and_its_people(tmp_path: Path) -> None:
    town = made_up_town(300, 2025, date(2024, 11, 20))
    [path] = write_filing(town.filings[0], tmp_path)
    text = path.read_bytes().decode("cp932")
    heading, _, body = text.partition("[data]\r\n")
    assert heading.split("\r\n")[0].endswith(",001,20241120,22223")
    assert "[kanri]" in heading
    lines = body.splitlines()
    assert {line[:7] for line in lines} == {"2200700", "2202700"}
    assert sum(line.startswith("2200700") for line in lines) == len(town.filings[0].joined)


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for run in ("a", "b"):
        for filing in made_up_town(200, 3, date(2025, 2, 28)).filings:
            write_filing(filing, tmp_path / run)
    first, second = (sorted((tmp_path / run).rglob("*.CSV")) for run in ("a", "b"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_large_filing_is_parted_below_the_limit_of_the_service(tmp_path: Path) -> None:
    filing = made_up_town(3000, 4, date(2024, 11, 20)).filings[0]
    filing.joined *= 80
    paths = write_filing(filing, tmp_path)
    assert [path.parent.name for path in paths] == ["01", "02", "03", "04"]
    assert sum(path.stat().st_size for path in paths) > 4_500_000
    assert all(path.stat().st_size < 4_500_000 for path in paths)
