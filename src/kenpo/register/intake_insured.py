"""資格取得 and 資格喪失 of an insured person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kenpo.register.commands import Acquire, Lose
from kenpo.register.events import EligibilityAcquired, EligibilityLost
from kenpo.register.family import INSURED_SUB_NUMBER, Family, may_be_same
from kenpo.register.objection import ObjectionError
from kenpo.register.roster import Roster
from kenpo.register.taken import Taken, taken
from kenpo.register.view import MemberRecord
from kenpo.values.ids import PersonId
from kenpo.values.member_number import MemberNumber
from kenpo.values.person import LossReason, Relation


def acquire(
    roster: Roster, command: Acquire, new_person: Callable[[], PersonId]
) -> tuple[Family, tuple[Taken, ...]]:
    """Take an insured person in, again under the same id if they were insured here before."""
    known = _known(roster, command)
    if known is not None and known.insured.acquired_on == command.acquired_on:
        _check_same(known.insured, command)
        return known, ()
    if known is not None:
        _check_ended(known.insured, command)
    person = known.insured.person_id if known else new_person()
    record = _record(roster, command, person)
    event = _acquired(record)
    family = Family(record) if known is None else replace(known, insured=record)
    return family, (taken(event, person, command.my_number),)


def _known(roster: Roster, command: Acquire) -> Family | None:
    found = [
        family
        for family in roster.namesakes(command.insured)
        if may_be_same(family.insured.name, command.name)
    ]
    with_number = [
        family for family in found if family.insured.member_number.number == command.insured.number
    ]
    return next(iter(with_number or found), None)


def _check_same(record: MemberRecord, command: Acquire) -> None:
    number = command.insured.number or record.member_number.number
    known = (record.member_number.number, record.sex, record.wish_ticked, record.my_number_filed)
    if known != (number, command.sex, command.wish_ticked, command.my_number is not None):
        raise ObjectionError(
            "被保険者整理番号・性別・資格確認書発行要否・個人番号の有無",
            "同じ日の資格取得がすでに登録されていて、内容が違います。",
            "訂正のときは訂正届で届け出てください。",
        )


def _check_ended(record: MemberRecord, command: Acquire) -> None:
    if record.lost_on is None:
        raise ObjectionError(
            "資格取得年月日",
            "この人はすでに別の日に資格を取得していて、喪失していません。",
            "資格取得年月日を確かめるか、先に資格喪失届を出してください。",
        )
    if command.acquired_on < record.lost_on:
        raise ObjectionError(
            "資格取得年月日",
            "前の資格の喪失日より前の日です。",
            "資格取得年月日と前の資格喪失年月日を確かめてください。",
        )


def _record(roster: Roster, command: Acquire, person: PersonId) -> MemberRecord:
    establishment = roster.establishments[command.insured.office]
    number = _number(roster, command, person)
    return MemberRecord(
        person_id=person,
        insured_person_id=person,
        relation=Relation.INSURED,
        branch=establishment.key.branch,
        establishment_id=establishment.establishment_id,
        office=establishment.key,
        establishment_name=establishment.name,
        insurer_number=establishment.key.branch.insurer_number,
        member_number=MemberNumber(establishment.symbol, number, INSURED_SUB_NUMBER),
        name=command.name,
        insured_name=command.name,
        birth_date=command.insured.birth_date,
        sex=command.sex,
        acquired_on=command.acquired_on,
        decided_on=command.decided_on,
        lost_on=None,
        wish_ticked=command.wish_ticked,
        my_number_filed=command.my_number is not None,
        status=None,
        certificates=(),
        address=command.address,
    )


def _number(roster: Roster, command: Acquire, person: PersonId) -> str:
    office, number = command.insured.office, command.insured.number
    holder = roster.holder(office, number)
    if number and holder is not None and holder.insured.person_id != person:
        raise ObjectionError(
            "被保険者整理番号",
            "この番号は別の人の番号です。",
            "番号を確かめるか、空にして新しい番号を受けてください。",
        )
    return number or roster.next_number(office)


def _acquired(record: MemberRecord) -> EligibilityAcquired:
    return EligibilityAcquired(
        person_id=record.person_id,
        establishment_id=record.establishment_id,
        insurer_number=record.insurer_number,
        member_number=record.member_number,
        name=record.name,
        birth_date=record.birth_date,
        sex=record.sex,
        acquired_on=record.acquired_on,
        decided_on=record.decided_on,
        wish_ticked=record.wish_ticked,
        my_number_filed=record.my_number_filed,
        address=record.address,
    )


def lose(family: Family, command: Lose) -> tuple[Family, tuple[Taken, ...]]:
    """End the insured person's cover, and the whole family's on the same day.

    A loss of the same day again gives the same event again: the register knows it, or takes its
    new reason and counts as a correction.
    """
    _check_loss(family, command)
    event = EligibilityLost(
        person_id=family.insured.person_id,
        lost_on=command.lost_on,
        reason=command.reason,
        certificates_attached=command.certificates_attached,
        certificates_unreturnable=command.certificates_unreturnable,
    )
    outlasting = (each for each in family.dependents if _outlasts(each, command))
    ended = sorted(outlasting, key=lambda each: each.sort_key)
    after = replace(family, insured=replace(family.insured, lost_on=command.lost_on))
    for dependent in ended:
        after = after.put(replace(dependent, lost_on=command.lost_on))
    return after, (Taken(event), *(Taken(_ended(each, command)) for each in ended))


def _outlasts(dependent: MemberRecord, command: Lose) -> bool:
    return dependent.lost_on is None or dependent.lost_on > command.lost_on


def _ended(dependent: MemberRecord, command: Lose) -> EligibilityLost:
    return EligibilityLost(
        person_id=dependent.person_id, lost_on=command.lost_on, reason=LossReason.INSURED_LOST
    )


def _check_loss(family: Family, command: Lose) -> None:
    record = family.insured
    if record.lost_on not in {None, command.lost_on}:
        raise ObjectionError(
            "資格喪失年月日",
            "この人は別の日に資格を喪失しています。",
            "訂正のときは訂正届で届け出てください。",
        )
    if command.lost_on <= record.acquired_on:
        raise ObjectionError(
            "資格喪失年月日",
            "資格取得年月日より後の日ではありません。",
            "資格取得年月日と資格喪失年月日を確かめてください。",
        )
    ended = (each for each in family.dependents if _outlasts(each, command))
    if any(each.acquired_on >= command.lost_on for each in ended):
        raise ObjectionError(
            "資格喪失年月日",
            "この日より後に認定された被扶養者がいます。",
            "被扶養者になった日と資格喪失年月日を確かめてください。",
        )
