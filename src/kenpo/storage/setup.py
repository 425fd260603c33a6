"""Brings a database to the newest schema: the database itself, its roles, its migrations."""

from __future__ import annotations

import psycopg
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from kenpo.storage.access import DATABASE, Access, Role
from kenpo.storage.errors import ServerError
from kenpo.storage.launcher import Server

SCHEMA = "kenpo"
_TURN = 0x6B656E706F  # one process at a time sets a database up


def create_database(server: Server, name: str = DATABASE) -> None:
    """Make the database on a server of ours unless it is there."""
    with psycopg.connect(
        host=str(server.socket), user=server.superuser, dbname="postgres", autocommit=True
    ) as connection:
        connection.execute("select pg_advisory_lock(%s)", (_TURN,))
        found = connection.execute("select 1 from pg_database where datname = %s", (name,))
        if found.fetchone() is None:
            connection.execute(f'create database "{name}"')


def prepare(access: Access) -> None:
    """Make the roles and run the migrations that are missing; a ready database stays untouched."""
    with access.login() as connection:
        refuse_unfit_server(connection)
        connection.execute(text("select pg_advisory_xact_lock(:turn)"), {"turn": _TURN})
        if current_revision(connection) != newest_revision():
            make_roles(connection, login=access.direct)
            step_to_owner(connection)
            command.upgrade(config(connection), "head")


def config(connection: Connection | None = None) -> Config:
    """Return alembic's configuration, with no file, for the package's own migrations."""
    made = Config()
    made.set_main_option("script_location", "kenpo.storage:migrations")
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made


def newest_revision() -> str:
    """Return the newest revision this program knows."""
    head = ScriptDirectory.from_config(config()).get_current_head()
    assert head is not None, "the package carries its migrations"
    return head


def current_revision(connection: Connection) -> str | None:
    """Return the revision of a database, None when it is empty.

    Raises ServerError when the database was made by a newer kenpo.
    """
    options = {"version_table_schema": SCHEMA}
    found = MigrationContext.configure(connection, opts=options).get_current_revision()
    known = {script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()}
    if found is not None and found not in known:
        raise ServerError(
            f"データベースの版 {found} をこのkenpoは知りません。"
            f" / Unknown schema revision {found}.",
            "新しいkenpoで開いてください。 / Open it with a newer kenpo.",
        )
    return found


def refuse_unfit_server(connection: Connection) -> None:
    """Raise ServerError when the server is older than PostgreSQL 18 or the text is not UTF-8."""
    version = connection.execute(text("show server_version_num")).scalar_one()
    if int(version) < 180_000:
        found = int(version) // 10_000
        raise ServerError(
            f"PostgreSQL {found} では動きません。 / PostgreSQL {found} is too old.",
            "PostgreSQL 18 以上を指定してください。 / Name a server of version 18 or newer.",
        )
    encoding = connection.execute(text("show server_encoding")).scalar_one()
    if encoding != "UTF8":
        raise ServerError(
            f"データベースの文字コードが {encoding} です。 / The encoding is {encoding}.",
            "encoding 'UTF8' で作ったデータベースを指定してください。"
            " / Name a database made with encoding 'UTF8'.",
        )


def make_roles(connection: Connection, *, login: bool) -> None:
    """Make the three roles unless they are there, and let this login step into them."""
    kind = "login" if login else "nologin"
    known = set(connection.scalars(text("select rolname from pg_roles")))
    try:
        for role in Role:
            if role not in known:
                connection.execute(text(f"create role {role} {kind} nosuperuser nobypassrls"))
            connection.execute(text(f"grant {role} to current_user with inherit false, set true"))
        name = connection.scalar(text("select quote_ident(current_database())"))
        connection.execute(text(f"grant create on database {name} to {Role.OWNER}"))
    except DBAPIError as error:
        raise ServerError(
            "データベースの役割を作れません。 / The roles cannot be made.",
            "URLのユーザーに CREATEROLE と、そのデータベースの所有権を与えてください。"
            " / Give the URL's user CREATEROLE and ownership of the database.",
        ) from error


def step_to_owner(connection: Connection) -> None:
    """Become the owner for the rest of the transaction and make the schemas it owns."""
    connection.execute(text(f"set local role {Role.OWNER}"))
    connection.execute(text(f"create schema if not exists {SCHEMA}"))
