"""kenpo import on a real database."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from kenpo.cli.app import app
from kenpo.exchange.status import write_status
from kenpo.operations.ports import RegisterCounts
from kenpo.register.commands import ReportCardStatus
from kenpo.register.view import MemberRecord
from kenpo.storage.database import PostgresDatabase
from kenpo.values.branch import Branch
from kenpo.values.insurer import Insurer
from kenpo.values.member_number import MemberNumber
from kenpo.values.person import MyNumberCardState
from support.notices import (
    ACQUISITION,
    CHILD,
    CHILD_CEASES,
    CONTROL,
    LOSS,
    NAME,
    SPOUSE,
    SPOUSE_CHANGES,
    WITHOUT_MY_NUMBER,
    file_of,
    line,
    with_items,
)

RUNNER = CliRunner()
SHIMANE = Branch(32)
KYOKAI = Insurer.KYOKAI_KENPO
JOINS = with_items(ACQUISITION, {6: "7", 19: "070601"})
OTHER = with_items(WITHOUT_MY_NUMBER, {7: "ﾐﾎﾝ ﾏﾂ", 8: "見本　松", 34: ""})


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch, kenpo_database_url: str, tmp_path: Path) -> None:
    monkeypatch.setenv("KENPO_DATABASE_URL", kenpo_database_url)
    monkeypatch.setenv("KENPO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("KENPO_TODAY", "2025-08-01")
    monkeypatch.setenv("COLUMNS", "160")


def write(folder: Path, data: bytes, name: str = NAME) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    return str(path)


def run(*words: str) -> Result:
    return RUNNER.invoke(app, ["import", *words])


def reports(result: Result) -> list[dict[str, Any]]:
    return [file["report"] for file in json.loads(result.stdout)["files"]]


def members(database: PostgresDatabase, on: date = date(2025, 8, 1)) -> list[MemberRecord]:
    with database.begin(KYOKAI, "test") as session:
        return list(session.register.members_as_of(on, [SHIMANE]))


def total(database: PostgresDatabase, on: date) -> RegisterCounts:
    with database.begin(KYOKAI, "test") as session:
        return session.register.counts(on)


def status_of(number: str, sub_number: str, birth_date: date) -> ReportCardStatus:
    return ReportCardStatus(
        as_of=date(2025, 7, 31),
        insurer_number=SHIMANE.insurer_number,
        member_number=MemberNumber("11022130", number, sub_number),
        birth_date=birth_date,
        card=MyNumberCardState.LOST,
        my_number_filed=True,
        use_registered_on=None,
        electronic_certificate_valid_until=None,
        address=None,
    )


def test_a_family_comes_into_the_register_and_leaves_it(
    kenpo_database: PostgresDatabase, tmp_path: Path
) -> None:
    family = with_items(SPOUSE, CHILD)
    first = write(tmp_path / "1", file_of(line(JOINS), line(family), line(OTHER)))
    result = run("notifications", first)
    assert result.exit_code == 0, result.output
    assert [member.member_number.key for member in members(kenpo_database)] == [
        "11022130:7:00", "11022130:7:01", "11022130:7:02", "11022130:8:00"
    ]  # fmt: skip
    assert total(kenpo_database, date(2025, 7, 10)) == RegisterCounts(4, 2, 2, 1)
    control = CONTROL.replace(",001,", ",002,")
    rows = (line(SPOUSE_CHANGES), line(CHILD_CEASES), line(LOSS))
    assert (
        run("notifications", write(tmp_path / "2", file_of(*rows, control=control))).exit_code == 0
    )
    assert total(kenpo_database, date(2025, 7, 31)) == RegisterCounts(3, 2, 1, 1)
    assert total(kenpo_database, date(2025, 8, 1)) == RegisterCounts(1, 1, 0, 1)
    husband = next(one for one in members(kenpo_database) if one.member_number.sub_number == "01")
    assert husband.name.registered == "見本　多郎"
    assert husband.lost_on == date(2025, 8, 1)


def test_refused_rows_are_listed_and_exit_status_one(
    kenpo_database: PostgresDatabase, tmp_path: Path
) -> None:
    bad = with_items(OTHER, {10: "551301"})
    result = run("notifications", write(tmp_path, file_of(line(JOINS), line(bad))))
    assert result.exit_code == 1
    assert "項目10「生年月日」" in result.stdout
    assert "行 rows 2 = 受付 taken 1" in result.stdout
    assert len(members(kenpo_database)) == 1


def test_an_unreadable_file_says_so_in_words(tmp_path: Path) -> None:
    result = run("notifications", write(tmp_path, b""))
    assert result.exit_code == 2
    assert "このファイルは取り込めません" in result.stdout
    assert "空です" in result.stdout


def test_running_it_again_changes_nothing(kenpo_database: PostgresDatabase, tmp_path: Path) -> None:
    path = write(tmp_path, file_of(line(JOINS), "2200700"))
    (first,) = reports(run("notifications", "--json", path))
    before = members(kenpo_database)
    again = run("notifications", path)
    assert again.exit_code == 1
    assert "取り込み済み" in again.stdout
    (report,) = reports(run("notifications", "--json", path))
    assert report["already"]
    assert [report[count] for count in ("rows", "accepted", "unchanged", "refused")] == [2, 1, 0, 1]
    assert report["refusals"] == first["refusals"]
    assert members(kenpo_database) == before


def test_rows_of_an_earlier_file_are_unchanged_in_another(tmp_path: Path) -> None:
    run("notifications", write(tmp_path / "1", file_of(line(JOINS), line(LOSS))))
    control = CONTROL.replace(",001,", ",002,")
    second = write(tmp_path / "2", file_of(line(JOINS), line(LOSS), control=control))
    (report,) = reports(run("notifications", "--json", second))
    assert (report["unchanged"], report["accepted"], report["events"]) == (2, 0, 0)


def test_a_loss_corrected_in_its_counts_is_taken_as_a_correction(tmp_path: Path) -> None:
    run("notifications", write(tmp_path / "1", file_of(line(JOINS), line(LOSS))))
    corrected = line(with_items(LOSS, {22: "0", 23: "1"}))
    (report,) = reports(run("notifications", "--json", write(tmp_path / "2", file_of(corrected))))
    assert (report["unchanged"], report["accepted"], report["events"]) == (0, 1, 1)


def test_a_number_somebody_had_before_being_hired_again_is_not_given_to_another(
    kenpo_database: PostgresDatabase, tmp_path: Path
) -> None:
    again = with_items(ACQUISITION, {19: "070801"})
    run("notifications", write(tmp_path / "1", file_of(line(JOINS), line(LOSS), line(again))))
    other = line(with_items(OTHER, {6: "7"}))
    result = run("notifications", "--json", write(tmp_path / "2", file_of(other, line(OTHER))))
    assert result.exit_code == 1
    (report,) = reports(result)
    assert (report["accepted"], report["refused"]) == (1, 1)
    assert "別の人の番号" in report["refusals"][0]["reason"]
    numbers = [member.member_number.number for member in members(kenpo_database)]
    assert numbers == ["8", "9"]


def test_a_dry_run_keeps_nothing(kenpo_database: PostgresDatabase, tmp_path: Path) -> None:
    path = write(tmp_path, file_of(line(JOINS)))
    (report,) = reports(run("notifications", "--dry-run", "--json", path))
    assert (report["accepted"], report["dry_run"]) == (1, True)
    assert members(kenpo_database) == []


def test_an_unreadable_file_does_not_hold_up_the_next(
    kenpo_database: PostgresDatabase, tmp_path: Path
) -> None:
    broken = write(tmp_path / "1", file_of(line(JOINS))[:-2])
    society = write(tmp_path / "2", file_of(line(JOINS)), "KPFD0006.CSV")
    good = write(tmp_path / "3", file_of(line(JOINS)))
    result = run("notifications", "--json", broken, society, good)
    assert result.exit_code == 2
    first, second, third = json.loads(result.stdout)["files"]
    assert "途中で切れた" in first["unreadable"]["reason"]
    assert "まだ対応していません" in second["unreadable"]["reason"]
    assert (first["report"], second["report"], third["unreadable"]) == (None, None, None)
    assert len(members(kenpo_database)) == 1


def test_the_day_of_the_decision_can_be_given(
    kenpo_database: PostgresDatabase, tmp_path: Path
) -> None:
    path = write(tmp_path, file_of(line(JOINS)))
    assert run("notifications", "--decided-on", "2025-07-15", path).exit_code == 0
    assert [member.decided_on for member in members(kenpo_database)] == [date(2025, 7, 15)]


def test_check_digits_can_be_left_unchecked(tmp_path: Path) -> None:
    path = write(tmp_path, file_of(line(with_items(JOINS, {13: "123456789012"}))))
    assert run("notifications", "--dry-run", path).exit_code == 1
    assert run("notifications", "--no-check-digits", "--dry-run", path).exit_code == 0


def test_a_missing_file_is_wrong_use(tmp_path: Path) -> None:
    assert run("notifications", str(tmp_path / NAME)).exit_code == 2
    assert run("notifications").exit_code == 2


def test_a_snapshot_reaches_the_members_and_names_the_unknown(
    kenpo_database: PostgresDatabase, tmp_path: Path
) -> None:
    run("notifications", write(tmp_path, file_of(line(JOINS))))
    rows = [
        status_of("7", "00", date(1980, 5, 17)),
        status_of("8", "00", date(1980, 5, 17)),
        status_of("7", "01", date(1980, 5, 17)),
    ]
    path = write(tmp_path, write_status(rows), "status.csv")
    result = run("status", path)
    assert result.exit_code == 1
    assert result.stdout.count("加入者はいません") == 2
    (member,) = members(kenpo_database)
    assert member.status is not None
    assert member.status.card is MyNumberCardState.LOST
    (again,) = reports(run("status", "--json", path))
    assert (again["already"], again["accepted"], again["refused"]) == (True, 1, 2)


def test_no_my_number_is_shown_anywhere(tmp_path: Path) -> None:
    wrong = with_items(OTHER, {13: "123456789012", 14: "", 29: "", 30: "", 31: "", 32: ""})
    path = write(tmp_path, file_of(line(JOINS), line(wrong)))
    for words in (("notifications", path), ("notifications", "--json", "--again", path)):
        result = run(*words)
        assert "12345678901" not in result.output.replace("\n", "")


@pytest.mark.parametrize("command", ["notifications", "status"])
def test_help_is_in_both_languages(command: str) -> None:
    told = run(command, "--help").stdout
    assert "取り込む" in told
    assert "Take" in told


def test_a_folder_and_a_file_that_is_not_there_are_told_and_the_rest_is_taken(
    tmp_path: Path,
) -> None:
    good = write(tmp_path, file_of(line(JOINS)))
    ended = run("notifications", "--json", str(tmp_path), str(tmp_path / "gone" / NAME), good)
    assert ended.exit_code == 2
    folder, gone, taken = json.loads(ended.stdout)["files"]
    assert (
        folder["unreadable"]["reason"] == gone["unreadable"]["reason"] == "ファイルを読めません。"
    )
    assert taken["report"]["accepted"] == 1


def test_without_its_keys_nothing_more_is_sealed_and_no_fresh_keys_are_made(
    tmp_path: Path,
) -> None:
    path = write(tmp_path, file_of(line(JOINS)))
    assert run("notifications", path).exit_code == 0
    keys = tmp_path / "home" / "keys.json"
    keys.unlink()
    ended = run("notifications", path)
    assert ended.exit_code == 2
    assert "控えから戻すか" in ended.output
    assert not keys.exists()
