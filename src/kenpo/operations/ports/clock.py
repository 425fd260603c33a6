"""The only sources of time and of ids that never reach paper."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from kenpo.values.ids import EstablishmentId, PersonId


class Clock(Protocol):
    """The only source of "now". Dates are in Asia/Tokyo, instants aware and in UTC."""

    def now(self) -> datetime:
        """Return the present instant."""
        ...

    def today(self) -> date:
        """Return the present day in Japan."""
        ...


class Ids(Protocol):
    """Makes identifiers that never reach paper (UUIDv7)."""

    def person(self) -> PersonId:
        """Return a fresh person id."""
        ...

    def establishment(self) -> EstablishmentId:
        """Return a fresh establishment id."""
        ...
