"""The wave's judge against the book asked one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kenpo.issuance.columns import facts_of
from kenpo.operations.judge_members import MemberJudge
from kenpo.register.view import CardStatus, HeldCertificate, MemberRecord
from kenpo.values.insurer import Insurer, Policy
from kenpo.values.person import MyNumberCardState
from kenpo.wiring import rule_library
from support.members import family, insured

SNAPSHOT = date(2025, 4, 30)
BOOK = rule_library().book(Insurer.KYOKAI_KENPO, Policy.CURRENT)
USABLE = CardStatus(
    SNAPSHOT,
    MyNumberCardState.HELD,
    my_number_filed=True,
    use_registered_on=date(2023, 4, 1),
    electronic_certificate_valid_until=date(2028, 4, 1),
)
HOUSE = (
    insured(1),
    replace(insured(2), status=USABLE),
    replace(insured(3), status=None),
    replace(insured(4), status=None, lost_on=date(2025, 4, 1)),
    replace(insured(5), decided_on=date(2024, 12, 3)),
    replace(insured(6), certificates=(HeldCertificate("S", date(2025, 1, 6), date(2029, 11, 30)),)),
    replace(insured(7), status=replace(USABLE, use_registered_on=date(2025, 5, 2))),
    replace(insured(8), status=replace(USABLE, my_number_filed=False)),
    *family(insured(9), 2),
)


@pytest.mark.parametrize(
    ("record", "is_target"), list(zip(HOUSE, [1, 0, 1, 0, 0, 0, 1, 1, 1, 1, 1], strict=True))
)
def test_who_has_no_usable_card_on_the_snapshot_day_is_a_target(
    record: MemberRecord, is_target: int
) -> None:
    (found,) = MemberJudge(BOOK, SNAPSHOT)([record])
    assert found.is_target is bool(is_target)
    assert found.reason_ja
    assert found.reason_en


def test_the_judge_of_many_says_what_the_book_says_of_each() -> None:
    for record, found in zip(HOUSE, MemberJudge(BOOK, SNAPSHOT)(HOUSE), strict=True):
        answer = BOOK.ask("certificate", facts_of(record), SNAPSHOT)
        assert found.paper_key == record.paper_key
        assert found.missing == answer.missing
        if answer.row is not None:
            assert (found.row, found.reason_ja) == (answer.row, answer.outputs["理由"])


def test_an_unknown_card_counts_as_a_target_whose_missing_facts_are_named() -> None:
    (found,) = MemberJudge(BOOK, SNAPSHOT)([replace(insured(3), status=None)])
    assert found.is_target
    assert "my_number_card" in found.missing
    assert "マイナンバーカード" in found.reason_ja


def test_who_has_left_is_out_whatever_the_card() -> None:
    gone = replace(insured(4), status=None, lost_on=date(2025, 4, 1))
    (found,) = MemberJudge(BOOK, SNAPSHOT)([gone])
    assert (found.is_target, found.missing) == (False, ())


def test_nobody_is_judged_when_nobody_is_there() -> None:
    assert list(MemberJudge(BOOK, SNAPSHOT)([])) == []
