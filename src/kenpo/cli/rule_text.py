"""Reports on the books and their tables as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from kenpo.operations.check_rules import BookReport, why_unfounded
from kenpo.rulebook import Citation, Mark
from kenpo.rulebook.tables import Row, Table


def book_lines(report: BookReport) -> Iterator[str]:
    """Yield a proven book: its tables, its citations by mark, and its rows without a sentence."""
    yield f"{report.title}  {report.insurer}  {report.hash}"
    for table in report.tables:
        yield (
            f"  {table.name}: {table.rows} 行、{table.cells} のどの場合にも一行 / "
            f"one row for each of {table.cells} cells"
        )
    marks = "、".join(f"{mark.label_ja} {report.marks.get(mark, 0)}" for mark in Mark)
    yield f"  根拠 / citations: {marks}。例 / examples: {report.examples}"
    if report.untried:
        yield f"  例のない行と優先 / rows and 優先 without an example: {'、'.join(report.untried)}"
    unfounded = [(table.name, row) for table in report.tables for row in table.unfounded]
    yield f"  原文になし・要確認の行 / rows without a sentence: {len(unfounded)}"
    for name, row in unfounded:
        yield f"    {name} {row.id} ({row.place}): {why_unfounded(row)}"
    borrowed = [f"{table.name} {row.id}" for table in report.tables for row in table.borrowed]
    yield f"  ほかの保険者の文による行 / rows on another insurer's sentence: {len(borrowed)}"
    if borrowed:
        yield f"    {'、'.join(borrowed)}"
    for value in report.unfounded_values:
        yield f"    値 {value}: 原文のない行がある / has a row without a sentence"


def book_json(report: BookReport) -> dict[str, object]:
    """Return a proven book as JSON values."""
    return {
        "insurer": report.insurer,
        "title": report.title,
        "book": report.hash,
        "tables": {
            table.name: {"rows": table.rows, "cells": table.cells} for table in report.tables
        },
        "citations": {mark: report.marks.get(mark, 0) for mark in Mark},
        "examples": report.examples,
        "without_example": list(report.untried),
        "without_sentence": [
            {
                "table": table.name,
                "rule": row.id,
                "place": str(row.place),
                "why": why_unfounded(row),
            }
            for table in report.tables
            for row in table.unfounded
        ],
        "on_another_insurers_sentence": [
            {"table": table.name, "rule": row.id}
            for table in report.tables
            for row in table.borrowed
        ],
        "values_without_sentence": list(report.unfounded_values),
    }


def table_lines(table: Table) -> Iterator[str]:
    """Yield every row of a table with its conditions, outputs and sentences."""
    for row in table.rows:
        yield f"{row.id}  ({row.place})"
        yield f"  もし / if: {conditions_text(table, row)}"
        if row.beats:
            yield f"  優先 / beats: {' '.join(row.beats)}"
        for name, text in row.texts.items():
            if text:
                yield f"  {name}: {text}"
        yield from (f"  > {citation_text(citation)}" for citation in row.citations)
        yield ""


def conditions_text(table: Table, row: Row) -> str:
    """Return when a row wins, in the words of the book."""
    said = [
        f"{fact.name} = {'・'.join(fact.options[i].name for i in sorted(row.choices[axis]))}"
        for axis, fact in enumerate(table.facts)
        if table.uses(axis, row)
    ]
    return "、".join(said) or "いつも / always"


def citation_text(citation: Citation) -> str:
    """Return a citation as one line: source, place and quote, or why there is no quote."""
    if citation.mark is Mark.VERBATIM:
        return f"{citation.source} {citation.place}: {citation.quote}"
    return " ".join(filter(None, [citation.mark.label_ja, citation.place, citation.note]))
