"""Folds events into the rows of the projections, in memory; ``projections`` writes them down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import assert_never
from uuid import UUID

from kenpo.register.events import (
    CardStatusReported,
    DependentCertified,
    EligibilityAcquired,
    EligibilityLost,
    EstablishmentRegistered,
    Event,
    PersonChanged,
)
from kenpo.storage.codec import first_key
from kenpo.storage.spans import Span, close, opened
from kenpo.values.address import Address
from kenpo.values.name import PersonName

Row = tuple[object, ...]


@dataclass(slots=True)
class Fold:
    """What a run of events adds to the projections.

    ``known`` gives the natural keys of the persons the register has already; ``spans`` starts with
    the coverage of those among them whom the events touch. Rows are in the columns' order, without
    the insurer.
    """

    known: Mapping[UUID, str]
    spans: dict[UUID, list[Span]] = field(default_factory=dict)
    establishments: dict[UUID, Row] = field(default_factory=dict)
    persons: dict[UUID, Row] = field(default_factory=dict)
    births: dict[UUID, date] = field(default_factory=dict)
    names: list[Row] = field(default_factory=list)
    addresses: list[Row] = field(default_factory=list)
    statuses: dict[tuple[UUID, date], Row] = field(default_factory=dict)

    def add(self, event: Event, event_id: UUID) -> None:
        """Fold one event."""
        match event:
            case EstablishmentRegistered():
                self._establishment(event, event_id)
            case EligibilityAcquired() | DependentCertified():
                self._joined(event, event_id)
            case EligibilityLost():
                close(self.spans.setdefault(event.person_id, []), event, event_id)
            case PersonChanged():
                self._changed(event, event_id)
            case CardStatusReported():
                self._status(event, event_id)
            case _:
                assert_never(event)

    def _establishment(self, event: EstablishmentRegistered, event_id: UUID) -> None:
        one = event.establishment
        before = self.establishments.get(one.establishment_id)
        if before is not None and _day(before[-2]) > _day(event.reported_on):
            return
        self.establishments[one.establishment_id] = (
            one.establishment_id,
            one.key.branch.code,
            one.key.county,
            one.key.office_symbol,
            one.symbol,
            one.office_number,
            one.name,
            one.address.postcode,
            one.address.text,
            one.employer_name,
            one.telephone,
            event.reported_on,
            event_id,
        )

    def _joined(self, event: EligibilityAcquired | DependentCertified, event_id: UUID) -> None:
        person = event.person_id
        is_new = person not in self.known and person not in self.persons
        if is_new:
            sex = event.sex.value if event.sex else None
            self.persons[person] = (person, first_key(event), event.birth_date, sex, event_id)
        # The first name a person is known by holds from birth, so that any day has one.
        named_from = event.birth_date if is_new else event.acquired_on
        self._name(person, named_from, event.name, event_id)
        self._address(person, event.acquired_on, event.address, event_id)
        self.spans.setdefault(person, []).append(opened(event, event_id))

    def _changed(self, event: PersonChanged, event_id: UUID) -> None:
        if event.birth_date is not None:
            self.births[event.person_id] = event.birth_date
        if event.name is not None:
            self._name(event.person_id, event.changed_on, event.name, event_id)
        self._address(event.person_id, event.changed_on, event.address, event_id)

    def _status(self, event: CardStatusReported, event_id: UUID) -> None:
        self.statuses[event.person_id, event.as_of] = (
            event.person_id,
            event.as_of,
            event.card.value,
            event.my_number_filed,
            event.use_registered_on,
            event.electronic_certificate_valid_until,
            event_id,
        )
        self._address(event.person_id, event.as_of, event.address, event_id)

    def _name(self, person: UUID, valid_from: date, name: PersonName, event_id: UUID) -> None:
        self.names.append((person, valid_from, event_id, name.kana, name.registered))

    def _address(
        self, person: UUID, valid_from: date, address: Address | None, event_id: UUID
    ) -> None:
        if address is not None:
            self.addresses.append((person, valid_from, event_id, address.postcode, address.text))


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.min
