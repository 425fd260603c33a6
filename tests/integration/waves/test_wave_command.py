"""The wave's commands as a clerk types them, on a real database."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kenpo.cli.app import app
from kenpo.storage.database import PostgresDatabase
from support.wave_house import fill_town

WAVE = "bulk-2025-07"


class Clerk:
    """Types commands; the environment names the database of this test."""

    def __init__(self, url: str, folder: Path) -> None:
        self._env = {"KENPO_DATABASE_URL": url, "KENPO_HOME": str(folder), "KENPO_TODAY": ""}

    def types(self, *words: str, status: int = 0) -> Result:
        result = CliRunner().invoke(app, list(words), env=self._env)
        assert result.exit_code == status, result.output
        return result

    def told(self, *words: str) -> object:
        return json.loads(self.types(*words, "--json").stdout)


@pytest.fixture
def clerk(kenpo_database: PostgresDatabase, kenpo_database_url: str, tmp_path: Path) -> Clerk:
    fill_town(kenpo_database)
    return Clerk(kenpo_database_url, tmp_path / "home")


def test_a_wave_goes_from_plan_to_package_by_five_commands(clerk: Clerk, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    assert "判定した人" in clerk.types("wave", "plan", WAVE).stdout
    clerk.types("wave", "freeze", WAVE, "--at", "2025-07-10T00:00:00Z")
    clerk.types("wave", "print", WAVE, "--out", out)
    packed = clerk.types("wave", "pack", WAVE, "--out", out).stdout
    assert packed.startswith(f"{out}/{WAVE}/package")
    shown = clerk.types("wave", "show", WAVE).stdout
    for words in ("資格を喪失している", "島根", "2025-07-31", "梱包済み / packed", "U+2BBC5"):
        assert words in shown
    clerk.types("package", "verify", f"{out}/{WAVE}/package")


def test_every_step_reports_its_counts_as_json(clerk: Clerk, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    planned = clerk.told("wave", "plan", WAVE)
    frozen = clerk.told("wave", "freeze", WAVE)
    printed = clerk.told("wave", "print", WAVE, "--out", out)
    packed = clerk.told("wave", "pack", WAVE, "--out", out)
    shown = clerk.told("wave", "show", WAVE)
    assert isinstance(planned, dict)
    assert isinstance(frozen, dict)
    assert isinstance(printed, dict)
    assert isinstance(packed, dict)
    assert isinstance(shown, list)
    assert planned[WAVE]["judged"] == 17
    assert frozen[WAVE]["certificates"] == printed[WAVE]["certificate_pages"] == 8
    assert packed[WAVE]["folder"] == f"{out}/{WAVE}/package"
    assert shown[0]["states"]["packed"] == 4
    assert shown[0]["counts"] == frozen[WAVE]
    assert len(shown[0]["held"]) == frozen[WAVE]["held"]
    assert len(shown[0]["dropped"]) == frozen[WAVE]["dropped"]


def test_all_runs_every_wave_of_the_calendar(clerk: Clerk) -> None:
    planned = clerk.told("wave", "plan", "--all")
    assert isinstance(planned, dict)
    assert sorted(planned) == ["bulk-2025-07", "bulk-2025-08", "bulk-2025-09", "bulk-2025-10"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("plan",), "--all"),
        (("plan", WAVE, "--all"), "--all"),
        (("plan", "bulk-2099-01"), "bulk-2025-07"),
        (("freeze", WAVE), "wave plan"),
        (("print", WAVE), "wave freeze"),
        (("pack", WAVE), "wave freeze"),
        (("freeze", WAVE, "--at", "yesterday"), "--at"),
    ],
)
def test_a_wrong_question_ends_with_status_2_and_says_what_to_do(
    clerk: Clerk, words: tuple[str, ...], said: str
) -> None:
    assert said in clerk.types("wave", *words, status=2).output


def test_a_flipped_byte_ends_the_check_with_status_1_and_names_the_file(
    clerk: Clerk, tmp_path: Path
) -> None:
    out = str(tmp_path / "out")
    for words in (("plan",), ("freeze",), ("print", "--out", out), ("pack", "--out", out)):
        clerk.types("wave", words[0], WAVE, *words[1:])
    package = tmp_path / "out" / WAVE / "package"
    (cards,) = package.glob("*certificate*.pdf")
    good = cards.read_bytes()
    cards.write_bytes(good[:-9] + bytes([good[-9] ^ 1]) + good[-8:])
    assert cards.name in clerk.types("package", "verify", str(package), status=1).output
    assert "別のパッケージ" in clerk.types("wave", "pack", WAVE, "--out", out, status=1).output


def test_a_folder_that_is_not_there_is_a_wrong_question(clerk: Clerk) -> None:
    clerk.types("package", "verify", "no-such-folder", status=2)


@pytest.mark.parametrize("command", ["plan", "freeze", "print", "pack", "show"])
def test_every_command_explains_itself_in_both_languages(command: str) -> None:
    text = CliRunner().invoke(app, ["wave", command, "--help"]).output
    assert "送付時期" in text
    assert "All waves" in text


def test_each_person_has_a_line_with_the_row_and_the_reason(clerk: Clerk, tmp_path: Path) -> None:
    early = clerk.types("wave", "people", WAVE, "--out", str(tmp_path), status=2)
    assert f"kenpo wave plan {WAVE}" in early.output
    clerk.types("wave", "plan", WAVE)
    told = clerk.types("wave", "people", WAVE, "--out", str(tmp_path))
    with (tmp_path / WAVE / "people.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    counts = clerk.told("wave", "show", WAVE)
    assert isinstance(counts, list)
    assert len(rows) == counts[0]["counts"]["judged"] > 0
    assert f"{len(rows):,} 人" in told.output
    assert len([row for row in rows if row["対象"] == "対象"]) == counts[0]["counts"]["targets"]
    assert all(row["理由"] and row["reason"] for row in rows)
    assert all(bool(row["規則"]) != bool(row["不明の事実"]) for row in rows)
