"""What a notice asks the register to do, free of the words of any file format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kenpo.register.establishment import OfficeKey
from kenpo.values.address import Address
from kenpo.values.insurer_number import InsurerNumber
from kenpo.values.member_number import MemberNumber
from kenpo.values.my_number import MyNumber
from kenpo.values.name import PersonName
from kenpo.values.person import DependentRelation, LossReason, MyNumberCardState, Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEstablishment:
    """Make an establishment known, or report its new data; ``reported_on`` is the file's day."""

    office: OfficeKey
    office_number: str
    name: str
    address: Address
    employer_name: str
    telephone: str
    reported_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InsuredRef:
    """How a notice names an insured person; ``number`` "" means the notice left it out."""

    office: OfficeKey
    number: str
    name_kana: str
    birth_date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquire:
    """資格取得: take an insured person in. The notice's My Number goes to the vault only."""

    insured: InsuredRef
    name: PersonName
    sex: Sex | None
    acquired_on: date
    decided_on: date
    wish_ticked: bool
    my_number: MyNumber | None
    address: Address | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lose:
    """資格喪失: end an insured person's cover; ``lost_on`` is the first day without it."""

    insured: InsuredRef
    lost_on: date
    reason: LossReason
    certificates_attached: int
    certificates_unreturnable: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifyDependent:
    """被扶養者認定: take a dependent into the insured person's family."""

    insured: InsuredRef
    name: PersonName
    birth_date: date
    sex: Sex | None
    relation: DependentRelation
    acquired_on: date
    decided_on: date
    wish_ticked: bool
    my_number: MyNumber | None
    address: Address | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveDependent:
    """扶養削除: end a dependent's cover; ``lost_on`` is the first day without it."""

    insured: InsuredRef
    name: PersonName
    birth_date: date
    lost_on: date
    reason: LossReason


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDependent:
    """変更: correct what the register holds of a dependent; ``note`` says what stood before."""

    insured: InsuredRef
    name: PersonName
    birth_date: date
    changed_on: date
    address: Address | None
    note: str


Command = Acquire | Lose | CertifyDependent | RemoveDependent | ChangeDependent


@dataclass(frozen=True, slots=True)
class CommandRow:
    """One row of a file: all of its commands are taken, or none. All are about one family.

    A row without commands concerns the pension only and changes nothing here.
    """

    line: int
    commands: tuple[Command, ...]


@dataclass(frozen=True, slots=True)
class EstablishmentRow:
    """What one line of a file says of an establishment."""

    line: int
    command: RegisterEstablishment


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCardStatus:
    """利用登録状況: what a snapshot of the day ``as_of`` says of one person."""

    as_of: date
    insurer_number: InsurerNumber
    member_number: MemberNumber
    birth_date: date
    card: MyNumberCardState
    my_number_filed: bool
    use_registered_on: date | None
    electronic_certificate_valid_until: date | None
    address: Address | None

    @property
    def paper_key(self) -> str:
        """The person's identity: insurer number and 記号・番号・枝番."""
        return f"{self.insurer_number}:{self.member_number.key}"


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One row of a snapshot and its 1-based line."""

    line: int
    command: ReportCardStatus
