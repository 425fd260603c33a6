"""Prove every book and say what no sentence supports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod

from kenpo.operations.keep_sources import citations_of
from kenpo.rulebook import Book, Citation, Library, Mark
from kenpo.rulebook.coverage import without_example
from kenpo.rulebook.tables import Row
from kenpo.values.insurer import Insurer, Policy

OWN_TEXTS = {
    Insurer.KYOKAI_KENPO: frozenset({"S0", "S3", "S4"}),
    Insurer.JSR_KENPO: frozenset({"S1"}),
    Insurer.ROKIN_KENPO: frozenset({"S2"}),
}
"""Whose text each source text is."""


@dataclass(frozen=True, slots=True)
class TableReport:
    """A proven table: its rows, its cells, its rows without a sentence of anybody.

    ``borrowed`` are its rows that rest on the sentences of other insurers alone.
    """

    name: str
    rows: int
    cells: int
    unfounded: tuple[Row, ...]
    borrowed: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class BookReport:
    """A proven book: its tables, how many of its citations carry each mark, its examples.

    ``untried`` are rows and 優先 that no example of the book proves.
    """

    insurer: Insurer
    title: str
    hash: str
    tables: tuple[TableReport, ...]
    marks: dict[Mark, int]
    unfounded_values: tuple[str, ...]
    examples: int
    untried: tuple[str, ...]


def check_rules(library: Library) -> tuple[BookReport, ...]:
    """Return a report on every insurer's book; raises RuleBookError at the first fault."""
    return tuple(_report(insurer, library.book(insurer, Policy.CURRENT)) for insurer in Insurer)


def is_unfounded(row: Row) -> bool:
    """Say whether a row rests on no sentence and no report (原文になし・要確認)."""
    return all(citation.mark is Mark.NONE for citation in row.citations)


def is_borrowed(row: Row, insurer: Insurer) -> bool:
    """Say whether all the sentences a row quotes are another insurer's."""
    seeds = {citation.source for citation in row.citations if citation.mark is Mark.VERBATIM}
    return bool(seeds) and seeds.isdisjoint(OWN_TEXTS[insurer])


def why_unfounded(row: Row) -> str:
    """Return what the book says about the missing sentence."""
    return " ".join(citation.note for citation in row.citations)


def _report(insurer: Insurer, book: Book) -> BookReport:
    return BookReport(
        insurer=insurer,
        title=book.title,
        hash=book.hash,
        tables=tuple(_table(book, name, insurer) for name in book.tables),
        marks=dict(Counter(citation.mark for citation in _distinct(book))),
        unfounded_values=tuple(_unfounded_values(book)),
        examples=len(book.examples),
        untried=without_example(book),
    )


def _table(book: Book, name: str, insurer: Insurer) -> TableReport:
    rows = book.rows(name)
    return TableReport(
        name=name,
        rows=len(rows),
        cells=prod(book.proven(name).table.sizes),
        unfounded=tuple(filter(is_unfounded, rows)),
        borrowed=tuple(row for row in rows if is_borrowed(row, insurer)),
    )


def _distinct(book: Book) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citations_of(book)))


def _unfounded_values(book: Book) -> Iterator[str]:
    for name, rows in book.dated_values.items():
        if any(row.citation.mark is Mark.NONE for row in rows):
            yield name
