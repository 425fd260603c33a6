"""Values of the books that hold from a day on, and since when that is known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kenpo.rulebook.calendar import day_number, day_of
from kenpo.rulebook.citations import Citation, Mark, read_value_citation
from kenpo.rulebook.errors import Place, RuleBookError
from kenpo.rulebook.sources import Sources
from kenpo.rulebook.terms import Kind
from kenpo.rulebook.text import Entry, Line
from kenpo.values.insurer import Policy


@dataclass(frozen=True, slots=True)
class DatedValue:
    """One row of a ``## 値`` table; ``number`` is a day number or a whole number."""

    name: str
    valid_from: date
    known_from: date
    number: int
    kind: Kind
    citation: Citation
    place: Place

    @property
    def shown(self) -> int | date:
        """The value as it is written: a date or a whole number."""
        return day_of(self.number) if self.kind is Kind.DAY else self.number


@dataclass(frozen=True, slots=True)
class DatedValues:
    """All dated values of a book by name, under one policy."""

    rows: Mapping[str, Sequence[DatedValue]]
    policy: Policy

    def in_force(self, name: str, on: date, known_on: date | None) -> DatedValue:
        """Return the row of a value that is in force on a day, as known on ``known_on``."""
        allowed = [
            row
            for row in self.rows[name]
            if row.valid_from <= on
            and (known_on is None or row.known_from <= known_on)
            and (self.policy is Policy.CURRENT or row.citation.mark is Mark.VERBATIM)
        ]
        if not allowed:
            what = f"値「{name}」は{on}にはまだ有効なものがありません（方針 {self.policy}）。"
            raise RuleBookError(
                self.rows[name][0].place, what, "いつからと出典を確かめてください。"
            )
        return max(allowed, key=lambda row: (row.valid_from, row.known_from))


def read_number(text: str, place: Place) -> tuple[int, Kind]:
    """Read an ISO day as its day number, else a whole number."""
    if re.fullmatch(r"-?\d+", text):
        return int(text), Kind.NUMBER
    return day_number(read_day(text, place)), Kind.DAY


def read_day(text: str, place: Place) -> date:
    """Read an ISO day of a book."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise RuleBookError(
            place, f"「{text}」は日付ではありません。", "2025-04-30 の形で。"
        ) from error


def read_values(entries: Sequence[Entry], sources: Sources) -> tuple[DatedValue, ...]:
    """Read all rows of one name; they must be of one kind and differ in their days."""
    rows = tuple(_read(entry, sources) for entry in entries)
    for row in rows:
        if row.kind is not rows[0].kind:
            raise RuleBookError(
                row.place, f"値「{row.name}」の型が行で違います。", "そろえてください。"
            )
    days = [(row.valid_from, row.known_from) for row in rows]
    if len(set(days)) < len(days):
        what = f"値「{rows[0].name}」に同じ日の行が二つあります。"
        raise RuleBookError(rows[0].place, what, "一つにしてください。")
    return rows


def _read(entry: Entry, sources: Sources) -> DatedValue:
    number, kind = read_number(entry.need("値"), entry.place)
    known = entry.word("知った日")
    why = Line(entry.place, entry.cell("根拠"))
    return DatedValue(
        name=entry.need("名前"),
        valid_from=read_day(entry.need("いつから"), entry.place),
        known_from=read_day(known, entry.place) if known else date.min,
        number=number,
        kind=kind,
        citation=read_value_citation(why, entry.cell("出典") or "なし", sources),
        place=entry.place,
    )
