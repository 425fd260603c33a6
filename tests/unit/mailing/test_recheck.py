from dataclasses import replace
from datetime import date

import pytest

from kenpo.mailing.model import Held, Judged
from kenpo.mailing.recheck import Recheck, Rechecked
from kenpo.register.view import MemberRecord
from kenpo.values.address import Address
from kenpo.values.ids import RowId
from kenpo.values.name import PersonName
from support.members import SHIMANE, family, insured

POSTING = date(2025, 7, 31)
MEMBER = insured(1)


def no_tiger(text: str) -> tuple[str, ...]:
    return tuple(char for char in text if char == "虎")


def judged(record: MemberRecord, *missing: str) -> Judged:
    return Judged(
        paper_key=record.paper_key,
        branch=SHIMANE,
        office=str(record.office),
        is_target=True,
        row=RowId("C10"),
        reason_ja="・".join(missing) or "対象",
        reason_en="due",
        missing=missing,
    )


def recheck(*records: MemberRecord) -> Rechecked:
    found = {record.paper_key: record for record in records}
    return Recheck(POSTING, no_tiger)([judged(record) for record in records], found)


def test_a_member_still_insured_with_an_address_goes() -> None:
    assert recheck(MEMBER) == Rechecked(((MEMBER,),), (), ())


@pytest.mark.parametrize(
    ("lost_on", "goes"),
    [(None, True), (date(2025, 8, 1), True), (POSTING, False), (date(2025, 5, 1), False)],
)
def test_who_is_no_longer_insured_on_the_posting_day_is_dropped(
    lost_on: date | None, goes: bool
) -> None:
    found = recheck(replace(MEMBER, lost_on=lost_on))
    assert bool(found.households) is goes
    assert bool(found.dropped) is not goes
    assert found.held == ()


def test_a_drop_says_the_day_of_loss() -> None:
    (drop,) = recheck(replace(MEMBER, lost_on=date(2025, 5, 1))).dropped
    assert "2025-05-01" in drop.reason
    assert drop.paper_key == MEMBER.paper_key


@pytest.mark.parametrize(
    ("birth_date", "goes"), [(date(1950, 8, 1), True), (date(1950, 7, 31), False)]
)
def test_who_turns_75_by_the_posting_day_is_dropped(birth_date: date, goes: bool) -> None:
    assert bool(recheck(replace(MEMBER, birth_date=birth_date)).households) is goes


def test_who_left_the_number_is_dropped() -> None:
    found = Recheck(POSTING, no_tiger)([judged(MEMBER)], {})
    assert [drop.paper_key for drop in found.dropped] == [MEMBER.paper_key]


def test_a_target_whose_card_is_unknown_is_held_and_the_fact_is_named() -> None:
    found = Recheck(POSTING, no_tiger)(
        [judged(MEMBER, "my_number_card")], {MEMBER.paper_key: MEMBER}
    )
    (hold,) = found.held
    assert "my_number_card" in hold.reason
    assert found.households == ()


def test_who_has_left_is_dropped_even_when_the_card_is_unknown() -> None:
    gone = replace(MEMBER, lost_on=POSTING)
    found = Recheck(POSTING, no_tiger)([judged(MEMBER, "my_number_card")], {MEMBER.paper_key: gone})
    assert (len(found.dropped), len(found.held)) == (1, 0)


def _held(record: MemberRecord) -> Held:
    (hold,) = recheck(record).held
    return hold


def test_a_missing_address_holds_the_certificate() -> None:
    assert "住所" in _held(replace(MEMBER, address=None)).reason


@pytest.mark.parametrize(
    "record",
    [
        replace(MEMBER, name=PersonName("ﾄﾗ ｺ", "虎　子")),
        replace(MEMBER, insured_name=PersonName("ﾄﾗ ｺ", "虎　子")),
        replace(MEMBER, address=Address("6900001", "島根県松江市虎町1番地")),
    ],
)
def test_a_text_no_face_can_print_holds_the_certificate_and_names_the_character(
    record: MemberRecord,
) -> None:
    hold = _held(record)
    assert "虎 U+864E" in hold.reason
    assert hold.todo


def test_one_held_child_does_not_hold_the_family() -> None:
    head, child, other = family(insured(1), 2)
    odd = replace(child, name=PersonName("ﾄﾗ ｺ", "虎　子"))
    found = recheck(head, odd, other)
    assert found.households == ((head, other),)
    assert [hold.paper_key for hold in found.held] == [odd.paper_key]


def test_every_target_comes_out_exactly_once() -> None:
    records = [
        *family(insured(1), 2),
        replace(insured(2), lost_on=date(2025, 6, 1)),
        replace(insured(3), address=None),
    ]
    found = recheck(*records)
    out = [member.paper_key for household in found.households for member in household]
    out += [hold.paper_key for hold in (*found.held, *found.dropped)]
    assert sorted(out) == sorted(record.paper_key for record in records)
