"""Certifications, removals and changes of dependents; establishments."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kenpo.register.commands import Command, CommandRow
from kenpo.register.events import DependentCertified, EligibilityLost, PersonChanged
from kenpo.register.intake import register_establishment
from kenpo.register.objection import ObjectionError
from kenpo.register.taken import Taken
from kenpo.values.address import Address
from kenpo.values.name import PersonName
from kenpo.values.person import LossReason
from support.fakes import CountingIds
from support.families import (
    BORN,
    CHILD_BORN,
    HANAKO,
    JOINED,
    KOHARU,
    certified,
    changed,
    intake,
    joins,
    leaves,
    office,
    ref,
    removed,
    take,
)

KONATSU = PersonName("ﾐﾎﾝ ｺﾅﾂ", "見本　小夏")
JUNE = date(2025, 6, 1)
JULY = date(2025, 7, 1)


def certification(taken: Taken) -> DependentCertified:
    assert isinstance(taken.event, DependentCertified)
    return taken.event


def objection(before: tuple[Command, ...], last: Command) -> ObjectionError:
    desk = intake()
    take(desk, joins("7"), *before)
    with pytest.raises(ObjectionError) as error:
        take(desk, last)
    assert error.value.todo
    return error.value


def test_dependents_are_numbered_in_the_order_they_come() -> None:
    desk = intake()
    take(desk, joins("7"))
    taken = desk.take(CommandRow(2, (certified(), certified(KONATSU))))
    keys = [certification(each).member_number.key for each in taken]
    assert keys == ["11022130:7:01", "11022130:7:02"]
    assert certification(taken[0]).address == Address("6900002", "島根県松江市架空町二丁目")


def test_a_number_once_given_is_not_given_to_another_dependent() -> None:
    desk = intake()
    take(desk, joins("7"), certified(), removed(JUNE))
    (taken,) = take(desk, certified(KONATSU, on=JUNE))
    assert certification(taken).member_number.sub_number == "02"


def test_a_dependent_who_comes_back_keeps_person_and_number() -> None:
    desk = intake()
    (first,) = take(desk, joins("7"), certified())
    (again,) = take(desk, removed(JUNE), certified(on=JULY))
    assert certification(again).person_id == certification(first).person_id
    assert certification(again).member_number == certification(first).member_number


def test_after_the_insured_person_is_hired_again_the_family_is_numbered_anew() -> None:
    desk = intake()
    (first,) = take(desk, joins("7"), certified())
    take(desk, certified(KONATSU), leaves(JUNE), joins(on=JUNE))
    (again,) = take(desk, certified(KONATSU, on=JUNE))
    assert certification(again).member_number.key == "11022130:8:01"
    assert certification(again).person_id != certification(first).person_id


def test_the_same_certification_again_changes_nothing() -> None:
    assert take(intake(), joins("7"), certified(), certified()) == ()


def test_a_late_certification_ends_with_the_insured_persons_cover() -> None:
    desk = intake()
    joined, ended = take(desk, joins("7"), leaves(JULY), certified(on=JUNE))
    assert isinstance(ended.event, EligibilityLost)
    assert ended.event.person_id == certification(joined).person_id
    assert (ended.event.lost_on, ended.event.reason) == (JULY, LossReason.INSURED_LOST)


@pytest.mark.parametrize(
    ("before", "last", "words"),
    [
        ((), certified(on=date(2025, 3, 31)), "被保険者の資格がありません"),
        ((leaves(JUNE),), certified(on=JUNE), "被保険者の資格がありません"),
        ((), certified(HANAKO, born=BORN), "本人と同じ人"),
        ((certified(),), certified(wish=True), "内容が違います"),
        ((certified(),), certified(PersonName(KOHARU.kana, "見本　小治")), "内容が違います"),
        ((certified(),), certified(on=JUNE), "すでに別の日からこの家族の被扶養者"),
        ((certified(), removed(JULY)), certified(on=JUNE), "なくなった日より前"),
        ((), removed(JUNE), "被扶養者はいません"),
        ((certified(),), removed(JOINED), "なった日より後"),
        ((certified(),), removed(date(2024, 1, 1)), "なった日より後"),
        ((certified(), removed(JUNE)), removed(JULY), "別の日に被扶養者でなくなって"),
        ((), changed(KOHARU), "被扶養者はいません"),
        ((certified(), certified(KONATSU)), changed(PersonName("ﾐﾎﾝ ｺﾌﾕ")), "被扶養者はいません"),
    ],
)
def test_what_cannot_be_is_objected_to(
    before: tuple[Command, ...], last: Command, words: str
) -> None:
    assert words in objection(before, last).reason


def test_a_family_of_an_unknown_insured_person_is_objected_to() -> None:
    with pytest.raises(ObjectionError, match="被保険者はいません"):
        take(intake(), certified())


def test_a_family_has_room_for_ninety_nine() -> None:
    desk = intake()
    take(desk, joins("7"))
    for n in range(99):
        take(desk, certified(KONATSU, born=CHILD_BORN + timedelta(days=n)))
    with pytest.raises(ObjectionError, match="99まで"):
        take(desk, certified())


def test_a_removal_ends_cover_for_the_reason_told() -> None:
    (taken,) = take(intake(), joins("7"), certified(), removed(JUNE, reason=LossReason.DIED))
    assert isinstance(taken.event, EligibilityLost)
    assert (taken.event.lost_on, taken.event.reason) == (JUNE, LossReason.DIED)
    assert taken.event.certificates_attached is None


@pytest.mark.parametrize(
    ("command", "name", "birth_date"),
    [
        (
            changed(PersonName(KOHARU.kana, "見本　小晴")),
            PersonName(KOHARU.kana, "見本　小晴"),
            None,
        ),
        (changed(PersonName("ﾐﾎﾝ ｺﾊﾚ", "見本　小晴")), PersonName("ﾐﾎﾝ ｺﾊﾚ", "見本　小晴"), None),
        (changed(KOHARU, date(2015, 3, 4)), None, date(2015, 3, 4)),
    ],
)
def test_a_change_corrects_only_what_differs(
    command: Command, name: PersonName | None, birth_date: date | None
) -> None:
    desk = intake()
    (joined,) = take(desk, joins("7"), certified())
    (taken,) = take(desk, command)
    event = taken.event
    assert isinstance(event, PersonChanged)
    assert event.person_id == certification(joined).person_id
    assert (event.name, event.birth_date, event.note) == (name, birth_date, "氏名訂正")
    assert take(desk, command) == ()


def test_a_change_without_kanji_does_not_wipe_the_kanji() -> None:
    assert take(intake(), joins("7"), certified(), changed(PersonName(KOHARU.kana))) == ()


def test_changes_are_seen_by_later_rows() -> None:
    desk = intake()
    take(desk, joins("7"), certified(), changed(PersonName("ﾐﾎﾝ ｺﾊﾚ", "見本　小晴")))
    assert desk.roster.find(ref("7")).find("ﾐﾎﾝ ｺﾊﾚ", CHILD_BORN) is not None


def test_a_known_establishment_keeps_id_and_symbol_and_reports_only_what_is_new() -> None:
    ids = CountingIds()
    first, event = register_establishment(None, office(), ids.establishment)
    assert event is not None
    assert event.establishment.symbol == "11022130"
    same, nothing = register_establishment(first, office(reported_on=JUNE), ids.establishment)
    assert (same, nothing) == (first, None)
    renamed, news = register_establishment(first, office("いなほ商店", JUNE), ids.establishment)
    assert news is not None
    assert news.reported_on == JUNE
    assert renamed.establishment_id == first.establishment_id
    assert renamed.name == "いなほ商店"
