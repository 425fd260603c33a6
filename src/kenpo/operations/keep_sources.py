"""Keep of the source texts what the books quote, with file and lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from kenpo.rulebook import Book, Citation, Mark, Passage, Place, Sources

_NOWHERE = Place("sources.json", 1)


def citations_of(book: Book) -> Iterator[Citation]:
    """Yield every citation of a book: of rows, facts, dated values and readings."""
    for name in book.tables:
        table = book.proven(name).table
        for row in table.rows:
            yield from row.citations
        for fact in table.facts:
            yield from fact.citations
    for values in book.dated_values.values():
        yield from (value.citation for value in values)
    for conflict in book.conflicts.values():
        for reading in conflict.readings:
            yield from reading.citations


def quoted_passages(books: Iterable[Book], texts: Sources) -> tuple[Passage, ...]:
    """Return the lines of the texts that the books quote, runs of lines as one passage each.

    ``texts`` are the whole source texts, each as one passage from line 1.
    """
    lines: dict[str, set[int]] = {}
    for book in books:
        for citation in citations_of(book):
            if citation.mark is Mark.VERBATIM and citation.quote is not None:
                spans = texts.spans_of(citation.source, citation.quote, _NOWHERE)
                quoted = (line for first, last in spans for line in range(first, last + 1))
                lines.setdefault(citation.source, set()).update(quoted)
    return tuple(
        _passage(whole, run)
        for whole in texts.passages
        for run in _runs(sorted(lines.get(whole.seed, ())))
    )


def sources_json(passages: Sequence[Passage]) -> str:
    """Return the passages as the text of ``sources.json``, in their order."""
    rows = [
        {
            "seed": passage.seed,
            "file": passage.file,
            "first_line": passage.first_line,
            "last_line": passage.last_line,
            "text": passage.text,
        }
        for passage in passages
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _passage(whole: Passage, run: tuple[int, int]) -> Passage:
    first, last = run
    text = "\n".join(whole.text.split("\n")[first - 1 : last])
    return Passage(whole.seed, first, last, whole.file, text)


def _runs(lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = None
    for line, after in zip(lines, [*lines[1:], None], strict=False):
        start = line if start is None else start
        if after != line + 1:
            yield start, line
            start = None
