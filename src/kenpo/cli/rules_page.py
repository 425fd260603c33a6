"""The reference page of the rules: every row of every book with its sentences."""

from __future__ import annotations

from collections.abc import Iterator

from kenpo.cli.rule_text import citation_text, conditions_text
from kenpo.rulebook import Book, Conflict, Row
from kenpo.rulebook.tables import Table

_TEXTS = ("理由", "reason")


def rules_page(books: list[Book], made: str) -> str:
    """Return the rules of all books as Markdown, one section a row with an anchor of its id."""
    lines = ["# 規則 / Rules", "", made, ""]
    for book in books:
        lines += [f"## {book.title}", "", *_book(book)]
    return "\n".join(lines)


def _book(book: Book) -> Iterator[str]:
    for name in book.tables:
        table = book.proven(name).table
        yield f"### {name}"
        yield ""
        for row in table.rows:
            yield from _row(table, row)
    yield "### 対立 / Disagreements"
    yield ""
    for conflict in book.conflicts.values():
        yield from _conflict(conflict)


def _conflict(conflict: Conflict) -> Iterator[str]:
    """Yield a disagreement: each reading with its sentences, ○ for the one taken."""
    yield f"**{conflict.id}** {conflict.title}"
    yield ""
    for reading in conflict.readings:
        yield f"- {'○' if reading.taken else '×'} {reading.text}"
        yield from (f"  > {_one_line(citation_text(each))}  " for each in reading.citations)
    yield ""


def _row(table: Table, row: Row) -> Iterator[str]:
    yield f"**{row.id}** {' / '.join(row.texts.get(name, '') for name in _TEXTS)}"
    yield ""
    yield f"- もし / if: {conditions_text(table, row)}"
    if row.beats:
        yield f"- 優先 / beats: {' '.join(row.beats)}"
    for name, text in row.texts.items():
        if text and name not in _TEXTS:
            yield f"- {name}: {text.replace('<br>', '／')}"
    yield ""
    yield from (f"> {_one_line(citation_text(citation))}  " for citation in row.citations)
    yield ""


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("*", "\\*")
