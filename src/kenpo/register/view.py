"""The register seen on a day: what the rule book and the mailing ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kenpo.register.establishment import OfficeKey
from kenpo.values.address import Address
from kenpo.values.branch import Branch
from kenpo.values.ids import EstablishmentId, PersonId
from kenpo.values.insurer_number import InsurerNumber
from kenpo.values.member_number import MemberNumber
from kenpo.values.name import PersonName
from kenpo.values.person import MyNumberCardState, Relation, Sex


@dataclass(frozen=True, slots=True)
class CardStatus:
    """The newest snapshot of a person's card on or before the day asked about."""

    as_of: date
    card: MyNumberCardState
    my_number_filed: bool
    use_registered_on: date | None
    electronic_certificate_valid_until: date | None


@dataclass(frozen=True, slots=True)
class HeldCertificate:
    """A certificate already issued to the person."""

    serial: str
    issued_on: date
    valid_until: date


@dataclass(frozen=True, slots=True)
class MemberRecord:
    """One covered person as of a day, with everything a decision or a document needs.

    ``address`` is the home of the insured person of the family (S0 L207-209); None is unknown.
    ``insured_name`` is the insured person's own name, also on a dependent's record.
    ``status`` None: no snapshot has ever named the person, so the card facts are unknown.
    """

    person_id: PersonId
    insured_person_id: PersonId
    relation: Relation
    branch: Branch
    establishment_id: EstablishmentId
    office: OfficeKey
    establishment_name: str
    insurer_number: InsurerNumber
    member_number: MemberNumber
    name: PersonName
    insured_name: PersonName
    birth_date: date
    sex: Sex | None
    acquired_on: date
    decided_on: date
    lost_on: date | None
    wish_ticked: bool
    my_number_filed: bool
    status: CardStatus | None
    certificates: tuple[HeldCertificate, ...]
    address: Address | None

    @property
    def paper_key(self) -> str:
        """The person's identity for ids on paper: insurer number and 記号・番号・枝番."""
        return f"{self.insurer_number}:{self.member_number.key}"

    @property
    def sort_key(self) -> tuple[int, str, str, str]:
        """Branch, symbol, number, sub-number: the one order of every list."""
        number = self.member_number
        return (self.branch.code, number.symbol, number.number.zfill(7), number.sub_number or "")
