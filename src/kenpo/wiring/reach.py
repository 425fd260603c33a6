"""Opens the database the settings name: a server of ours, or an existing one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kenpo.operations.ports import Clock
from kenpo.storage.access import Access
from kenpo.storage.database import PostgresDatabase
from kenpo.storage.keys import load_keys
from kenpo.storage.launcher import Server, running
from kenpo.storage.launcher.folders import make_home
from kenpo.storage.setup import create_database, prepare
from kenpo.storage.vault import refuse_lost_keys
from kenpo.wiring.settings import Settings


@dataclass(frozen=True, slots=True)
class Reached:
    """The way to a database, and the server when it is ours."""

    access: Access
    server: Server | None


@contextmanager
def reach(settings: Settings) -> Iterator[Reached]:
    """Give the way to the database; our own server is started, and stopped by its last user."""
    if settings.database_url is not None:
        yield Reached(Access.to_url(settings.database_url.get_secret_value()), None)
        return
    with running(settings.home_folder, settings.pg_data_folder) as server:
        create_database(server)
        yield Reached(Access.to_server(server), server)


@contextmanager
def database(settings: Settings, clock: Clock) -> Iterator[PostgresDatabase]:
    """Give the database with its newest schema.

    Raises ServerError when no server answers, StorageError when the keys are lost; each says what
    to do.
    """
    make_home(settings.home_folder)
    with reach(settings) as reached:
        prepare(reached.access)
        refuse_lost_keys(reached.access, settings.keys_file)
        opened = PostgresDatabase.open(reached.access, load_keys(settings.keys_file), clock)
        try:
            yield opened
        finally:
            opened.close()
