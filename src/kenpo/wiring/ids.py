"""Identifiers that never reach paper."""

from __future__ import annotations

from dataclasses import dataclass, field

from kenpo.storage.uuid7 import Uuid7
from kenpo.values.ids import EstablishmentId, PersonId


@dataclass(frozen=True, slots=True)
class FreshIds:
    """Makes UUIDv7."""

    _next: Uuid7 = field(default_factory=Uuid7)

    def person(self) -> PersonId:
        """Return a fresh person id."""
        return PersonId(self._next())

    def establishment(self) -> EstablishmentId:
        """Return a fresh establishment id."""
        return EstablishmentId(self._next())
