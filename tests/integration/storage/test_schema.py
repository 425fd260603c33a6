"""The schema as the database has it: rules that hold for every table, and the tables in code."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from kenpo.storage.access import Access, Role
from kenpo.storage.setup import current_revision, newest_revision, prepare
from kenpo.storage.tables import metadata

OURS = "n.nspname in ('kenpo', 'vault') and c.relname <> 'alembic_version'"
TABLES = f"from pg_class c join pg_namespace n on n.oid = c.relnamespace where {OURS}"


@pytest.fixture
def owner(kenpo_access: Access) -> Iterator[Connection]:
    with kenpo_access.login() as connection:
        yield connection


def names(connection: Connection, query: str) -> set[str]:
    return set(connection.scalars(text(query)))


def test_every_table_forces_row_level_security(owner: Connection) -> None:
    tables = names(owner, f"select c.relname {TABLES} and c.relkind = 'r'")
    forced = names(
        owner,
        f"select c.relname {TABLES} and c.relkind = 'r'"
        " and c.relrowsecurity and c.relforcerowsecurity",
    )
    assert {"event", "coverage", "my_number", "read_log"} <= tables
    assert tables - forced == set()


def test_every_primary_and_unique_key_starts_with_the_insurer(owner: Connection) -> None:
    others = f"""
        select c.relname || ':' || a.attname {
        TABLES.replace(
            "where",
            '''
        join pg_index i on i.indrelid = c.oid and i.indisunique
        join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where''',
        )
    }
        and a.attname <> 'insurer'
    """
    assert names(owner, others) == set()


def test_there_is_no_sequence_and_no_range_column(owner: Connection) -> None:
    assert names(owner, f"select c.relname {TABLES} and c.relkind = 'S'") == set()
    ranges = f"""
        select a.attname {
        TABLES.replace(
            "where",
            '''
        join pg_attribute a on a.attrelid = c.oid
        join pg_type t on t.oid = a.atttypid and t.typtype in ('r', 'm') where''',
        )
    }
    """
    assert names(owner, ranges) == set()


def test_no_role_of_ours_is_a_superuser_or_may_bypass_row_level_security(
    owner: Connection,
) -> None:
    roles = names(
        owner,
        "select rolname from pg_roles"
        " where rolname like 'kenpo%' and not rolsuper and not rolbypassrls",
    )
    assert roles == {role.value for role in Role}


def test_the_tables_in_code_are_the_tables_in_the_database(owner: Connection) -> None:
    import_module("kenpo.storage.database")  # loads every module that declares a table
    context = MigrationContext.configure(
        owner,
        opts={
            "include_schemas": True,
            "version_table_schema": "kenpo",
            "include_name": lambda name, kind, _: kind != "schema" or name == "kenpo",
            # Keys, indexes and checks live in the migrations alone; columns are in both.
            "include_object": lambda _, __, kind, ___, ____: kind in ("table", "column"),
        },
    )
    assert compare_metadata(context, metadata) == []


def test_preparing_a_ready_database_changes_nothing(kenpo_access: Access) -> None:
    prepare(kenpo_access)
    with kenpo_access.login() as connection:
        assert current_revision(connection) == newest_revision()
