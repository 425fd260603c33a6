"""Things and pairs judged on their own, and the best one taken."""

from __future__ import annotations

from datetime import date

import pytest

from kenpo.rulebook import Book, FactError
from kenpo.values.insurer import Insurer
from kenpo.verification.desk import DeskDecision, Outcome, judge_desk
from kenpo.verification.items import PAIRS, Brought, Item, shown
from kenpo.wiring.books import rule_library

_ON = date(2025, 6, 20)
_CARD = Brought(Item.MYNA_CARD, {"use_registered": True})
_NOTICE = Brought(Item.NOTICE, {})
_SCREEN = Brought(Item.PORTAL_SCREEN, {})


def _book() -> Book:
    return rule_library().book(Insurer.KYOKAI_KENPO)


def _judge(*brought: Brought, reader: str = "works") -> DeskDecision:
    return judge_desk(_book(), brought, {"reader": reader, "online": None}, _ON)


def test_a_card_makes_a_pair_with_each_notice_and_screen() -> None:
    assert [one.code for one in shown([_NOTICE, _CARD, _SCREEN])] == [
        "notice",
        "myna_card",
        "portal_screen",
        PAIRS[Item.NOTICE],
        PAIRS[Item.PORTAL_SCREEN],
    ]


def test_without_a_card_there_is_no_pair_and_nothing_is_judged_as_nothing() -> None:
    assert [one.code for one in shown([_NOTICE])] == ["notice"]
    assert [one.code for one in shown([])] == ["nothing"]


def test_every_code_of_a_thing_or_pair_is_one_of_the_books() -> None:
    codes = {*Item, *PAIRS.values(), "nothing"}
    assert codes == set(_book().columns["item"].codes)


def test_the_card_alone_decides_when_the_reader_works() -> None:
    best = _judge(_NOTICE, _CARD).best
    assert best is not None
    assert best.shown.parts == (_CARD,)


def test_the_pair_decides_when_the_reader_is_down() -> None:
    best = _judge(_NOTICE, _CARD, reader="down").best
    assert best is not None
    assert best.shown.parts == (_CARD, _NOTICE)
    assert best.outcome is Outcome.ACCEPT


def test_the_newer_of_two_valid_certificates_decides_in_any_order() -> None:
    old, new = (
        Brought(Item.CERTIFICATE, {"issued_on": day, "valid_until": date(2029, 11, 30)})
        for day in (date(2025, 1, 20), date(2025, 6, 1))
    )
    for brought in [(old, new), (new, old)]:
        best = _judge(*brought).best
        assert best is not None
        assert best.shown.parts == (new,)


def test_what_is_missing_carries_the_name_it_was_asked_by() -> None:
    decision = _judge(Brought(Item.CERTIFICATE, {}))
    assert decision.missing == ("valid_until",)
    assert decision.best is None


def test_a_presumption_carries_the_name_it_could_have_been_told_by() -> None:
    best = _judge(_CARD).best
    assert best is not None
    assert best.presumed == ("electronic_certificate_valid_until",)


def test_a_value_of_the_wrong_form_is_refused() -> None:
    with pytest.raises(FactError, match="use_registered"):
        _judge(Brought(Item.MYNA_CARD, {"use_registered": "yes"}))
