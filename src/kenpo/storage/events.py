"""The append-only events: written once each, read in the order they were recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, Row, select, text

from kenpo.operations.ports import NumberedEvent
from kenpo.register.events import (
    DependentCertified,
    EligibilityAcquired,
    EstablishmentRegistered,
    Event,
    Origin,
    Recorded,
)
from kenpo.storage import tables
from kenpo.storage.bulk import Bulk
from kenpo.storage.codec import decode, encode, event_key, first_key, kind_of, person_of
from kenpo.storage.errors import ConflictError
from kenpo.storage.projections import columns_of, person_keys
from kenpo.storage.uuid7 import Uuid7
from kenpo.values.ids import EventId
from kenpo.values.insurer import Insurer

_NEXT = Uuid7()
_CHUNK = 5000


@dataclass(frozen=True, slots=True)
class Stamp:
    """When and by whom events are recorded."""

    at: datetime
    actor: str


@dataclass(frozen=True, slots=True)
class Events:
    """The events of one insurer inside the connection's transaction."""

    connection: Connection
    insurer: Insurer

    def append(
        self, events: Sequence[NumberedEvent], stamp: Stamp
    ) -> list[tuple[UUID, NumberedEvent]]:
        """Write the events whose keys are new and return them with their ids, in order.

        Writers of one insurer take turns, so ids and keys are never two writers' guesses.
        """
        take_turn(self.connection, self.insurer)
        fresh = self._unknown(events)
        last = self._last()
        numbered = []
        for event_key_, one in fresh:
            last = _NEXT(after=last)
            numbered.append((last, event_key_, one))
        rows = (self._row(event_id, key, one, stamp) for event_id, key, one in numbered)
        if numbered:
            Bulk(self.connection, self.insurer).insert("event", columns_of("event"), rows)
        return [(event_id, one) for event_id, _, one in numbered]

    def unrecorded(self, events: Sequence[NumberedEvent]) -> list[NumberedEvent]:
        """Return the events whose keys are new, each fact once, in order."""
        return [one for _, one in self._unknown(events)]

    def of_person(self, person_id: UUID) -> Sequence[Recorded]:
        """Return a person's events in the order they were recorded."""
        event = tables.event.c
        statement = (
            select(tables.event)
            .where(event.insurer == self.insurer.value, event.person_id == person_id)
            .order_by(event.event_id)
        )
        return [recorded(row) for row in self.connection.execute(statement)]

    def all(self) -> Iterator[Sequence[tuple[UUID, Event]]]:
        """Yield all events in the order they were recorded, a few thousand at a time."""
        event = tables.event.c
        statement = (
            select(event.event_id, event.kind, event.payload)
            .where(event.insurer == self.insurer.value)
            .order_by(event.event_id)
        )
        options = {"stream_results": True, "yield_per": _CHUNK}
        with self.connection.execute(statement, execution_options=options) as result:
            for rows in result.partitions():
                yield [(row.event_id, decode(row.kind, row.payload)) for row in rows]

    def _unknown(self, events: Sequence[NumberedEvent]) -> list[tuple[bytes, NumberedEvent]]:
        names = self._names(events)
        keyed: dict[bytes, NumberedEvent] = {}
        for one in events:
            keyed.setdefault(event_key(one.event, _name(names, one.event)), one)
        event = tables.event.c
        statement = select(event.event_key).where(
            event.insurer == self.insurer.value,
            event.event_key == text("any(:keys)").bindparams(keys=list(keyed)),
        )
        known = {bytes(key) for key in self.connection.scalars(statement)}
        return [(key, one) for key, one in keyed.items() if key not in known]

    def _names(self, events: Sequence[NumberedEvent]) -> dict[UUID, str]:
        """Return the natural key of everybody the events name: as registered, else as joining."""
        people = {person for one in events if (person := person_of(one.event)) is not None}
        names: dict[UUID, str] = {}
        for one in events:
            if isinstance(one.event, EligibilityAcquired | DependentCertified):
                names.setdefault(one.event.person_id, first_key(one.event))
        return names | person_keys(self.connection, self.insurer, people)

    def _last(self) -> UUID | None:
        event = tables.event.c
        statement = (
            select(event.event_id)
            .where(event.insurer == self.insurer.value)
            .order_by(event.event_id.desc())
            .limit(1)
        )
        return self.connection.scalar(statement)

    def _row(
        self, event_id: UUID, key: bytes, one: NumberedEvent, stamp: Stamp
    ) -> tuple[object, ...]:
        event, origin = one.event, one.origin
        envelope = (stamp.at, stamp.actor, origin.file, origin.sha256, origin.line)
        return (event_id, key, kind_of(event), *_about(event), *envelope, encode(event))


def take_turn(connection: Connection, insurer: Insurer) -> None:
    """Wait until no other transaction appends to the insurer's events; its end passes the turn."""
    turn = text("select pg_advisory_xact_lock(hashtextextended('kenpo.event.' || :who, 0))")
    connection.execute(turn, {"who": insurer.value})


def _about(event: Event) -> tuple[UUID | None, UUID | None]:
    """Return the person and the establishment an event is about; one of them is None."""
    if isinstance(event, EstablishmentRegistered):
        return None, event.establishment.establishment_id
    return event.person_id, None


def _name(names: dict[UUID, str], event: Event) -> str:
    """Return the natural key an event is about; an establishment's content names itself."""
    person = person_of(event)
    if person is None:
        return ""
    if person not in names:
        raise ConflictError(
            "登録のない人についての届出です。",
            "資格取得届か被扶養者届が先に届いているか確かめてください。",
        )
    return names[person]


def recorded(row: Row[tuple[object, ...]]) -> Recorded:
    """Return a row of ``event`` as a value."""
    return Recorded(
        event_id=EventId(row.event_id),
        key=bytes(row.event_key).hex(),
        recorded_at=row.recorded_at,
        actor=row.actor,
        origin=Origin(row.file, row.file_sha256, row.line),
        event=decode(row.kind, row.payload),
    )
