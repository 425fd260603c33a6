"""Events about made-up people, for tests of the register."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date, timedelta

from kenpo.operations.ports import NumberedEvent
from kenpo.register.establishment import Establishment, OfficeKey
from kenpo.register.events import (
    CardStatusReported,
    DependentCertified,
    EligibilityAcquired,
    EligibilityLost,
    EstablishmentRegistered,
    Event,
    Origin,
)
from kenpo.values.address import Address
from kenpo.values.branch import Branch
from kenpo.values.ids import EstablishmentId, PersonId
from kenpo.values.member_number import MemberNumber
from kenpo.values.my_number import MyNumber
from kenpo.values.name import PersonName
from kenpo.values.person import DependentRelation, LossReason, MyNumberCardState, Sex

SHIMANE = Branch(32)
OSAKA = Branch(27)
ACQUIRED = date(2024, 4, 1)
SNAPSHOT = date(2025, 4, 30)


def numbered(*events: Event, line: int = 1) -> list[NumberedEvent]:
    """Return the events as rows of one made-up file."""
    origin = Origin("SHFD0006.CSV", "00" * 32, line)
    return [NumberedEvent(origin, event) for event in events]


def with_my_number(event: EligibilityAcquired, number: MyNumber) -> NumberedEvent:
    """Return an acquisition whose row carried a My Number."""
    return NumberedEvent(Origin("SHFD0006.CSV", "00" * 32, 1), event, (event.person_id, number))


@dataclass(frozen=True, slots=True)
class Office:
    """A made-up establishment whose people join and leave."""

    branch: Branch = SHIMANE
    office_symbol: str = "ｶｶｶ"
    name: str = "出雲そば製作所"
    establishment_id: EstablishmentId = field(default_factory=lambda: EstablishmentId(uuid.uuid4()))

    @property
    def key(self) -> OfficeKey:
        return OfficeKey(self.branch, "11", self.office_symbol)

    def registered(
        self, name: str | None = None, reported_on: date | None = None
    ) -> EstablishmentRegistered:
        establishment = Establishment(
            establishment_id=self.establishment_id,
            key=self.key,
            symbol="11060606",
            office_number="00123",
            name=name or self.name,
            address=Address("6900001", "島根県松江市東朝日町一丁目"),
            employer_name="出雲　太郎",
            telephone="0852-00-0000",
        )
        return EstablishmentRegistered(establishment=establishment, reported_on=reported_on)

    def joined(
        self, number: int, *, on: date = ACQUIRED, person: PersonId | None = None
    ) -> EligibilityAcquired:
        return EligibilityAcquired(
            person_id=person or PersonId(uuid.uuid4()),
            establishment_id=self.establishment_id,
            insurer_number=self.branch.insurer_number,
            member_number=MemberNumber("11060606", str(number), "00"),
            name=PersonName(f"ｼﾏﾈ {number}", f"島根　{number}"),
            birth_date=date(1980, 1, 1) + timedelta(days=number % 9000),
            sex=Sex.FEMALE,
            acquired_on=on,
            decided_on=on,
            wish_ticked=False,
            my_number_filed=True,
            address=Address("6900002", f"島根県松江市大正町{number}"),
        )

    def certified(
        self, insured: EligibilityAcquired, sub_number: int, *, on: date = ACQUIRED
    ) -> DependentCertified:
        number = insured.member_number
        return DependentCertified(
            person_id=PersonId(uuid.uuid4()),
            insured_person_id=insured.person_id,
            establishment_id=self.establishment_id,
            insurer_number=insured.insurer_number,
            member_number=MemberNumber(number.symbol, number.number, f"{sub_number:02d}"),
            name=PersonName(f"ｼﾏﾈ ｺ{sub_number}", f"島根　子{sub_number}"),
            birth_date=date(2015, 5, 5),
            sex=Sex.MALE,
            relation=DependentRelation.CHILD,
            acquired_on=on,
            decided_on=on,
            wish_ticked=True,
            my_number_filed=True,
            address=None,
        )


def lost(person: PersonId, on: date, reason: LossReason = LossReason.LEFT) -> EligibilityLost:
    """Return a loss whose notice handed one certificate in."""
    return EligibilityLost(person_id=person, lost_on=on, reason=reason, certificates_attached=1)


def reported(
    person: PersonId,
    as_of: date = SNAPSHOT,
    card: MyNumberCardState = MyNumberCardState.HELD,
    address: Address | None = None,
) -> CardStatusReported:
    """Return what a snapshot says of a person."""
    return CardStatusReported(
        person_id=person,
        as_of=as_of,
        card=card,
        my_number_filed=True,
        use_registered_on=None,
        electronic_certificate_valid_until=None,
        address=address,
    )
