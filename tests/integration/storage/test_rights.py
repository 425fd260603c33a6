"""Who may see and do what: insurers apart, events for ever, the vault closed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError, ProgrammingError

from kenpo.storage.access import Access, Role
from kenpo.storage.database import PostgresDatabase, bind
from kenpo.storage.tables import metadata
from kenpo.values.branch import ALL_BRANCHES
from kenpo.values.insurer import Insurer
from support.register_events import SNAPSHOT, Office, numbered, reported

KYOKAI, JSR = Insurer.KYOKAI_KENPO, Insurer.JSR_KENPO
TABLES = ("event", "establishment", "person", "person_name", "home_address", "coverage")


@pytest.fixture
def filled(kenpo_database: PostgresDatabase) -> PostgresDatabase:
    office = Office()
    person = office.joined(7)
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.register.append(numbered(office.registered(), person, reported(person.person_id)))
    return kenpo_database


@pytest.fixture
def application(filled: PostgresDatabase, kenpo_access: Access) -> Iterator[Connection]:
    engine = kenpo_access.engine(Role.APPLICATION)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def seen(connection: Connection, table: str) -> int:
    counted = select(func.count()).select_from(metadata.tables[f"kenpo.{table}"])
    return int(connection.execute(counted).scalar_one())


@pytest.mark.parametrize("table", [*TABLES, "card_status"])
def test_without_an_insurer_no_row_is_seen_and_with_one_only_its_own(
    application: Connection, table: str
) -> None:
    assert seen(application, table) == 0
    bind(application, JSR)
    assert seen(application, table) == 0
    bind(application, KYOKAI)
    assert seen(application, table) == (3 if table == "event" else 1)


def test_the_insurer_is_forgotten_with_the_transaction(application: Connection) -> None:
    bind(application, KYOKAI)
    application.commit()
    assert seen(application, "event") == 0


def test_a_row_cannot_be_written_under_another_insurer(application: Connection) -> None:
    bind(application, JSR)
    with pytest.raises(ProgrammingError, match="row-level security"):
        application.execute(
            text(
                "insert into kenpo.certificate select 'kyokai_kenpo', 's', person_id, now(), now()"
                " from (values (uuidv7())) as t (person_id)"
            )
        )


def test_another_insurers_session_sees_nobody(filled: PostgresDatabase) -> None:
    with filled.begin(JSR, "test") as session:
        assert list(session.register.members_as_of(SNAPSHOT, ALL_BRANCHES)) == []
        assert session.register.counts(SNAPSHOT).establishments == 0


@pytest.mark.parametrize(
    "statement",
    [
        "update kenpo.event set actor = 'nobody'",
        "delete from kenpo.event",
        "truncate kenpo.event",
        "alter table kenpo.event disable row level security",
        "drop policy own_insurer on kenpo.event",
        "select * from vault.my_number",
        "select * from vault.read_log",
        "select vault.find('kyokai_kenpo', '\\x00', 'me', 'to look')",
        "select vault.reveal('kyokai_kenpo', uuidv7(), 'me', 'to look')",
        "set role kenpo_vault",
        "set role kenpo_owner",
        "set role postgres",
        "create table kenpo.mine (n int)",
    ],
)
def test_the_application_is_refused(application: Connection, statement: str) -> None:
    bind(application, KYOKAI)
    with pytest.raises(DBAPIError, match=r"permission denied|must be owner"):
        application.execute(text(statement))


@pytest.mark.parametrize(
    "statement",
    [
        "select * from vault.my_number",
        "insert into vault.read_log (insurer, actor, purpose, kind) values ('x', 'x', 'x', 'find')",
        "delete from vault.read_log",
        "select * from kenpo.person",
        "select vault.put('kyokai_kenpo', '{}', '{}', 1::smallint, '{}')",
    ],
)
def test_the_vaults_role_reads_only_through_the_functions_that_log(
    kenpo_access: Access, statement: str
) -> None:
    engine = kenpo_access.engine(Role.VAULT)
    with engine.connect() as connection, pytest.raises(DBAPIError, match="permission denied"):
        connection.execute(text(statement))
    engine.dispose()
