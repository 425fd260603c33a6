"""A real PostgreSQL for tests. Registered in ``tests/conftest.py``; use these fixtures:

``kenpo_database``      a fresh, migrated ``PostgresDatabase`` of this test alone:
                        ``with kenpo_database.begin(Insurer.KYOKAI_KENPO, "test") as session: …``
``kenpo_access``        the ``Access`` to the same fresh database, for connections under a role
``kenpo_database_url``  the same database as a URL for ``KENPO_DATABASE_URL`` of another process
``kenpo_server``        the server all tests of a session share, started by our own launcher

``kenpo_database`` and the others of one test are the same database. Its clock stands at noon of
2026-11-30; its keys are made for the session.
"""

from __future__ import annotations

import shutil
import tempfile
import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import psycopg
import pytest

from kenpo.storage.access import Access
from kenpo.storage.database import PostgresDatabase
from kenpo.storage.keys import Keys, load_keys
from kenpo.storage.launcher import Server, running
from kenpo.storage.setup import create_database, prepare
from kenpo.wiring import FixedClock

TODAY = date(2026, 11, 30)
_TEMPLATE = "kenpo_template"
_QUICK = ("fsync = off", "full_page_writes = off", "max_connections = 50")


def open_folder() -> Path:
    """Make a temporary folder that the server's user can pass through."""
    folder = Path(tempfile.mkdtemp(prefix="kenpo-"))
    folder.chmod(0o711)
    return folder


@pytest.fixture(scope="session")
def kenpo_server() -> Iterator[Server]:
    folder = open_folder()
    with running(folder / "home", extra=_QUICK) as server:
        create_database(server, _TEMPLATE)
        prepare(Access.to_server(server, _TEMPLATE))
        yield server
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def kenpo_keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    return load_keys(tmp_path_factory.mktemp("keys") / "keys.json")


@pytest.fixture
def kenpo_access(kenpo_server: Server) -> Iterator[Access]:
    name = f"test_{uuid.uuid4().hex[:12]}"
    _as_superuser(kenpo_server, f'create database "{name}" template {_TEMPLATE}')
    yield Access.to_server(kenpo_server, name)
    _as_superuser(kenpo_server, f'drop database "{name}" with (force)')


@pytest.fixture
def kenpo_database(kenpo_access: Access, kenpo_keys: Keys) -> Iterator[PostgresDatabase]:
    database = PostgresDatabase.open(kenpo_access, kenpo_keys, FixedClock(TODAY))
    yield database
    database.close()


@pytest.fixture
def kenpo_database_url(kenpo_access: Access) -> str:
    return kenpo_access.url.set(drivername="postgresql").render_as_string(hide_password=False)


def _as_superuser(server: Server, statement: str) -> None:
    with psycopg.connect(
        host=str(server.socket), user=server.superuser, dbname="postgres", autocommit=True
    ) as connection:
        connection.execute(statement)
