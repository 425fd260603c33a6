"""Everything a command or a screen needs, in one value."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from kenpo.operations.ports import Clock, Ids, Printer
from kenpo.rulebook import Book, Library
from kenpo.storage.database import PostgresDatabase
from kenpo.wiring.books import rule_library
from kenpo.wiring.clock import clock_for
from kenpo.wiring.ids import FreshIds
from kenpo.wiring.logs import configure_logs
from kenpo.wiring.reach import database
from kenpo.wiring.settings import Settings, load_settings


@dataclass(frozen=True)
class Kenpo:
    """The product with its database open."""

    settings: Settings
    clock: Clock
    ids: Ids
    database: PostgresDatabase

    @cached_property
    def library(self) -> Library:
        """The rule books."""
        return rule_library()

    @cached_property
    def book(self) -> Book:
        """The book of the settings' insurer under the settings' policy."""
        return self.library.book(self.settings.insurer, self.settings.policy)

    @cached_property
    def printer(self) -> Printer:
        """What makes and checks the documents."""
        return printer()


def printer() -> Printer:
    """Return what makes and checks the documents; it needs no database."""
    # The typesetter loads only for what prints.
    from kenpo.documents.printer import TypstPrinter  # noqa: PLC0415 - see above

    return TypstPrinter()


@contextmanager
def open_kenpo(settings: Settings | None = None) -> Iterator[Kenpo]:
    """Open everything the settings name, and close it again.

    Raises ServerError when the database cannot be started or reached; it says what to do.
    """
    settings = settings or load_settings()
    configure_logs()
    clock = clock_for(settings.today)
    with database(settings, clock) as opened:
        yield Kenpo(settings, clock, FreshIds(), opened)
