"""Fakes of the ports that imports need: a register, an imports table and a database in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from uuid import UUID

from kenpo.operations.ports import (
    ImportedFile,
    NumberedEvent,
    Refusal,
    RegisterCounts,
    Session,
    Waves,
)
from kenpo.register.establishment import Establishment, OfficeKey
from kenpo.register.events import (
    CardStatusReported,
    DependentCertified,
    EligibilityAcquired,
    EligibilityLost,
    EstablishmentRegistered,
    Event,
    PersonChanged,
    Recorded,
)
from kenpo.register.view import CardStatus, MemberRecord
from kenpo.values.branch import Branch
from kenpo.values.ids import EstablishmentId, PersonId
from kenpo.values.insurer import Insurer
from kenpo.values.insurer_number import InsurerNumber
from kenpo.values.person import Relation


@dataclass(slots=True)
class CountingIds:
    """Ids 1, 2, 3 …: the same run gives the same ids."""

    last: int = 0

    def person(self) -> PersonId:
        self.last += 1
        return PersonId(UUID(int=self.last))

    def establishment(self) -> EstablishmentId:
        self.last += 1
        return EstablishmentId(UUID(int=self.last))


@dataclass(frozen=True, slots=True)
class NoonOf:
    """A clock that stands at noon UTC of one day."""

    day: date

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)

    def today(self) -> date:
        return self.day


@dataclass(slots=True)
class FakeRegister:
    """Keeps events and the newest coverage of everybody."""

    events: list[NumberedEvent] = field(default_factory=list)
    offices: dict[OfficeKey, Establishment] = field(default_factory=dict)
    members: dict[PersonId, MemberRecord] = field(default_factory=dict)
    loses_events: bool = False

    def establishments(self, offices: Sequence[OfficeKey]) -> Mapping[OfficeKey, Establishment]:
        return {key: self.offices[key] for key in offices if key in self.offices}

    def coverage_of_offices(self, offices: Sequence[OfficeKey]) -> Sequence[MemberRecord]:
        return [each for each in self._sorted() if each.office in offices]

    def coverage_of_insurer_numbers(
        self, numbers: Sequence[InsurerNumber]
    ) -> Sequence[MemberRecord]:
        return [each for each in self._sorted() if each.insurer_number in numbers]

    def holders(self, paper_keys: Sequence[str]) -> Mapping[str, PersonId]:
        joined = [one.event for one in self.events if isinstance(one.event, EligibilityAcquired)]
        keys = {f"{one.insurer_number}:{one.member_number.key}": one.person_id for one in joined}
        return {key: keys[key] for key in paper_keys if key in keys}

    def take_turn(self) -> None:
        """Nobody else is there."""

    def unrecorded(self, events: Sequence[NumberedEvent]) -> Sequence[NumberedEvent]:
        known = [each.event for each in self.events]
        fresh: list[NumberedEvent] = []
        for one in events:
            if one.event not in known:
                known.append(one.event)
                fresh.append(one)
        return fresh

    def append(self, events: Sequence[NumberedEvent]) -> int:
        kept = events[:-1] if self.loses_events else events
        fresh = self.unrecorded(kept)
        for one in fresh:
            self.events.append(one)
            self._fold(one.event)
        return len(fresh)

    def members_as_of(self, on: date, branches: Sequence[Branch]) -> Iterator[MemberRecord]:
        return (
            each for each in self._sorted() if each.acquired_on <= on and each.branch in branches
        )

    def history_of(self, person_id: PersonId) -> Sequence[Recorded]:
        raise AssertionError(f"the tests on fakes do not ask for {person_id}")

    def counts(self, on: date) -> RegisterCounts:
        raise AssertionError(f"the tests on fakes do not count {on}")

    def counts_by_branch(self, on: date) -> Mapping[Branch, int]:
        raise AssertionError(f"the tests on fakes do not count {on}")

    def named(self, registered: str) -> MemberRecord:
        """Return the one member of that name."""
        (found,) = (each for each in self.members.values() if each.name.registered == registered)
        return found

    def _sorted(self) -> Sequence[MemberRecord]:
        return sorted(self.members.values(), key=lambda each: each.sort_key)

    def _fold(self, event: Event) -> None:
        match event:
            case EstablishmentRegistered():
                self.offices[event.establishment.key] = event.establishment
            case EligibilityAcquired() | DependentCertified():
                self.members[event.person_id] = self._joined(event)
            case EligibilityLost():
                self._replace(event.person_id, lost_on=event.lost_on)
            case PersonChanged():
                self._changed(event)
            case CardStatusReported():
                self._reported(event)

    def _joined(self, event: EligibilityAcquired | DependentCertified) -> MemberRecord:
        (office,) = (
            each
            for each in self.offices.values()
            if each.establishment_id == event.establishment_id
        )
        head: MemberRecord | None = None
        if isinstance(event, DependentCertified):
            head = self.members[event.insured_person_id]
        return MemberRecord(
            person_id=event.person_id,
            insured_person_id=head.person_id if head else event.person_id,
            relation=Relation.DEPENDENT if head else Relation.INSURED,
            branch=office.key.branch,
            establishment_id=event.establishment_id,
            office=office.key,
            establishment_name=office.name,
            insurer_number=event.insurer_number,
            member_number=event.member_number,
            name=event.name,
            insured_name=head.name if head else event.name,
            birth_date=event.birth_date,
            sex=event.sex,
            acquired_on=event.acquired_on,
            decided_on=event.decided_on,
            lost_on=None,
            wish_ticked=event.wish_ticked,
            my_number_filed=event.my_number_filed,
            status=None,
            certificates=(),
            address=head.address if head else event.address,
        )

    def _changed(self, event: PersonChanged) -> None:
        record = self.members[event.person_id]
        self.members[event.person_id] = replace(
            record,
            name=event.name or record.name,
            birth_date=event.birth_date or record.birth_date,
        )

    def _reported(self, event: CardStatusReported) -> None:
        known = self.members[event.person_id].status
        if known is None or known.as_of <= event.as_of:
            status = CardStatus(
                event.as_of,
                event.card,
                event.my_number_filed,
                event.use_registered_on,
                event.electronic_certificate_valid_until,
            )
            self.members[event.person_id] = replace(self.members[event.person_id], status=status)

    def _replace(self, person: PersonId, *, lost_on: date) -> None:
        self.members[person] = replace(self.members[person], lost_on=lost_on)


@dataclass(slots=True)
class FakeImports:
    """Keeps the files and their refusals."""

    kept: dict[str, tuple[ImportedFile, tuple[Refusal, ...]]] = field(default_factory=dict)

    def find(self, sha256: str) -> ImportedFile | None:
        return self.kept[sha256][0] if sha256 in self.kept else None

    def save(self, file: ImportedFile, refusals: Sequence[Refusal]) -> None:
        self.kept[file.sha256] = file, tuple(refusals)

    def files(self) -> Sequence[ImportedFile]:
        return [file for file, _ in self.kept.values()]

    def refusals(self, sha256: str) -> Sequence[Refusal]:
        return self.kept[sha256][1]


@dataclass(frozen=True, slots=True)
class FakeSession:
    """One transaction."""

    register: FakeRegister
    imports: FakeImports

    @property
    def waves(self) -> Waves:
        raise AssertionError("the tests on fakes do not ask for this")


@dataclass(slots=True)
class FakeDatabase:
    """A transaction that ends in an exception leaves nothing behind."""

    register: FakeRegister = field(default_factory=FakeRegister)
    imports: FakeImports = field(default_factory=FakeImports)
    opened: list[tuple[Insurer, str]] = field(default_factory=list)

    @contextmanager
    def begin(self, insurer: Insurer, actor: str) -> Iterator[Session]:
        self.opened.append((insurer, actor))
        register, imports = deepcopy(self.register), deepcopy(self.imports)
        yield FakeSession(register, imports)
        self.register, self.imports = register, imports


def silent(done: int, total: int) -> None:
    """Show no progress."""
