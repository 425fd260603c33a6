"""Every rule of the catalogue names rows that exist, or says what is missing."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from kenpo.operations.rule_catalogue import CatalogueRule, is_text, lost_references
from kenpo.values.insurer import Insurer
from kenpo.wiring.books import rule_catalogue, rule_library

_RULES = rule_catalogue()
_BOOKS = {insurer: rule_library().book(insurer) for insurer in Insurer}
# Sections 2.6 and 2.8 of the catalogue, and the messages among the others.
_MAY_BE_TEXT = {*range(106, 114), *range(127, 141)} | {
    25, 28, 29, 38, 42, 43, 62, 63, 64, 65, 66, 67, 87, 103, 105, 123, 131,
}  # fmt: skip


def test_every_number_stands_once() -> None:
    assert [rule.number for rule in _RULES] == list(range(1, 141))


def test_every_reference_names_something_in_each_of_its_books() -> None:
    assert list(lost_references(_RULES, _BOOKS)) == []


@pytest.mark.parametrize("reference", ["K:C99", "J:E10", "E10", "K:値:ない", "R:事実:回", "R:D4"])
def test_a_reference_to_nothing_is_seen(reference: str) -> None:
    rule = CatalogueRule(1, "", "", (reference,), (), "")
    assert list(lost_references((rule,), _BOOKS))


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: str(rule.number))
def test_a_rule_is_carried_out_or_says_what_is_missing(rule: CatalogueRule) -> None:
    assert rule.rows or rule.code or rule.not_yet
    assert rule.ja
    assert rule.en
    for module in rule.code:
        assert find_spec(module), module


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: str(rule.number))
def test_only_messages_are_texts(rule: CatalogueRule) -> None:
    decides = [reference for reference in rule.rows if not is_text(reference, _BOOKS)]
    assert decides or rule.code or rule.not_yet or rule.number in _MAY_BE_TEXT


def test_the_questions_of_the_texts_are_all_answered() -> None:
    rows = [
        row
        for insurer in (Insurer.KYOKAI_KENPO, Insurer.ROKIN_KENPO)
        for row in _BOOKS[insurer].rows("faq")
    ]
    asked = [
        row
        for row in rows
        if "？" in str(row.citations[0].quote) or "?" in str(row.citations[0].quote)
    ]
    assert len(asked) >= 14
    for row in rows:
        assert row.texts["問い"]
        assert row.texts["question"]
        assert row.citations[0].quote
