"""A table compiled for one day with its other readings: the quick way to a known case's answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kenpo.rulebook.bind import Binder
from kenpo.rulebook.errors import RuleBookError
from kenpo.rulebook.judge import Verdict
from kenpo.rulebook.one import One, cell_function, row_indexes
from kenpo.rulebook.plan import plan
from kenpo.rulebook.proof import Proven
from kenpo.rulebook.readings import Alternative
from kenpo.rulebook.tables import Row

Known = Mapping[str, int | None]
Value = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Compiled:
    """One reading of a table for one day; ``one(*numbers)`` gives the cell, the row, the outputs.

    The numbers of a case answer alone if every one of ``columns`` is known.
    """

    columns: tuple[str, ...]
    one: One

    def found(self, known: Known) -> tuple[int, ...] | None:
        """Return cell, row index and output numbers, None when a column is unknown."""
        numbers = tuple(map(known.__getitem__, self.columns))
        return None if None in numbers else self.one(*numbers)


@dataclass(frozen=True, slots=True)
class Found:
    """The verdict on a known case and the conflicts under which it would differ.

    ``open`` are the readings that need a column that is not known.
    """

    verdict: Verdict
    touched: frozenset[str]
    open: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """A table and its other readings, compiled for one day.

    ``strides`` are each fact's step in the cell's number and how many options it has.
    """

    proven: Proven
    outputs: tuple[str, ...]
    strides: tuple[tuple[int, int], ...]
    main: Compiled
    others: tuple[tuple[Alternative, Compiled], ...]

    def find(self, known: Known) -> Found | None:
        """Return what is found for a case, None if a column the table looks at is unknown."""
        found = self.main.found(known)
        if found is None:
            return None
        cell, row, *numbers = found
        verdict = self._verdict(cell, self.proven.table.rows[row], numbers)
        touched: set[str] = set()
        left: list[Alternative] = []
        for other, compiled in self.others:
            if other.conflict.id not in touched:
                differing = compiled.found(known)
                if differing is None:
                    left.append(other)
                elif differing[1:] != found[1:]:
                    touched.add(other.conflict.id)
        return Found(verdict, frozenset(touched), tuple(left))

    def _verdict(self, cell: int, row: Row, numbers: Sequence[int]) -> Verdict:
        given = {
            name: number
            for name, number in zip(self.outputs, numbers, strict=True)
            if name in row.terms
        }
        options = tuple([(cell // stride % size,) for stride, size in self.strides])
        return Verdict(row, given, (), options)


def make_ready(
    proven: Proven, others: Sequence[Alternative], on: int, value: Value
) -> Ready | None:
    """Compile a table and its readings; None if a value it may need is not in force on the day."""
    rows = row_indexes(proven.winners)

    def compiled(some: Proven, instead: Mapping[str, int]) -> Compiled:
        bound = plan(
            some, Binder(on, lambda name: instead[name] if name in instead else value(name))
        )
        return Compiled(bound.columns, cell_function(bound, rows))

    try:
        main = compiled(proven, {})
        readings = tuple((other, compiled(other.proven, other.values)) for other in others)
    except RuleBookError:
        return None
    outputs = tuple(output.name for output in proven.table.outputs if output.kind is not None)
    strides = tuple(zip(proven.table.strides, proven.table.sizes, strict=True))
    return Ready(proven, outputs, strides, main, readings)
