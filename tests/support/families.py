"""An intake over one made-up establishment, and commands about its made-up people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kenpo.register.commands import (
    Acquire,
    CertifyDependent,
    ChangeDependent,
    Command,
    CommandRow,
    InsuredRef,
    Lose,
    RegisterEstablishment,
    RemoveDependent,
)
from kenpo.register.establishment import OfficeKey
from kenpo.register.intake import Intake, register_establishment
from kenpo.register.roster import Roster
from kenpo.register.taken import Taken
from kenpo.values.address import Address
from kenpo.values.branch import Branch
from kenpo.values.my_number import MyNumber
from kenpo.values.name import PersonName
from kenpo.values.person import DependentRelation, LossReason, Sex
from support.fakes import CountingIds

OFFICE = OfficeKey(Branch(32), "11", "ｲﾅﾎ")
BORN = date(1980, 5, 17)
JOINED = date(2025, 4, 1)
CHILD_BORN = date(2015, 3, 3)
MY_NUMBER = MyNumber("123456789018")
HANAKO = PersonName("ﾐﾎﾝ ﾊﾅｺ", "見本　花子")
KOHARU = PersonName("ﾐﾎﾝ ｺﾊﾙ", "見本　小春")


def office(name: str = "いなほ見本", reported_on: date = JOINED) -> RegisterEstablishment:
    return RegisterEstablishment(
        office=OFFICE,
        office_number="123",
        name=name,
        address=Address("6900001", "島根県松江市架空町"),
        employer_name="稲穂　見本",
        telephone="0852-00-0000",
        reported_on=reported_on,
    )


def ref(number: str = "", kana: str = HANAKO.kana, born: date = BORN) -> InsuredRef:
    return InsuredRef(office=OFFICE, number=number, name_kana=kana, birth_date=born)


def joins(
    number: str = "",
    *,
    name: PersonName = HANAKO,
    born: date = BORN,
    on: date = JOINED,
    wish: bool = False,
) -> Acquire:
    return Acquire(
        insured=ref(number, name.kana, born),
        name=name,
        sex=Sex.FEMALE,
        acquired_on=on,
        decided_on=on,
        wish_ticked=wish,
        my_number=MY_NUMBER,
        address=None,
    )


def leaves(
    on: date, number: str = "", reason: LossReason = LossReason.LEFT, attached: int = 0
) -> Lose:
    return Lose(
        insured=ref(number),
        lost_on=on,
        reason=reason,
        certificates_attached=attached,
        certificates_unreturnable=0,
    )


def certified(
    name: PersonName = KOHARU, *, on: date = JOINED, born: date = CHILD_BORN, wish: bool = False
) -> CertifyDependent:
    return CertifyDependent(
        insured=ref(),
        name=name,
        birth_date=born,
        sex=Sex.FEMALE,
        relation=DependentRelation.CHILD,
        acquired_on=on,
        decided_on=on,
        wish_ticked=wish,
        my_number=None,
        address=Address("6900002", "島根県松江市架空町二丁目"),
    )


def removed(
    on: date, name: PersonName = KOHARU, reason: LossReason = LossReason.EMPLOYED
) -> RemoveDependent:
    return RemoveDependent(
        insured=ref(), name=name, birth_date=CHILD_BORN, lost_on=on, reason=reason
    )


def changed(name: PersonName, born: date = CHILD_BORN) -> ChangeDependent:
    return ChangeDependent(
        insured=ref(),
        name=name,
        birth_date=born,
        changed_on=date(2025, 6, 1),
        address=None,
        note="氏名訂正",
    )


def intake() -> Intake:
    """Return an intake that knows the establishment and nobody in it."""
    ids = CountingIds()
    establishment, _ = register_establishment(None, office(), ids.establishment)
    return Intake(Roster.of({OFFICE: establishment}, ()), ids.person)


def take(intake: Intake, *commands: Command) -> Sequence[Taken]:
    """Take each command as a row of its own; return the events of the last."""
    taken: Sequence[Taken] = ()
    for line, command in enumerate(commands, start=1):
        taken = intake.take(CommandRow(line, (command,)))
    return taken
