"""kenpo doctor and kenpo register on a real database."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner, Result

from kenpo.cli.app import app
from kenpo.rulebook import Library, Sources
from kenpo.storage.access import Access
from kenpo.storage.database import PostgresDatabase
from kenpo.values.insurer import Insurer
from support.postgres import open_folder
from support.register_events import Office, lost, numbered

RUNNER = CliRunner()


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch, kenpo_database_url: str, tmp_path: Path) -> str:
    monkeypatch.setenv("KENPO_DATABASE_URL", kenpo_database_url)
    monkeypatch.setenv("KENPO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("KENPO_TODAY", "2025-04-30")
    return kenpo_database_url


@pytest.fixture
def family(url: str, kenpo_database: PostgresDatabase) -> None:
    office = Office()
    parent = office.joined(7)
    child = office.certified(parent, 1)
    events = numbered(
        office.registered(), parent, child, lost(child.person_id, date(2025, 4, 1)), line=5
    )
    with kenpo_database.begin(Insurer.KYOKAI_KENPO, "test") as session:
        session.register.append(events)


def run(*words: str) -> Result:
    return RUNNER.invoke(app, list(words))


def checks(result: Result) -> dict[str, dict[str, str]]:
    return {check["code"]: check for check in json.loads(result.stdout)["checks"]}


def test_the_doctor_finds_database_fonts_and_book(url: str) -> None:
    result = run("doctor", "--json")
    found = checks(result)
    assert result.exit_code == 0
    assert found["server"]["found"].startswith("PostgreSQL 18")
    assert found["schema"]["state"] == "ok"
    assert "BIZ UDGothic" in found["font-regular"]["found"]
    assert found["book"]["state"] == "ok"
    assert found["keys"]["state"] == "note"
    assert found["KENPO_TODAY"]["found"] == "KENPO_TODAY=2025-04-30"


def test_the_doctor_says_what_to_do_when_the_server_does_not_answer(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KENPO_DATABASE_URL", "postgresql://me:secret@127.0.0.1:1/kenpo")
    result = run("doctor", "--json")
    server = checks(result)["server"]
    assert result.exit_code == 1
    assert server["state"] == "missing"
    assert "URL" in server["todo"]
    assert "secret" not in result.output


def test_the_doctor_finds_keys_that_others_can_read(url: str, tmp_path: Path) -> None:
    keys = tmp_path / "home" / "keys.json"
    keys.parent.mkdir()
    keys.write_text("{}", encoding="utf-8")
    keys.chmod(0o644)
    result = run("doctor", "--json")
    assert result.exit_code == 1
    assert checks(result)["keys"]["todo"] == f"chmod 600 {keys}"


def test_the_doctor_reads_as_a_table_too(url: str) -> None:
    result = run("doctor")
    assert result.exit_code == 0
    assert "データベース" in result.stdout


def test_the_doctor_starts_our_own_server_and_the_next_command_makes_its_schema(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = open_folder()
    monkeypatch.delenv("KENPO_DATABASE_URL")
    monkeypatch.setenv("KENPO_HOME", str(folder / "home"))
    before = checks(run("doctor", "--json"))
    counted = run("register", "counts", "--json")
    after = checks(run("doctor", "--json"))
    assert "started now" in before["process"]["found"]
    assert before["data"]["found"].startswith(str(folder / "home" / "pg"))
    assert (before["schema"]["state"], after["schema"]["state"]) == ("note", "ok")
    assert (before["keys"]["state"], "keys.json" in after["keys"]["found"]) == ("note", True)
    assert json.loads(counted.stdout)["members"] == 0
    shutil.rmtree(folder)


def test_a_missing_book_is_named(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kenpo.wiring.doctor.rule_library", lambda: Library({}, Sources(())))
    result = run("doctor", "--json")
    assert result.exit_code == 1
    assert "KENPO_INSURER" in checks(result)["book"]["todo"]


def test_wrong_settings_are_said_in_words(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KENPO_TODAY", "yesterday")
    result = run("doctor")
    assert result.exit_code == 2
    assert "KENPO_TODAY" in result.stderr


def test_the_counts_read_as_a_table_too(family: None) -> None:
    result = run("register", "counts")
    assert "島根" in result.stdout
    assert "2025-04-30" in result.stdout


def test_the_register_counts_a_day(family: None) -> None:
    result = run("register", "counts", "--json")
    earlier = run("register", "counts", "--on", "2025-03-31", "--json")
    assert json.loads(result.stdout) == {
        "on": "2025-04-30",
        "members": 1,
        "insured": 1,
        "dependents": 0,
        "establishments": 1,
        "by_branch": {"32": 1},
    }
    assert json.loads(earlier.stdout)["members"] == 2


def test_a_history_tells_what_happened_without_naming_anybody(family: None) -> None:
    result = run("register", "history", "01320019", "11060606", "7", "01", "--json")
    table = run("register", "history", "01320019", "11060606", "7", "01")
    lines = json.loads(result.stdout)
    assert [(one["event"], one["day"], one["origin"]) for one in lines] == [
        ("DependentCertified", "2024-04-01", "SHFD0006.CSV:5"),
        ("EligibilityLost", "2025-04-01", "SHFD0006.CSV:5"),
    ]
    assert "島根" not in table.output


@pytest.mark.parametrize("words", [("01320019", "11060606", "8"), ("01320010", "11060606", "7")])
def test_a_number_nobody_has_or_that_is_wrong_ends_with_status_2(
    family: None, words: tuple[str, ...]
) -> None:
    result = run("register", "history", *words)
    assert result.exit_code == 2
    assert "確かめて" in result.stderr


def test_a_rebuild_says_that_nothing_changed_and_finds_tampering(
    family: None, kenpo_access: Access
) -> None:
    assert json.loads(run("register", "rebuild", "--json").stdout)["same"] is True
    with kenpo_access.login() as connection:
        connection.execute(text("update kenpo.person set birth_date = '1999-09-09'"))
    mended = run("register", "rebuild")
    assert mended.exit_code == 1
    assert "直した" in mended.stdout
    assert run("register", "rebuild").exit_code == 0
