"""The files taken in and the rows refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kenpo.operations.ports import Database, ImportedFile, Refusal, Session
from kenpo.storage.database import PostgresDatabase
from kenpo.values.insurer import Insurer

KYOKAI = Insurer.KYOKAI_KENPO
AT = datetime(2025, 5, 1, 3, tzinfo=UTC)


def file(name: str, sha256: str, *, minutes: int = 0, refused: int = 2) -> ImportedFile:
    at = AT + timedelta(minutes=minutes)
    return ImportedFile(name, sha256, "notifications", at, 10, 8 - refused, refused, 2)


def refusal(line: int) -> Refusal:
    return Refusal("SHFD0006.CSV", line, "生年月日", "数字7桁", "日付ではない", "直して出し直す")


def test_a_saved_file_is_found_by_its_bytes(kenpo_database: PostgresDatabase) -> None:
    database: Database = kenpo_database
    one = file("a.csv", "aa")
    with database.begin(KYOKAI, "test") as opened:
        session: Session = opened
        session.imports.save(one, [refusal(3)])
    with database.begin(KYOKAI, "test") as session:
        assert session.imports.find("aa") == one
        assert session.imports.find("bb") is None


def test_files_come_in_the_order_they_were_taken_in(kenpo_database: PostgresDatabase) -> None:
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.imports.save(file("late.csv", "aa", minutes=5), [])
        session.imports.save(file("early.csv", "bb"), [])
        assert [one.name for one in session.imports.files()] == ["early.csv", "late.csv"]


def test_refusals_come_by_line_and_a_second_run_replaces_them(
    kenpo_database: PostgresDatabase,
) -> None:
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.imports.save(file("a.csv", "aa"), [refusal(9), refusal(3)])
        assert [one.line for one in session.imports.refusals("aa")] == [3, 9]
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.imports.save(file("a.csv", "aa", refused=1), [refusal(4)])
        found = session.imports.find("aa")
        assert found is not None
        assert found.refused == 1
        assert [one.line for one in session.imports.refusals("aa")] == [4]


def test_another_insurer_sees_no_file(kenpo_database: PostgresDatabase) -> None:
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.imports.save(file("a.csv", "aa"), [refusal(3)])
    with kenpo_database.begin(Insurer.JSR_KENPO, "test") as session:
        assert session.imports.find("aa") is None
        assert session.imports.files() == []


def test_nothing_of_a_broken_off_transaction_is_kept(kenpo_database: PostgresDatabase) -> None:
    def broken_off() -> None:
        with kenpo_database.begin(KYOKAI, "test") as session:
            session.imports.save(file("a.csv", "aa"), [])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    with kenpo_database.begin(KYOKAI, "test") as session:
        assert session.imports.files() == []
