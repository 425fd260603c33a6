"""The demo, from made-up files to packages, as a newcomer runs it."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from kenpo.demo.town import made_up_town

pytestmark = pytest.mark.slow
COUNT, DAY = 400, "2025-08-01"


@dataclass(frozen=True)
class Ran:
    out: Path
    status: int
    shown: str


def _run(*arguments: str, home: Path) -> Ran:
    environment = {**os.environ, "KENPO_HOME": str(home)}
    command = [sys.executable, "-c", "from kenpo.cli import main; main()", "demo", *arguments]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    return Ran(home, done.returncode, done.stdout + done.stderr)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    folder = tmp_path_factory.mktemp("demo")
    asked = ["--once", "--out", str(folder / "out"), "--count", str(COUNT), "--today", DAY]
    ran = _run(*asked, home=folder / "home")
    assert ran.status == 0, ran.shown
    return Ran(folder / "out", ran.status, ran.shown)


@pytest.fixture(scope="module")
def summary(once: Ran) -> dict[str, int]:
    found: dict[str, int] = json.loads((once.out / "summary.json").read_text("utf-8"))
    return found


def _pages(paths: list[Path]) -> int:
    total = 0
    for path in paths:
        with pikepdf.open(path) as pdf:
            total += len(pdf.pages)
    return total


def test_the_summary_agrees_with_what_lies_there(once: Ran, summary: dict[str, int]) -> None:
    packages = [wave / "package" for wave in sorted(once.out.glob("bulk-*"))]
    assert [package.parent.name for package in packages] == ["bulk-2025-07", "bulk-2025-08"]
    certificates = [path for each in packages for path in each.glob("*certificate*.pdf")]
    letters = [path for each in packages for path in each.glob("*cover_letter*.pdf")]
    assert _pages(certificates) == summary["certificates"] > 0
    assert _pages(letters) == summary["letters"] == summary["envelopes"]
    assert len(list(once.out.glob("bulk-*/lists/*/*.pdf"))) == summary["employer_lists"] > 0
    assert len(list(once.out.glob("bulk-*/lists/*/*.xlsx"))) == summary["employer_lists"]
    assert summary["members"] == COUNT
    assert summary["refused"] == 8


def test_every_file_of_a_package_has_the_hash_it_is_listed_with(once: Ran) -> None:
    checked = 0
    for sums in once.out.glob("bulk-*/package/SHA256SUMS"):
        for line in sums.read_text("ascii").splitlines():
            digest, name = line.split(maxsplit=1)
            data = (sums.parent / name.lstrip("*")).read_bytes()
            assert hashlib.sha256(data).hexdigest() == digest
            checked += 1
    assert checked >= 8


def test_each_envelope_of_the_list_for_the_print_company_is_there_once(
    once: Ran, summary: dict[str, int]
) -> None:
    rows: list[dict[str, str]] = []
    for path in once.out.glob("bulk-*/package/pieces.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows += csv.DictReader(file)
    pieces = {row["piece_id"] for row in rows}
    assert len(pieces) == summary["envelopes"]


def _manifest_pieces(once: Ran) -> list[tuple[Path, dict[str, Any]]]:
    return [
        (path.parent, piece)
        for path in sorted(once.out.glob("bulk-*/package/manifest.json"))
        for piece in json.loads(path.read_text("utf-8"))["pieces"]
    ]


def _reads(path: Path, place: int) -> tuple[str, str]:
    """Read a page as a clinic or a sorting machine would: its text, and its code from a scan."""
    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[place]
        text = page.get_textpage().get_text_range()
        codes = zxingcpp.read_barcodes(page.render(scale=300 / 72).to_pil())
    assert len(codes) == 1, (path, place)
    return text, codes[0].text


def test_every_page_says_and_codes_what_the_manifest_lists(
    once: Ran, summary: dict[str, int]
) -> None:
    cards = letters = 0
    for package, piece in _manifest_pieces(once):
        text, code = _reads(package / piece["letter_file"], piece["letter_page"] - 1)
        assert piece["piece_id"] in text
        assert code == piece["matching_code"]
        letters += 1
        for place, content in enumerate(piece["contents"], piece["first_page"] - 1):
            text, code = _reads(package / piece["certificate_file"], place)
            assert content["serial"] in text
            assert "見本" in text
            assert code == content["matching_code"]
            cards += 1
    assert (cards, letters) == (summary["certificates"], summary["letters"])


def test_every_target_is_in_an_envelope_held_or_dropped(summary: dict[str, int]) -> None:
    parts = summary["certificates"] + summary["held"] + summary["dropped"]
    assert summary["targets"] == parts


def test_no_my_number_reaches_paper_files_or_terminal(once: Ran) -> None:
    town = made_up_town(COUNT, 2025, date.fromisoformat(DAY))
    numbers = {
        place.person.my_number.reveal()
        for family in town.families
        for place in family.members
        if place.person.my_number is not None
    }
    assert len(numbers) >= COUNT * 0.9
    texts = [once.shown]
    for path in once.out.rglob("*"):
        if path.suffix == ".pdf":
            with pypdfium2.PdfDocument(path) as pdf:
                texts += [page.get_textpage().get_text_range() for page in pdf]
        elif path.is_file():
            texts.append(path.read_bytes().decode("utf-8", errors="replace"))
    shown = "\n".join(texts)
    assert not [number for number in numbers if number in shown]


def test_the_terminal_says_that_everything_is_made_up_and_lists_the_refused(once: Ran) -> None:
    assert "すべて架空のデータです" in once.shown
    assert "個人番号の検査用数字" in once.shown
    assert "加入者 400" in once.shown


def test_two_runs_in_two_folders_pack_the_same_bytes(once: Ran, tmp_path: Path) -> None:
    asked = ["--once", "--out", str(tmp_path / "out"), "--count", str(COUNT), "--today", DAY]
    assert _run(*asked, home=tmp_path / "home").status == 0
    first, second = (
        {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}
        for out in (once.out, tmp_path / "out")
    )
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_nothing_but_the_result_is_left_behind(once: Ran) -> None:
    assert {path.name for path in once.out.iterdir()} == {
        "bulk-2025-07",
        "bulk-2025-08",
        "summary.json",
    }


def test_a_day_before_the_story_is_refused_with_what_to_do(tmp_path: Path) -> None:
    ran = _run("--today", "2025-04-29", home=tmp_path)
    assert ran.status == 2
    assert "2025-04-30" in ran.shown
    assert not (tmp_path / "demo").exists()
