"""In every shipped book arrays, the one-person function and the explained answer agree."""

from __future__ import annotations

from datetime import date

import pytest

from kenpo.rulebook import NOTHING, Answer, Batch, Book
from kenpo.rulebook.calendar import day_number
from kenpo.values.insurer import Insurer, Policy
from kenpo.wiring import rule_library
from support.book_cases import random_numbers

DAYS = (date(2025, 4, 30), date(2025, 12, 2), date(2026, 8, 1), date(2028, 2, 29))
CASES = 60
LIBRARY = rule_library()
BOOKS = [
    (LIBRARY.book(insurer, policy), table)
    for insurer in Insurer
    for policy in Policy
    for table in LIBRARY.book(insurer, policy).tables
]


@pytest.mark.parametrize("on", DAYS, ids=str)
@pytest.mark.parametrize(
    ("book", "table"), BOOKS, ids=[f"{book.hash}-{book.policy}-{table}" for book, table in BOOKS]
)
def test_all_ways_to_decide_agree(book: Book, table: str, on: date) -> None:
    batch = book.compile(table, on)
    columns = random_numbers(book, on, CASES)
    rows = batch.rows(columns)
    outputs = [batch.output(name, columns, rows) for name in batch.outputs]
    for case in range(CASES):
        numbers = {name: int(array[case]) for name, array in columns.items()}
        found = (int(rows[case]), *(int(output[case]) for output in outputs))
        assert batch.one(*(numbers[name] for name in batch.columns)) == found
        facts = {name: book.columns[name].shown(number) for name, number in numbers.items()}
        assert _numbers(book.ask(table, facts, on), batch) == found


def _numbers(answer: Answer, batch: Batch) -> tuple[int, ...]:
    assert answer.row is not None
    outputs = (answer.outputs[name] for name in batch.outputs)
    return (batch.row_ids.index(answer.row), *(_number(value) for value in outputs))


def _number(value: object) -> int:
    if isinstance(value, date):
        return day_number(value)
    return value if isinstance(value, int) else NOTHING
