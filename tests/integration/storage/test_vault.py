"""The vault on a real PostgreSQL: bound to its row, logged, and found nowhere else."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from kenpo.storage.access import Access
from kenpo.storage.database import PostgresDatabase
from kenpo.storage.errors import ConflictError, StorageError
from kenpo.storage.launcher import Server
from kenpo.values.ids import PersonId
from kenpo.values.insurer import Insurer
from kenpo.values.my_number import MyNumber, check_digit
from support.register_events import Office, numbered, with_my_number

KYOKAI = Insurer.KYOKAI_KENPO
DIGITS = f"98765432101{check_digit('98765432101')}"
OTHER = f"12345678901{check_digit('12345678901')}"
ROWS = 'select t::text from "{schema}"."{table}" t'
PURPOSE = "移転の確認"


def filled(database: PostgresDatabase) -> tuple[Office, list[PersonId]]:
    """Put two people with their numbers in and return who they are."""
    office = Office()
    people = [office.joined(7), office.joined(8)]
    events = [
        *numbered(office.registered()),
        with_my_number(people[0], MyNumber(DIGITS)),
        with_my_number(people[1], MyNumber(OTHER)),
    ]
    with database.begin(KYOKAI, "test") as session:
        session.register.append(events)
    return office, [person.person_id for person in people]


def test_a_number_is_revealed_and_found_with_a_purpose_and_each_look_is_logged(
    kenpo_database: PostgresDatabase, kenpo_access: Access
) -> None:
    _, (first, second) = filled(kenpo_database)
    vault = kenpo_database.vault(KYOKAI, "clerk")
    assert vault.reveal(first, PURPOSE) == MyNumber(DIGITS)
    assert vault.find(MyNumber(OTHER), PURPOSE) == [second]
    with kenpo_access.login() as connection:
        log = connection.execute(
            text("select actor, purpose, kind, person_id from vault.read_log order by read_id")
        ).all()
    assert log == [("clerk", PURPOSE, "reveal", first), ("clerk", PURPOSE, "find", None)]


def test_a_look_without_a_purpose_is_refused(kenpo_database: PostgresDatabase) -> None:
    _, (first, _) = filled(kenpo_database)
    with pytest.raises(StorageError, match="目的"):
        kenpo_database.vault(KYOKAI, "clerk").reveal(first, " ")


def test_another_insurer_finds_nothing(kenpo_database: PostgresDatabase) -> None:
    _, (first, _) = filled(kenpo_database)
    vault = kenpo_database.vault(Insurer.JSR_KENPO, "clerk")
    assert vault.reveal(first, PURPOSE) is None
    assert vault.find(MyNumber(DIGITS), PURPOSE) == []


def test_a_value_moved_to_another_row_does_not_open(
    kenpo_database: PostgresDatabase, kenpo_access: Access
) -> None:
    _, (first, second) = filled(kenpo_database)
    with kenpo_access.login() as connection:
        connection.execute(
            text(
                "update vault.my_number t set sealed = s.sealed from vault.my_number s"
                " where t.person_id = :first and s.person_id = :second"
            ),
            {"first": first, "second": second},
        )
    with pytest.raises(StorageError, match="この人の行のもの"):
        kenpo_database.vault(KYOKAI, "clerk").reveal(first, PURPOSE)


def test_a_planted_number_stands_in_no_table_no_log_and_no_file_of_the_server(
    kenpo_database: PostgresDatabase, kenpo_access: Access, kenpo_server: Server
) -> None:
    filled(kenpo_database)
    twice = Office(name="同じ記号の別の事業所")
    colliding = [
        *numbered(twice.registered()),
        with_my_number(twice.joined(9), MyNumber(DIGITS)),
    ]
    with pytest.raises(ConflictError) as refused, kenpo_database.begin(KYOKAI, "test") as session:
        session.register.append(colliding)
    assert DIGITS not in repr(refused.value)
    with kenpo_access.login() as connection:
        tables = connection.execute(
            text(
                "select n.nspname, c.relname from pg_class c"
                " join pg_namespace n on n.oid = c.relnamespace"
                " where c.relkind = 'r' and n.nspname in ('kenpo', 'vault', 'public')"
            )
        ).all()
        assert len(tables) > 10
        for schema, table in tables:
            rows = connection.scalars(text(ROWS.format(schema=schema, table=table)))
            for row in rows:
                assert DIGITS not in row, f"{schema}.{table}"
                assert DIGITS.encode().hex() not in row, f"{schema}.{table}"
        connection.execute(text("checkpoint"))
    files = [path for path in kenpo_server.data.rglob("*") if path.is_file()]
    assert any(path.parent.name == "pg_wal" for path in files)
    for path in files:
        assert DIGITS.encode() not in path.read_bytes(), path
    assert "ｼﾏﾈ" not in (kenpo_server.data / "log").read_text(encoding="utf-8", errors="replace")


def test_the_same_number_again_stays_as_it_was_sealed(
    kenpo_database: PostgresDatabase, kenpo_access: Access
) -> None:
    sealed = "select sealed from vault.my_number order by person_id"
    office = Office()
    events = [
        *numbered(office.registered()),
        with_my_number(office.joined(7), MyNumber(DIGITS)),
    ]
    found = []
    for _ in range(2):
        with kenpo_database.begin(KYOKAI, "test") as session:
            session.register.append(events)
        with kenpo_access.login() as connection:
            found.append([bytes(row) for row in connection.scalars(text(sealed))])
    assert found[0] == found[1]
    assert len(found[0]) == 1
