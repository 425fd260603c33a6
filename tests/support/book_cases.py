"""Random cases for any book: every column filled, births and nulls and near days among them."""

from __future__ import annotations

from datetime import date

import numpy as np
import numpy.typing as npt

from kenpo.rulebook import Book
from kenpo.rulebook.calendar import day_number
from kenpo.rulebook.columns import Column
from kenpo.rulebook.terms import Kind

Numbers = dict[str, npt.NDArray[np.int64]]


def random_cases(book: Book, on: date, size: int) -> list[dict[str, object]]:
    """Return cases as JSON facts by column name."""
    numbers = random_numbers(book, on, size)
    return [
        {name: book.columns[name].shown(int(array[case])) for name, array in numbers.items()}
        for case in range(size)
    ]


def random_numbers(book: Book, on: date, size: int) -> Numbers:
    """Return the same cases as arrays of numbers; equal for equal arguments."""
    rng = np.random.default_rng(on.toordinal())
    return {name: _column(column, on, (rng, size)) for name, column in book.columns.items()}


def _column(
    column: Column, on: date, made: tuple[np.random.Generator, int]
) -> npt.NDArray[np.int64]:
    rng, size = made
    if column.options:
        return rng.integers(0, len(column.options), size)
    if column.kind is Kind.NUMBER:
        return rng.integers(0, 130, size)
    spread = rng.choice([2, 60, 400, 28_000], size)
    days = day_number(on) + rng.integers(-spread, np.minimum(spread, 400))
    days[rng.random(size) < 0.05] = day_number(date(1952, 2, 29))
    if column.null is not None:
        days[rng.random(size) < 0.3] = column.null
    return days
