"""Acquisitions and losses of insured persons."""

from __future__ import annotations

from datetime import date

import pytest

from kenpo.register.commands import Command, CommandRow
from kenpo.register.events import EligibilityAcquired, EligibilityLost
from kenpo.register.intake import Intake
from kenpo.register.objection import ObjectionError
from kenpo.register.taken import Taken
from kenpo.values.name import PersonName
from kenpo.values.person import LossReason
from support.families import (
    JOINED,
    KOHARU,
    MY_NUMBER,
    OFFICE,
    certified,
    intake,
    joins,
    leaves,
    ref,
    removed,
    take,
)

LEFT_ON = date(2025, 7, 1)
OTHER = PersonName("ﾀﾆﾝ ﾏﾂ", "他人　松")


def acquired(taken: Taken) -> EligibilityAcquired:
    assert isinstance(taken.event, EligibilityAcquired)
    return taken.event


def lost(taken: Taken) -> EligibilityLost:
    assert isinstance(taken.event, EligibilityLost)
    return taken.event


def objection(desk: Intake, *commands: Command) -> ObjectionError:
    *before, last = commands
    take(desk, *before)
    with pytest.raises(ObjectionError) as error:
        take(desk, last)
    assert error.value.todo
    return error.value


def test_an_acquisition_becomes_one_event_with_derived_numbers() -> None:
    (taken,) = take(intake(), joins("7"))
    event = acquired(taken)
    assert str(event.insurer_number) == "01320019"
    assert event.member_number.key == "11022130:7:00"
    assert event.my_number_filed
    assert taken.my_number == (event.person_id, MY_NUMBER)


def test_the_next_number_follows_the_highest_ever_used() -> None:
    desk = intake()
    take(desk, joins("7"), leaves(LEFT_ON, "7"), joins(name=OTHER))
    holder = desk.roster.holder(OFFICE, "8")
    assert holder is not None
    assert holder.insured.name == OTHER


def test_the_same_acquisition_again_changes_nothing() -> None:
    desk = intake()
    assert take(desk, joins("7"), joins("7")) == ()
    assert take(desk, joins()) == ()
    assert take(desk, leaves(LEFT_ON), joins("7")) == ()


@pytest.mark.parametrize(
    ("second", "words"),
    [
        (joins("8"), "内容が違います"),
        (joins("7", wish=True), "内容が違います"),
        (joins("7", on=date(2025, 5, 1)), "喪失していません"),
        (joins("7", name=OTHER), "別の人の番号"),
    ],
)
def test_a_contradicting_acquisition_is_objected_to(second: Command, words: str) -> None:
    assert words in objection(intake(), joins("7"), second).reason


def test_a_number_that_a_past_person_had_is_not_given_again() -> None:
    assert (
        "別の人の番号"
        in objection(
            intake(), joins("7"), leaves(LEFT_ON, "7"), joins("7", name=OTHER, on=date(2025, 8, 1))
        ).reason
    )


def test_somebody_hired_again_keeps_their_history_and_gets_a_new_number() -> None:
    desk = intake()
    (first,) = take(desk, joins("7"))
    (again,) = take(desk, leaves(LEFT_ON), joins(on=LEFT_ON))
    assert acquired(again).person_id == acquired(first).person_id
    assert acquired(again).member_number.number == "8"


def test_somebody_hired_again_may_keep_the_number() -> None:
    desk = intake()
    (first,) = take(desk, joins("7"))
    (again,) = take(desk, leaves(LEFT_ON), joins("7", on=LEFT_ON))
    assert acquired(again).person_id == acquired(first).person_id
    assert acquired(again).member_number.number == "7"


def test_cover_may_not_begin_before_the_last_one_ended() -> None:
    overlapping = joins(on=date(2025, 6, 30))
    assert (
        "前の資格の喪失日より前"
        in objection(intake(), joins("7"), leaves(LEFT_ON), overlapping).reason
    )


def test_namesakes_with_other_kanji_are_two_people() -> None:
    desk = intake()
    twin = PersonName("ﾐﾎﾝ ﾊﾅｺ", "三本　華子")
    (first,) = take(desk, joins())
    (second,) = take(desk, joins(name=twin))
    assert acquired(first).person_id != acquired(second).person_id
    assert "二人以上" in objection(desk, leaves(LEFT_ON)).reason
    assert len(take(desk, leaves(LEFT_ON, "2"))) == 1


def test_small_kana_and_blanks_do_not_part_a_person() -> None:
    desk = intake()
    take(desk, joins("7", name=PersonName("ﾐﾎﾝ ｼﾞｭﾝ", None)))
    assert desk.roster.find(ref("7", "ﾐﾎﾝ  ｼﾞﾕﾝ")).insured.member_number.number == "7"


def test_a_loss_keeps_reason_and_counts_of_certificates() -> None:
    (taken,) = take(intake(), joins("7"), leaves(LEFT_ON, "7", attached=2))
    event = lost(taken)
    assert (event.lost_on, event.reason) == (LEFT_ON, LossReason.LEFT)
    assert (event.certificates_attached, event.certificates_unreturnable) == (2, 0)


def test_a_loss_ends_the_whole_familys_cover_the_same_day() -> None:
    second = PersonName("ﾐﾎﾝ ｺﾅﾂ", "見本　小夏")
    third = PersonName("ﾐﾎﾝ ｺｱｷ", "見本　小秋")
    desk = intake()
    take(desk, joins("7"), certified(), certified(second), certified(third))
    take(desk, removed(date(2025, 5, 1), second))
    own, *family = take(desk, leaves(LEFT_ON))
    assert lost(own).reason is LossReason.LEFT
    assert [lost(each).reason for each in family] == [LossReason.INSURED_LOST] * 2
    assert {lost(each).lost_on for each in family} == {LEFT_ON}
    assert {lost(each).certificates_attached for each in family} == {None}


def test_a_dependents_later_end_moves_forward_to_the_insured_persons() -> None:
    desk = intake()
    take(desk, joins("7"), certified(), removed(date(2025, 7, 15)))
    _, child = take(desk, leaves(LEFT_ON))
    assert lost(child).lost_on == LEFT_ON


def test_the_same_loss_again_gives_the_same_event_again() -> None:
    desk = intake()
    first = take(desk, joins("7"), leaves(LEFT_ON))
    assert take(desk, leaves(LEFT_ON)) == first


@pytest.mark.parametrize(
    ("before", "loss", "words"),
    [
        ((), leaves(LEFT_ON), "被保険者はいません"),
        ((), leaves(LEFT_ON, "7"), "この番号の被保険者はいません"),
        ((joins("7", name=OTHER),), leaves(LEFT_ON, "7"), "氏名か生年月日が届書と違います"),
        ((joins("7"),), leaves(JOINED), "資格取得年月日より後"),
        ((joins("7"),), leaves(date(2025, 3, 1)), "資格取得年月日より後"),
        ((joins("7"), leaves(LEFT_ON)), leaves(date(2025, 8, 1)), "別の日に資格を喪失"),
        ((joins("7"), certified(on=date(2025, 8, 1))), leaves(LEFT_ON), "認定された被扶養者"),
    ],
)
def test_an_impossible_loss_is_objected_to(
    before: tuple[Command, ...], loss: Command, words: str
) -> None:
    assert words in objection(intake(), *before, loss).reason


def test_an_objection_leaves_the_roster_as_it_was() -> None:
    desk = intake()
    take(desk, joins("7"))
    two = CommandRow(2, (certified(), certified(PersonName("ﾐﾎﾝ ｺﾅﾂ"), on=date(2025, 3, 1))))
    with pytest.raises(ObjectionError):
        desk.take(two)
    assert desk.roster.find(ref("7")).dependents == ()
    assert len(take(desk, certified())) == 1


def test_no_objection_tells_a_name_or_a_birth_date() -> None:
    error = objection(intake(), joins("7", name=OTHER), leaves(LEFT_ON, "7"))
    told = f"{error.facts}{error.reason}{error.todo}"
    assert "他人" not in told
    assert "1980" not in told
    assert KOHARU.kana not in told
