"""An answer: the row that won, what it gives, what it rests on and how it was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kenpo.rulebook.citations import Citation
from kenpo.rulebook.conflicts import Conflict
from kenpo.values.ids import RowId


@dataclass(frozen=True, slots=True)
class FactUsed:
    """A fact the winning row asks for: the option that held, its condition, the columns looked at.

    The columns include those of the earlier conditions: why they did not hold is part of the
    reason. Their values are as in JSON.
    """

    name: str
    option: str
    condition: str
    columns: Mapping[str, object]
    citations: tuple[Citation, ...]

    def to_json(self) -> dict[str, object]:
        """Return the object that explanations carry."""
        return {
            "fact": self.name,
            "option": self.option,
            "condition": self.condition,
            "columns": dict(self.columns),
            "citations": [citation.to_json() for citation in self.citations],
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """What a table says about one case.

    ``row`` is None when an unknown column in ``missing`` stands in the way; ``outputs`` are then
    empty. An output that is none is None. ``presumed`` are the columns left out whose presumption
    matters; ``place`` is where the row stands in the book with hash ``book``.
    """

    table: str
    row: RowId | None
    outputs: Mapping[str, str | date | int | None]
    citations: tuple[Citation, ...]
    conflicts: tuple[Conflict, ...]
    missing: tuple[str, ...]
    presumed: tuple[str, ...]
    book: str
    place: str
    used: tuple[FactUsed, ...]

    def text(self, output: str) -> str:
        """Return a text output; empty when it is none or nothing was answered."""
        found = self.outputs.get(output)
        return found if isinstance(found, str) else ""

    def day(self, output: str) -> date | None:
        """Return a day output."""
        found = self.outputs.get(output)
        return found if isinstance(found, date) else None

    def number(self, output: str) -> int | None:
        """Return a number output."""
        found = self.outputs.get(output)
        return found if isinstance(found, int) else None

    def to_json(self) -> dict[str, object]:
        """Return the whole answer with its explanation as JSON values."""
        return {
            "table": self.table,
            "rule": self.row,
            "outputs": {
                name: value.isoformat() if isinstance(value, date) else value
                for name, value in self.outputs.items()
            },
            "citations": [citation.to_json() for citation in self.citations],
            "conflicts": [conflict.to_json() for conflict in self.conflicts],
            "missing": list(self.missing),
            "presumed": list(self.presumed),
            "book": self.book,
            "place": self.place,
            "facts": [fact.to_json() for fact in self.used],
        }
