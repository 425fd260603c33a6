"""The register of one insurer, as operations read and append it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kenpo.register.establishment import Establishment, OfficeKey
from kenpo.register.events import Event, Origin, Recorded
from kenpo.register.view import MemberRecord
from kenpo.values.branch import Branch
from kenpo.values.ids import PersonId
from kenpo.values.insurer_number import InsurerNumber
from kenpo.values.my_number import MyNumber


@dataclass(frozen=True, slots=True)
class NumberedEvent:
    """An event with its origin, and the My Number that came with it and goes to the vault only."""

    origin: Origin
    event: Event
    my_number: tuple[PersonId, MyNumber] | None = None


@dataclass(frozen=True, slots=True)
class RegisterCounts:
    """How many are in the register; each number is its own query."""

    members: int
    insured: int
    dependents: int
    establishments: int


class Register(Protocol):
    """The register of one insurer inside one transaction."""

    def establishments(self, offices: Sequence[OfficeKey]) -> Mapping[OfficeKey, Establishment]:
        """Return the known establishments among the given offices."""
        ...

    def coverage_of_offices(self, offices: Sequence[OfficeKey]) -> Sequence[MemberRecord]:
        """Return everybody ever covered at the offices, newest coverage each, for intake."""
        ...

    def coverage_of_insurer_numbers(
        self, numbers: Sequence[InsurerNumber]
    ) -> Sequence[MemberRecord]:
        """Return everybody ever covered under the insurer numbers, newest coverage each."""
        ...

    def holders(self, paper_keys: Sequence[str]) -> Mapping[str, PersonId]:
        """Return who holds, or last held, each insurer number with its 記号・番号・枝番."""
        ...

    def take_turn(self) -> None:
        """Wait until no other transaction writes events of the insurer; held to the end."""
        ...

    def unrecorded(self, events: Sequence[NumberedEvent]) -> Sequence[NumberedEvent]:
        """Return the events not yet known by key, each fact once, in order."""
        ...

    def append(self, events: Sequence[NumberedEvent]) -> int:
        """Append the events not yet known by key, update the projections, count the new ones."""
        ...

    def members_as_of(self, on: date, branches: Sequence[Branch]) -> Iterator[MemberRecord]:
        """Yield everybody whose coverage began on or before ``on``, in ``sort_key`` order.

        Coverage already ended on ``on`` is included (its row says why the person is out); the card
        status is the newest snapshot with ``as_of`` ≤ ``on``.
        """
        ...

    def history_of(self, person_id: PersonId) -> Sequence[Recorded]:
        """Return all events of a person in the order they were recorded."""
        ...

    def counts(self, on: date) -> RegisterCounts:
        """Count the members covered on a day."""
        ...

    def counts_by_branch(self, on: date) -> Mapping[Branch, int]:
        """Count the members covered on a day, by branch."""
        ...
