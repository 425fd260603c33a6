"""Takes the rows of a file in: each becomes events, changes nothing, or is objected to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from kenpo.register.commands import (
    Acquire,
    CertifyDependent,
    ChangeDependent,
    Command,
    CommandRow,
    Lose,
    RegisterEstablishment,
    RemoveDependent,
)
from kenpo.register.establishment import Establishment, OfficeKey
from kenpo.register.events import EstablishmentRegistered
from kenpo.register.family import Family
from kenpo.register.intake_dependents import certify, change, remove
from kenpo.register.intake_insured import acquire, lose
from kenpo.register.roster import Roster
from kenpo.register.symbol import symbol_of
from kenpo.register.taken import Taken
from kenpo.values.ids import EstablishmentId, PersonId


@dataclass(frozen=True, slots=True)
class Intake:
    """Takes rows into a roster; ``new_person`` makes the id of somebody not seen before."""

    roster: Roster
    new_person: Callable[[], PersonId]

    def reserve_numbers(self, rows: Iterable[CommandRow]) -> None:
        """Keep the numbers that acquisitions of the file name from being given to others."""
        for office, number in named_numbers(rows):
            self.roster.reserve(office, number)

    def paper_keys(self, rows: Iterable[CommandRow]) -> dict[str, tuple[OfficeKey, str]]:
        """Return whose numbers those would be on paper: who had one before keeps it."""
        return {
            self.roster.paper_key(office, number): (office, number)
            for office, number in named_numbers(rows)
        }

    def take(self, row: CommandRow) -> tuple[Taken, ...]:
        """Return the events of a row, none when it changes nothing.

        Raises ``ObjectionError`` for the whole row; the roster is then as it was.
        """
        family: Family | None = None
        events: list[Taken] = []
        for command in row.commands:
            family, taken = self._do(command, family)
            events += taken
        if family is not None:
            self.roster.put(family)
        return tuple(events)

    def _do(self, command: Command, family: Family | None) -> tuple[Family, tuple[Taken, ...]]:
        if isinstance(command, Acquire):
            return acquire(self.roster, command, self.new_person)
        found = family or self.roster.find(command.insured)
        match command:
            case Lose():
                return lose(found, command)
            case CertifyDependent():
                return certify(found, command, self.new_person)
            case RemoveDependent():
                return remove(found, command)
            case ChangeDependent():
                return change(found, command)
            case _:
                assert_never(command)


def named_numbers(rows: Iterable[CommandRow]) -> Iterator[tuple[OfficeKey, str]]:
    """Yield office and number of each acquisition that names a number."""
    for row in rows:
        for command in row.commands:
            if isinstance(command, Acquire) and command.insured.number:
                yield command.insured.office, command.insured.number


def register_establishment(
    known: Establishment | None,
    command: RegisterEstablishment,
    new_establishment: Callable[[], EstablishmentId],
) -> tuple[Establishment, EstablishmentRegistered | None]:
    """Return the establishment as reported, and the event when anything about it is new.

    The id and the symbol of a known establishment stay.
    """
    establishment = Establishment(
        establishment_id=known.establishment_id if known else new_establishment(),
        key=command.office,
        symbol=known.symbol if known else symbol_of(command.office),
        office_number=command.office_number,
        name=command.name,
        address=command.address,
        employer_name=command.employer_name,
        telephone=command.telephone,
    )
    if establishment == known:
        return known, None
    return establishment, EstablishmentRegistered(
        establishment=establishment, reported_on=command.reported_on
    )
