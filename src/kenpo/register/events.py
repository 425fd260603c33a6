"""What happened to whom: the append-only truth everything else is folded from.

An event says what became true and from which day. Its envelope (``Recorded``) says when we learnt
it, from whom and through which file. No event ever holds a My Number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kenpo.register.establishment import Establishment
from kenpo.values.address import Address
from kenpo.values.ids import EstablishmentId, EventId, PersonId
from kenpo.values.insurer_number import InsurerNumber
from kenpo.values.member_number import MemberNumber
from kenpo.values.name import PersonName
from kenpo.values.person import DependentRelation, LossReason, MyNumberCardState, Sex


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an event came from: file name, SHA-256 (hex) of its bytes, 1-based line."""

    file: str
    sha256: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishmentRegistered:
    """An establishment became known, or its data changed; ``reported_on`` is the file's own date.

    The date keeps two facts apart when the data change and later change back.
    """

    establishment: Establishment
    reported_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EligibilityAcquired:
    """資格取得: an insured person joined; the pension service decided it on ``decided_on``."""

    person_id: PersonId
    establishment_id: EstablishmentId
    insurer_number: InsurerNumber
    member_number: MemberNumber
    name: PersonName
    birth_date: date
    sex: Sex | None
    acquired_on: date
    decided_on: date
    wish_ticked: bool
    my_number_filed: bool
    address: Address | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DependentCertified:
    """被扶養者認定: a dependent joined the family of ``insured_person_id``."""

    person_id: PersonId
    insured_person_id: PersonId
    establishment_id: EstablishmentId
    insurer_number: InsurerNumber
    member_number: MemberNumber
    name: PersonName
    birth_date: date
    sex: Sex | None
    relation: DependentRelation
    acquired_on: date
    decided_on: date
    wish_ticked: bool
    my_number_filed: bool
    address: Address | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EligibilityLost:
    """資格喪失 or 扶養削除: ``lost_on`` is the first day without cover (leaving day + 1).

    The two counts are items 22 and 23 of the notice of loss: certificates handed in with it, and
    certificates that cannot be handed in. They are None on a dependent's own event.
    """

    person_id: PersonId
    lost_on: date
    reason: LossReason
    certificates_attached: int | None = None
    certificates_unreturnable: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChanged:
    """変更: name, birth date or address of a person was corrected; None leaves a value as it is."""

    person_id: PersonId
    changed_on: date
    name: PersonName | None = None
    birth_date: date | None = None
    address: Address | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardStatusReported:
    """利用登録状況: what the monthly snapshot says of one person on its day ``as_of``."""

    person_id: PersonId
    as_of: date
    card: MyNumberCardState
    my_number_filed: bool
    use_registered_on: date | None
    electronic_certificate_valid_until: date | None
    address: Address | None = None


Event = (
    EstablishmentRegistered
    | EligibilityAcquired
    | DependentCertified
    | EligibilityLost
    | PersonChanged
    | CardStatusReported
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event in its envelope. ``key`` is derived from the content: the same fact has one key."""

    event_id: EventId
    key: str
    recorded_at: datetime
    actor: str
    origin: Origin
    event: Event
