"""Everything a command or a screen needs, in one value."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kenpo.operations.ports import Clock, Ids
from kenpo.storage.database import PostgresDatabase
from kenpo.wiring.clock import clock_for
from kenpo.wiring.database import database
from kenpo.wiring.ids import FreshIds
from kenpo.wiring.settings import Settings


@dataclass(frozen=True)
class Kenpo:
    """The product with its database open."""

    settings: Settings
    clock: Clock
    ids: Ids
    database: PostgresDatabase


@contextmanager
def open_kenpo(settings: Settings | None = None) -> Iterator[Kenpo]:
    """Open everything the settings name, and close it again."""
    settings = settings or Settings()
    clock = clock_for(settings.today)
    with database(settings, clock) as opened:
        yield Kenpo(settings, clock, FreshIds(), opened)
