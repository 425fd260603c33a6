"""In every shipped book arrays, the one-person function and the explained answer agree."""

from __future__ import annotations

from datetime import date

import numpy as np
import numpy.typing as npt
import pytest

from kenpo.rulebook import NOTHING, Answer, Batch, Book
from kenpo.rulebook.calendar import day_number
from kenpo.rulebook.columns import Column
from kenpo.rulebook.terms import Kind
from kenpo.values.insurer import Insurer, Policy
from kenpo.wiring import rule_library

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
    columns = _cases(book, on)
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


def _cases(book: Book, on: date) -> dict[str, npt.NDArray[np.int64]]:
    rng = np.random.default_rng(on.toordinal())
    return {name: _column(column, on, rng) for name, column in book.columns.items()}


def _column(column: Column, on: date, rng: np.random.Generator) -> npt.NDArray[np.int64]:
    if column.options:
        return rng.integers(0, len(column.options), CASES)
    if column.kind is Kind.NUMBER:
        return rng.integers(0, 130, CASES)
    spread = rng.choice([2, 60, 400, 28_000], CASES)
    days = day_number(on) + rng.integers(-spread, np.minimum(spread, 400))
    days[rng.random(CASES) < 0.05] = day_number(date(1952, 2, 29))
    if column.null is not None:
        days[rng.random(CASES) < 0.3] = column.null
    return days
