"""Which rows and which 優先 of a book no example proves."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from kenpo.rulebook.book import Book
from kenpo.rulebook.examples import Example


def without_example(book: Book) -> tuple[str, ...]:
    """Return the row ids (``C10``) and the 優先 (``C10 > C11``) that no example proves.

    An example proves that C10 beats C11 if C10 wins in a cell that C11's own conditions take.
    """
    shown = {name for example in book.examples for name in _shown(book, example)}
    wanted = (name for table in book.tables for name in _wanted(book, table))
    return tuple(name for name in wanted if name not in shown)


def _wanted(book: Book, table: str) -> Iterator[str]:
    for row in book.rows(table):
        yield row.id
        yield from (f"{row.id} > {beaten}" for beaten in row.beats)


def _shown(book: Book, example: Example) -> Iterator[str]:
    verdict = book.judge(example.table, example.facts, example.on, example.known_on)
    row = verdict.row
    if row is None:
        return
    yield row.id
    proven = book.proven(example.table)
    for other, cells in zip(proven.table.rows, proven.matched, strict=True):
        if other.id in row.beats and cells[np.ix_(*verdict.options)].all():
            yield f"{row.id} > {other.id}"
