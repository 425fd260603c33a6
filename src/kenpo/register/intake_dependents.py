"""被扶養者認定, 扶養削除 and 変更 of a dependent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kenpo.register.commands import CertifyDependent, ChangeDependent, RemoveDependent
from kenpo.register.events import DependentCertified, EligibilityLost, PersonChanged
from kenpo.register.family import Family, covered_on, key_of, may_be_same, person_key
from kenpo.register.objection import ObjectionError
from kenpo.register.taken import Taken, taken
from kenpo.register.view import MemberRecord
from kenpo.values.ids import PersonId
from kenpo.values.member_number import MemberNumber
from kenpo.values.name import PersonName
from kenpo.values.person import LossReason, Relation

_WHO = "被扶養者の氏名（カナ）・生年月日"
_BECAME = "被扶養者になった日"
_CEASED = "被扶養者でなくなった日"


def certify(
    family: Family, command: CertifyDependent, new_person: Callable[[], PersonId]
) -> tuple[Family, tuple[Taken, ...]]:
    """Take a dependent in, again under the same id if they were in this family before.

    When the insured person has lost eligibility since, the dependent's cover ends with theirs.
    """
    known = family.find(command.name.kana, command.birth_date)
    if known is not None and known.acquired_on == command.acquired_on:
        _check_same(known, command)
        return family, ()
    _check_family(family, command)
    if known is not None:
        _check_ended(known, command)
    record = _record(family, command, known, new_person)
    event = _certified(record, command)
    events = (taken(event, record.person_id, command.my_number), *_end_with_insured(family, record))
    return family.put(replace(record, lost_on=family.insured.lost_on)), events


def _end_with_insured(family: Family, record: MemberRecord) -> tuple[Taken, ...]:
    lost_on = family.insured.lost_on
    if lost_on is None:
        return ()
    reason = LossReason.INSURED_LOST
    return (Taken(EligibilityLost(person_id=record.person_id, lost_on=lost_on, reason=reason)),)


def _check_same(record: MemberRecord, command: CertifyDependent) -> None:
    known = (record.sex, record.wish_ticked, record.my_number_filed)
    asked = (command.sex, command.wish_ticked, command.my_number is not None)
    if known != asked or not may_be_same(record.name, command.name):
        raise ObjectionError(
            "被扶養者の氏名（漢字）・性別・資格確認書発行要否・個人番号の有無",
            "同じ日の認定がすでに登録されていて、内容が違います。",
            "訂正のときは変更(3)として届け出てください。",
        )


def _check_family(family: Family, command: CertifyDependent) -> None:
    if key_of(family.insured) == person_key(command.name.kana, command.birth_date):
        raise ObjectionError(
            _WHO, "被保険者本人と同じ人です。", "被扶養者の氏名と生年月日を確かめてください。"
        )
    if not covered_on(family.insured, command.acquired_on):
        raise ObjectionError(
            _BECAME,
            "この日に被保険者の資格がありません。",
            "被保険者の資格取得年月日・資格喪失年月日と、なった日を確かめてください。",
        )


def _check_ended(record: MemberRecord, command: CertifyDependent) -> None:
    if record.lost_on is None:
        raise ObjectionError(
            _BECAME,
            "この人はすでに別の日からこの家族の被扶養者です。",
            "なった日を確かめるか、先に非該当(2)を届け出てください。",
        )
    if command.acquired_on < record.lost_on:
        raise ObjectionError(
            _BECAME,
            "前に被扶養者でなくなった日より前の日です。",
            "なった日と、前になくなった日を確かめてください。",
        )


def _record(
    family: Family,
    command: CertifyDependent,
    known: MemberRecord | None,
    new_person: Callable[[], PersonId],
) -> MemberRecord:
    return replace(
        family.insured,
        person_id=known.person_id if known else new_person(),
        relation=Relation.DEPENDENT,
        member_number=_member_number(family, known),
        name=command.name,
        birth_date=command.birth_date,
        sex=command.sex,
        acquired_on=command.acquired_on,
        decided_on=command.decided_on,
        lost_on=None,
        wish_ticked=command.wish_ticked,
        my_number_filed=command.my_number is not None,
        status=None,
        certificates=(),
    )


def _member_number(family: Family, known: MemberRecord | None) -> MemberNumber:
    own = family.insured.member_number
    if known is not None and known.member_number.household_key == own.household_key:
        return known.member_number
    return MemberNumber(own.symbol, own.number, family.next_sub_number())


def _certified(record: MemberRecord, command: CertifyDependent) -> DependentCertified:
    return DependentCertified(
        person_id=record.person_id,
        insured_person_id=record.insured_person_id,
        establishment_id=record.establishment_id,
        insurer_number=record.insurer_number,
        member_number=record.member_number,
        name=record.name,
        birth_date=record.birth_date,
        sex=record.sex,
        relation=command.relation,
        acquired_on=record.acquired_on,
        decided_on=record.decided_on,
        wish_ticked=record.wish_ticked,
        my_number_filed=record.my_number_filed,
        address=command.address,
    )


def remove(family: Family, command: RemoveDependent) -> tuple[Family, tuple[Taken, ...]]:
    """End a dependent's cover; the same removal again gives the same event again."""
    record = family.find(command.name.kana, command.birth_date)
    if record is None:
        raise _nobody()
    _check_removal(record, command.lost_on)
    event = EligibilityLost(
        person_id=record.person_id, lost_on=command.lost_on, reason=command.reason
    )
    return family.put(replace(record, lost_on=command.lost_on)), (Taken(event),)


def _check_removal(record: MemberRecord, lost_on: date) -> None:
    if record.lost_on not in {None, lost_on}:
        raise ObjectionError(
            _CEASED,
            "この人は別の日に被扶養者でなくなっています。",
            "なくなった日を確かめてください。",
        )
    if lost_on <= record.acquired_on:
        raise ObjectionError(
            _CEASED,
            "被扶養者になった日より後の日ではありません。",
            "なった日となくなった日を確かめてください。",
        )


def change(family: Family, command: ChangeDependent) -> tuple[Family, tuple[Taken, ...]]:
    """Correct a dependent's name, birth date or address; nothing new is nothing."""
    record = _changed_person(family, command)
    name = None if _is_known(record.name, command.name) else command.name
    birth_date = None if record.birth_date == command.birth_date else command.birth_date
    address = None if record.address == command.address else command.address
    if name is None and birth_date is None and address is None:
        return family, ()
    event = PersonChanged(
        person_id=record.person_id,
        changed_on=command.changed_on,
        name=name,
        birth_date=birth_date,
        address=address,
        note=command.note,
    )
    after = replace(record, name=name or record.name, birth_date=command.birth_date)
    return family.put(after), (Taken(event),)


def _is_known(known: PersonName, asked: PersonName) -> bool:
    return known.kana == asked.kana and asked.registered in {None, known.registered}


def _changed_person(family: Family, command: ChangeDependent) -> MemberRecord:
    """Find whom a change means: one of the reading and birth date, else the only one of either."""
    exact = family.find(command.name.kana, command.birth_date)
    if exact is not None:
        return exact
    kana, birth_date = person_key(command.name.kana, command.birth_date)
    near = [
        each
        for each in family.dependents
        if each.lost_on is None and (key_of(each)[0] == kana or each.birth_date == birth_date)
    ]
    if len(near) != 1:
        raise _nobody()
    return near[0]


def _nobody() -> ObjectionError:
    return ObjectionError(
        _WHO,
        "この家族に、この氏名と生年月日の被扶養者はいません。",
        "被扶養者の認定が先に届いているか、氏名と生年月日を確かめてください。",
    )
