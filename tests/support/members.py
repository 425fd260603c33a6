"""Made-up members for tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid5

from kenpo.register.establishment import OfficeKey
from kenpo.register.view import CardStatus, MemberRecord
from kenpo.values.address import Address
from kenpo.values.branch import Branch
from kenpo.values.ids import EstablishmentId, PersonId
from kenpo.values.member_number import MemberNumber
from kenpo.values.name import PersonName
from kenpo.values.person import MyNumberCardState, Relation, Sex

SHIMANE = Branch(32)
_SPACE = UUID("018f0000-0000-7000-8000-000000000000")
NO_CARD = CardStatus(
    as_of=date(2025, 4, 30),
    card=MyNumberCardState.NONE,
    my_number_filed=True,
    use_registered_on=None,
    electronic_certificate_valid_until=None,
)


def insured(number: int, *, branch: Branch = SHIMANE, symbol: str = "21010001") -> MemberRecord:
    """An insured person without a My Number card, joined long ago, address known."""
    who = PersonId(uuid5(_SPACE, f"{branch}:{symbol}:{number}"))
    name = PersonName("ｼﾏﾈ ﾊﾅｺ", "島根　花子")
    return MemberRecord(
        person_id=who,
        insured_person_id=who,
        relation=Relation.INSURED,
        branch=branch,
        establishment_id=EstablishmentId(uuid5(_SPACE, f"office:{branch}:{symbol}")),
        office=OfficeKey(branch, "21", symbol[2:]),
        establishment_name=f"架空商店{symbol}",
        insurer_number=branch.insurer_number,
        member_number=MemberNumber(symbol, str(number), "00"),
        name=name,
        insured_name=name,
        birth_date=date(1980, 5, 17),
        sex=Sex.FEMALE,
        acquired_on=date(2020, 4, 1),
        decided_on=date(2020, 4, 3),
        lost_on=None,
        wish_ticked=False,
        my_number_filed=True,
        status=NO_CARD,
        certificates=(),
        address=Address("6900001", "島根県松江市架空町1丁目2番3号"),
    )


def family(head: MemberRecord, dependents: int) -> Sequence[MemberRecord]:
    """The insured person and so many dependents, sub-numbers 00, 01, 02 …."""
    return (head, *(dependent(head, n) for n in range(1, dependents + 1)))


def dependent(head: MemberRecord, n: int) -> MemberRecord:
    """The n-th dependent of an insured person, another surname than the insured person's."""
    number = head.member_number
    return replace(
        head,
        person_id=PersonId(uuid5(_SPACE, f"{head.person_id}:{n}")),
        relation=Relation.DEPENDENT,
        member_number=MemberNumber(number.symbol, number.number, f"{n:02d}"),
        name=PersonName(f"ｲｽﾞﾓ ｺ{'ｱｲｳｴｵ'[n % 5]}", f"出雲　子{n}"),
        birth_date=date(2015, 3, n),
        sex=None,
    )
