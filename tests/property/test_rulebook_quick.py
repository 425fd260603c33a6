"""The compiled way to an answer gives what the evaluated way gives, word for word."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from kenpo.rulebook import Answer, Book, FactError, RuleBookError
from kenpo.rulebook.ask import ask, ask_ready
from kenpo.rulebook.readiness import PATIENCE
from kenpo.values.insurer import Insurer, Policy
from kenpo.wiring import rule_library
from support.book_cases import random_cases
from support.rulebooks import book_of
from support.small_book import SMALL

DAYS = (
    date(2024, 9, 15),
    date(2025, 4, 30),
    date(2025, 12, 1),
    date(2025, 12, 2),
    date(2028, 2, 29),
)
KNOWN_ON = (None, date(2025, 6, 30))
CASES = 40
LIBRARY = rule_library()
BOOKS = [
    (LIBRARY.book(insurer, policy), table)
    for insurer in Insurer
    for policy in Policy
    for table in LIBRARY.book(insurer, policy).tables
]
NAMES = [f"{book.hash}-{book.policy}-{table}" for book, table in BOOKS]


def _both(book: Book, table: str, facts: dict[str, object], days: tuple[date, date | None]) -> None:
    evaluated, compiled = _evaluated(book, table, facts, days), _compiled(book, table, facts, days)
    if compiled is not None:
        assert compiled == evaluated
    else:
        assert set(book.proven(table).table.columns) - set(facts)


def _evaluated(
    book: Book, table: str, facts: dict[str, object], days: tuple[date, date | None]
) -> Answer:
    question = book._question(*days)
    return ask(book.proven(table), book._others[table], question, (facts, book.hash))


def _compiled(
    book: Book, table: str, facts: dict[str, object], days: tuple[date, date | None]
) -> Answer | None:
    question = book._question(*days)
    ready = book._make_ready(table, question)
    assert ready is not None
    return ask_ready(ready, question, (facts, book.hash))


@pytest.mark.parametrize("on", DAYS, ids=str)
@pytest.mark.parametrize(("book", "table"), BOOKS, ids=NAMES)
def test_a_known_case_is_answered_alike_both_ways(book: Book, table: str, on: date) -> None:
    for facts in random_cases(book, on, CASES):
        assert _compiled(book, table, facts, (on, None)) is not None
        _both(book, table, facts, (on, None))


@pytest.mark.parametrize("known_on", KNOWN_ON, ids=str)
@pytest.mark.parametrize(("book", "table"), BOOKS, ids=NAMES)
def test_a_case_with_facts_left_out_is_answered_alike_both_ways(
    book: Book, table: str, known_on: date | None
) -> None:
    rng = np.random.default_rng(7)
    on = date(2025, 9, 1)
    for facts in random_cases(book, on, CASES):
        some = {name: value for name, value in facts.items() if rng.random() < 0.9}
        _both(book, table, some, (on, known_on))


def test_a_day_that_is_asked_for_often_is_answered_as_at_first() -> None:
    book = LIBRARY.book(Insurer.KYOKAI_KENPO)
    on = date(2025, 10, 7)
    facts = random_cases(book, on, 1)[0]
    answers = [book.ask("certificate", facts, on) for _ in range(100)]
    assert all(answer == answers[0] for answer in answers)
    with pytest.raises(FactError, match="no such column"):
        book.ask("certificate", {**facts, "nonsense": 1}, on)


def test_a_row_that_needs_no_value_answers_on_a_day_that_has_none() -> None:
    book = book_of(SMALL)
    on = date(2024, 12, 31)
    lost: dict[str, object] = {"lost": "2024-12-01", "joined": "2024-01-01", "card": "held"}
    for _ in range(2 * PATIENCE):
        assert book.ask("交付", lost, on).row == "A1"
        with pytest.raises(RuleBookError, match="まだ有効なものがありません"):
            book.ask("交付", {**lost, "lost": None}, on)
