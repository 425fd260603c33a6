"""A server that is already there, named by URL: roles are stepped to, errors say what to do."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import text

from kenpo.storage.access import Access, Role
from kenpo.storage.database import PostgresDatabase
from kenpo.storage.errors import ServerError
from kenpo.storage.keys import Keys
from kenpo.storage.launcher import Server
from kenpo.storage.setup import newest_revision, prepare
from kenpo.values.insurer import Insurer
from kenpo.wiring import FixedClock
from support.postgres import TODAY


@pytest.fixture
def empty_database_url(kenpo_server: Server) -> Iterator[str]:
    """A database without a schema, owned by a login that is no superuser."""
    with psycopg.connect(
        host=str(kenpo_server.socket), user="postgres", dbname="postgres", autocommit=True
    ) as connection:
        connection.execute("create role operator login createrole")
        for role in Role:
            connection.execute(f"grant {role} to operator with admin true".encode())
        connection.execute("create database plain owner operator")
        yield f"postgresql://operator@/plain?host={kenpo_server.socket}"
        connection.execute("drop database plain with (force)")
        connection.execute("drop owned by operator cascade")
        connection.execute("drop role operator")


def test_a_login_without_superuser_rights_prepares_and_uses_the_database(
    empty_database_url: str, kenpo_keys: Keys
) -> None:
    access = Access.to_url(empty_database_url)
    prepare(access)
    database = PostgresDatabase.open(access, kenpo_keys, FixedClock(TODAY))
    with database.begin(Insurer.KYOKAI_KENPO, "test") as session:
        who = session.connection.scalar(text("select current_user"))
        assert session.register.counts(TODAY).members == 0
    database.close()
    assert who == Role.APPLICATION


def test_a_url_that_already_has_options_keeps_them(kenpo_database_url: str) -> None:
    access = Access.to_url(f"{kenpo_database_url}&options=-c%20work_mem%3D5MB")
    engine = access.engine(Role.APPLICATION)
    with engine.connect() as connection:
        row = connection.execute(text("select current_setting('work_mem'), current_user")).one()
    engine.dispose()
    assert tuple(row) == ("5MB", Role.APPLICATION)


def test_a_login_that_may_not_make_roles_is_told_what_it_needs(kenpo_server: Server) -> None:
    with psycopg.connect(
        host=str(kenpo_server.socket), user="postgres", dbname="postgres", autocommit=True
    ) as connection:
        connection.execute("create role weak login")
        connection.execute("create database weak owner weak")
        try:
            url = f"postgresql://weak@/weak?host={kenpo_server.socket}"
            with pytest.raises(ServerError, match="CREATEROLE"):
                prepare(Access.to_url(url))
        finally:
            connection.execute("drop database weak with (force)")
            connection.execute("drop role weak")


def test_a_database_whose_text_is_not_utf_8_is_refused(kenpo_server: Server) -> None:
    with psycopg.connect(
        host=str(kenpo_server.socket), user="postgres", dbname="postgres", autocommit=True
    ) as connection:
        connection.execute(
            "create database latin encoding 'LATIN1' locale_provider libc locale 'C'"
            " template template0"
        )
        try:
            with pytest.raises(ServerError, match="LATIN1"):
                prepare(Access.to_url(f"postgresql://postgres@/latin?host={kenpo_server.socket}"))
        finally:
            connection.execute("drop database latin with (force)")


def test_a_schema_of_a_newer_kenpo_is_left_alone(kenpo_access: Access) -> None:
    with kenpo_access.login() as connection:
        connection.execute(text("update kenpo.alembic_version set version_num = '9999'"))
    with pytest.raises(ServerError, match="9999"):
        prepare(kenpo_access)


def test_an_older_schema_is_brought_up(kenpo_access: Access) -> None:
    with kenpo_access.login() as connection:
        connection.execute(text("drop schema kenpo, vault cascade"))
    prepare(kenpo_access)
    with kenpo_access.login() as connection:
        found = connection.scalar(text("select version_num from kenpo.alembic_version"))
    assert found == newest_revision()


def test_an_unreachable_server_is_an_error_that_hides_the_password() -> None:
    access = Access.to_url("postgresql://somebody:secret@127.0.0.1:1/kenpo")
    with pytest.raises(ServerError) as refused:
        prepare(access)
    assert "127.0.0.1" in refused.value.what
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("url", ["nonsense", "postgresql//half", "postgresql://host:port/kenpo"])
def test_what_is_no_url_is_said_so(url: str) -> None:
    with pytest.raises(ServerError, match="postgresql://"):
        Access.to_url(url)
