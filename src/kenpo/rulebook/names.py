"""The names an expression may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kenpo.rulebook.columns import Column
from kenpo.rulebook.terms import ColumnRef, Kind, OnDay, Term, ValueRef

ON_DAY = "判定日"


@dataclass(frozen=True, slots=True)
class Names:
    """Columns by name, and the kinds of the dated values by name."""

    columns: Mapping[str, Column]
    values: Mapping[str, Kind]

    def find(self, name: str) -> Term | None:
        """Return what a name stands for, None for an unknown one."""
        if name == ON_DAY:
            return OnDay()
        if name in self.values:
            return ValueRef(name, self.values[name])
        column = self.columns.get(name)
        if column is None:
            return None
        return ColumnRef(name, column.kind, open=column.kind is Kind.DAY and _may_be_far(column))

    def code(self, term: Term, name: str) -> int | None:
        """Return the index of a bare code beside the code column it is compared with."""
        if not isinstance(term, ColumnRef) or term.kind is not Kind.CODE:
            return None
        codes = self.columns[term.name].codes
        return codes.index(name) if name in codes else None


def _may_be_far(column: Column) -> bool:
    return column.null is not None
