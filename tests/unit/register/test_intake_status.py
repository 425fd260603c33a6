"""Rows of a snapshot of 利用登録状況 against the register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kenpo.register.commands import ReportCardStatus
from kenpo.register.events import CardStatusReported
from kenpo.register.intake_status import StatusIntake
from kenpo.register.objection import ObjectionError
from kenpo.register.view import MemberRecord
from kenpo.values.address import Address
from kenpo.values.branch import Branch
from kenpo.values.insurer_number import InsurerNumber
from kenpo.values.member_number import MemberNumber
from kenpo.values.person import MyNumberCardState
from support.members import dependent, insured

HEAD = insured(7)
CHILD = dependent(HEAD, 1)
AS_OF = date(2025, 4, 30)


def report(member: MemberRecord = HEAD) -> ReportCardStatus:
    return ReportCardStatus(
        as_of=AS_OF,
        insurer_number=member.insurer_number,
        member_number=member.member_number,
        birth_date=member.birth_date,
        card=MyNumberCardState.HELD,
        my_number_filed=True,
        use_registered_on=date(2021, 10, 20),
        electronic_certificate_valid_until=date(2026, 5, 17),
        address=Address("6900001", "島根県松江市架空町"),
    )


def test_a_report_becomes_an_event_about_the_person_of_the_number() -> None:
    (taken,) = StatusIntake.of([HEAD, CHILD]).take(report(CHILD))
    event = taken.event
    assert isinstance(event, CardStatusReported)
    assert event.person_id == CHILD.person_id
    assert (event.as_of, event.card) == (AS_OF, MyNumberCardState.HELD)
    assert event.use_registered_on == date(2021, 10, 20)
    assert event.electronic_certificate_valid_until == date(2026, 5, 17)
    assert event.address == Address("6900001", "島根県松江市架空町")


def test_full_width_digits_of_a_number_find_the_person_too() -> None:
    wide = MemberNumber("２１０１０００１", "７", "00")  # noqa: RUF001 - full width is meant
    assert len(StatusIntake.of([HEAD]).take(replace(report(), member_number=wide))) == 1


def test_the_same_row_twice_is_one_event() -> None:
    intake = StatusIntake.of([HEAD])
    assert len(intake.take(report())) == 1
    assert intake.take(report()) == ()


def test_of_two_who_had_a_number_the_newer_one_counts() -> None:
    earlier = replace(HEAD, person_id=CHILD.person_id, acquired_on=date(2010, 1, 1))
    (taken,) = StatusIntake.of([HEAD, earlier]).take(report())
    assert isinstance(taken.event, CardStatusReported)
    assert taken.event.person_id == HEAD.person_id


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"member_number": MemberNumber("21010001", "8", "00")}, "加入者はいません"),
        ({"member_number": MemberNumber("21010001", "7", "02")}, "加入者はいません"),
        ({"member_number": MemberNumber("21010001", "7")}, "加入者はいません"),
        ({"insurer_number": InsurerNumber("01130012")}, "加入者はいません"),
        ({"birth_date": date(1980, 5, 18)}, "生年月日と違います"),
        ({"as_of": date(2020, 3, 31)}, "まだ資格がありません"),
    ],
)
def test_a_row_that_does_not_fit_the_register_is_objected_to(
    changes: dict[str, object], words: str
) -> None:
    with pytest.raises(ObjectionError, match=words) as error:
        StatusIntake.of([HEAD, CHILD]).take(replace(report(), **changes))  # type: ignore[arg-type]
    assert error.value.todo


def test_a_second_row_that_says_otherwise_is_objected_to() -> None:
    intake = StatusIntake.of([HEAD])
    intake.take(report())
    with pytest.raises(ObjectionError, match="内容が違います"):
        intake.take(replace(report(), card=MyNumberCardState.LOST))


def test_somebody_who_left_may_still_be_reported() -> None:
    left = replace(HEAD, lost_on=date(2025, 4, 1), branch=Branch(32))
    assert len(StatusIntake.of([left]).take(report())) == 1
