"""The loop compiled by numba gives the same arrays as NumPy, and its calendar is the calendar."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from datetime import date, timedelta

import numpy as np
import pytest

from kenpo.rulebook import Batch, Book, calendar_batch, calendar_loop
from kenpo.rulebook.batch import Decided
from kenpo.rulebook.calendar import anniversary, day_number, month_end
from kenpo.rulebook.loops import compiled
from kenpo.rulebook.terms import FAR_FUTURE, FAR_PAST
from kenpo.values.insurer import Insurer
from kenpo.wiring import rule_library
from support.book_cases import random_numbers
from support.rulebooks import ENGINE_DAY, ENGINE_TABLE, engine_book

CASES = 30_001
LIBRARY = rule_library()
BOOKS = {LIBRARY.book(insurer).hash: LIBRARY.book(insurer) for insurer in Insurer}
CERTIFICATE_DAYS = (date(2025, 4, 30), date(2025, 12, 2), date(2026, 1, 5))
TABLES = [
    (book, table, on)
    for book in BOOKS.values()
    for table in book.tables
    for on in (CERTIFICATE_DAYS if table == "certificate" else CERTIFICATE_DAYS[:1])
]


def _digest(decided: Decided) -> str:
    found = hashlib.sha256(decided.rows.tobytes())
    for name, array in decided.outputs.items():
        found.update(name.encode() + array.tobytes())
    return found.hexdigest()


def _both(book: Book, table: str, on: date) -> tuple[Batch, Batch]:
    return book.compile(table, on), book.compile(table, on, fast=True)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("book", "table", "on"), TABLES, ids=[f"{b.hash}-{t}-{on}" for b, t, on in TABLES]
)
def test_the_loop_and_numpy_give_the_same_bytes(book: Book, table: str, on: date) -> None:
    plain, fast = _both(book, table, on)
    assert (plain.fast, fast.fast) == (False, True)
    columns = random_numbers(book, on, CASES)
    assert _digest(fast.decide(columns)) == _digest(plain.decide(columns))


def test_the_loop_of_the_fixture_gives_the_same_bytes_for_a_day_it_was_not_compiled_for() -> None:
    book = engine_book()
    texts = set()
    for on in (ENGINE_DAY, ENGINE_DAY + timedelta(days=1)):
        plain, fast = _both(book, ENGINE_TABLE, on)
        columns = random_numbers(book, on, CASES)
        assert _digest(fast.decide(columns)) == _digest(plain.decide(columns))
        assert fast._kernel is not None
        texts.add(fast._kernel.text)
    assert len(texts) == 1
    assert compiled(texts.pop()) is not None


def test_no_case_at_all_is_decided() -> None:
    plain, fast = _both(engine_book(), ENGINE_TABLE, ENGINE_DAY)
    none = {name: np.empty(0, dtype=np.int32) for name in plain.columns}
    assert len(fast.decide(none).rows) == len(plain.decide(none).rows) == 0


def test_the_cell_of_a_case_leads_to_its_row() -> None:
    for book, table, on in TABLES:
        batch = book.compile(table, on)
        columns = random_numbers(book, on, 2000)
        winners = book.proven(table).winners.ravel()
        assert np.array_equal(winners[batch.cells(columns)], batch.rows(columns))


FAR = np.array([FAR_FUTURE, FAR_PAST], dtype=np.int32)
DAYS = np.concatenate(
    [np.arange(day_number(date(1800, 1, 1)), day_number(date(2200, 1, 1)), dtype=np.int32), FAR]
)


def _over_days(function: str, by: int) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    """Run a calendar function of the loops over all days, compiled."""
    text = (
        "def kernel(by, days, found):\n"
        "    for i in range(len(days)):\n"
        f"        found[i] = _{function}(days[i], by)\n"
    )
    found = np.empty_like(DAYS)
    compiled(text)(by, DAYS, found)
    return found


def test_anniversaries_in_loops_are_those_of_the_calendar_on_every_day_of_four_centuries() -> None:
    for years in (1, 4, 5, 75, 100):
        expected = calendar_batch.anniversary(DAYS, years)
        assert np.array_equal(_over_days("anniversary", years), expected)


def test_month_ends_in_loops_are_those_of_the_calendar_on_every_day_of_four_centuries() -> None:
    for months in (0, 1, 2, 3, 11, 12, 25):
        expected = calendar_batch.month_end(DAYS, months)
        assert np.array_equal(_over_days("month_end", months), expected)


@pytest.mark.parametrize(
    "day", [*range(-62_091, 84_000, 997), day_number(date(1952, 2, 29)), -25_509, 10_956]
)
def test_the_functions_of_loops_read_the_same_in_plain_python(day: int) -> None:
    with np.errstate(over="ignore"):
        number = np.int32(day)
        assert calendar_loop.anniversary(number, np.int32(75)) == anniversary(day, 75)
        assert calendar_loop.month_end(number, np.int32(3)) == month_end(day, 3)
        assert calendar_loop.shifted(number, np.int32(3)) == day + 3


@pytest.mark.parametrize("far", FAR)
def test_none_stays_none_in_plain_python(far: np.int32) -> None:
    by = np.int32(3)
    assert calendar_loop.anniversary(far, by) == far
    assert calendar_loop.month_end(far, by) == far
    assert calendar_loop.shifted(far, by) == far
    assert calendar_loop.closed(far) == FAR_PAST


def test_the_books_start_without_numba() -> None:
    code = (
        "import sys; from kenpo.wiring import rule_library; from kenpo.values.insurer import *;"
        "from datetime import date;"
        "b = rule_library().book(Insurer.KYOKAI_KENPO);"
        "b.compile('certificate', date(2025, 4, 30), fast=True);"
        "sys.exit('numba' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
