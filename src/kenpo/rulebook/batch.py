"""A table compiled for one decision day: one person, or arrays of millions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

import numpy as np
import numpy.typing as npt

from kenpo.rulebook.array_functions import ArrayFunction, array_function
from kenpo.rulebook.columns import Column
from kenpo.rulebook.emit import ARRAYS
from kenpo.rulebook.errors import FactError
from kenpo.rulebook.kernel import MOST_ROWS, kernel
from kenpo.rulebook.narrow import narrow
from kenpo.rulebook.one import NOTHING, One, one_function
from kenpo.rulebook.plan import Choice, Plan
from kenpo.rulebook.sql import SqlText, sql_text
from kenpo.rulebook.terms import Kind, Term, Whole, columns_in
from kenpo.values.ids import RowId

CHUNK = 16_384
Arrays = Mapping[str, npt.NDArray[np.generic]]
Rows = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]
_DTYPES = {Kind.DAY: np.int32, Kind.NUMBER: np.int32, Kind.TRUTH: np.bool_, Kind.CODE: np.uint8}


@dataclass(frozen=True, slots=True)
class Decided:
    """The rows of many cases and their day and number outputs by name."""

    rows: Rows
    outputs: Mapping[str, npt.NDArray[np.int32]]


class Batch:
    """Compiled for one day. Arrays hold the numbers of ``Column.number``, without nulls.

    ``columns`` are the columns to hand over, in the order of ``one``; ``row_ids`` the ids by row
    index; ``one(*numbers)`` returns (row index, output numbers…) of ``outputs``. ``NOTHING``
    stands for an output that is none. ``fast`` says that ``decide`` runs a loop compiled by numba.
    """

    def __init__(
        self,
        plan: Plan,
        columns: Mapping[str, Column],
        row_ids: tuple[RowId, ...],
        *,
        fast: bool = False,
    ) -> None:
        """Compile a plan; a loop for numba is written now and compiled at its first use."""
        self.columns = plan.columns
        self.outputs = tuple(output.name for output in plan.outputs)
        self.row_ids = row_ids
        self.one: One = one_function(plan, self.columns)
        self.plan = plan
        self.fast = fast and len(row_ids) <= MOST_ROWS and find_spec("numba") is not None
        self._known = columns
        small = narrow(plan)
        self._kernel = kernel(plan, small) if self.fast else None
        self._winners = small.winners.astype(np.uint8 if len(row_ids) <= 255 else np.uint16)
        self._small_cells = self._cell_function(small.choices, small.winners.size)
        self._cells = self._cell_function(plan.choices, plan.winners.size)

    def _cell_function(self, choices: Sequence[Choice], size: int) -> ArrayFunction:
        cell = np.int16 if size <= 32_767 else np.int32
        return array_function(ARRAYS.cell(choices), self.columns, cell)

    def decide(self, columns: Arrays) -> Decided:
        """Return the rows and all outputs; the same numbers whether ``fast`` or not.

        Raises FactError as ``rows`` does.
        """
        if self._kernel is None:
            rows = self.rows(columns)
            return Decided(rows, {name: self.output(name, columns, rows) for name in self.outputs})
        given = self._given(columns)
        found = np.empty(_size(columns), dtype=np.uint8)
        outputs = {name: np.empty(len(found), dtype=np.int32) for name in self.outputs}
        self._kernel.run(found, tuple(outputs.values()), given)
        return Decided(found, outputs)

    def rows(self, columns: Arrays) -> Rows:
        """Return the index of the winning row of every case (uint8, or uint16 above 255 rows).

        Raises FactError for a column that is absent and has no presumption, or is out of range.
        """
        given = self._given(columns)
        found = np.empty(_size(columns), dtype=self._winners.dtype)
        for part in chunks(len(found)):
            cells = self._small_cells(*(array[part] for array in given))
            found[part] = self._winners[cells]
        return found

    def cells(self, columns: Arrays) -> npt.NDArray[np.int32]:
        """Return the number of every case's cell: with book and day it explains the decision.

        Raises FactError as ``rows`` does.
        """
        given = self._given(columns)
        found = np.empty(_size(columns), dtype=np.int32)
        for part in chunks(len(found)):
            found[part] = self._cells(*(array[part] for array in given))
        return found

    def sql(self, source: str, cells: str) -> SqlText:
        """Return the same decisions as SQL over a table or view; names are taken as they are."""
        return sql_text(self.plan, self.row_ids, source, cells)

    def _given(self, columns: Arrays) -> list[npt.NDArray[np.generic]]:
        size = _size(columns)
        return [self._array(name, columns, size) for name in self.columns]

    def output(self, name: str, columns: Arrays, rows: Rows) -> npt.NDArray[np.int32]:
        """Return a day or number output of every case whose row is known; ``NOTHING`` for none."""
        place = self.outputs.index(name)
        formulas = [group[place] for group in self.plan.groups]
        found = np.full(len(rows), NOTHING, dtype=np.int32)
        for term in dict.fromkeys(formulas):
            if term is not None:
                wins = np.array([formulas[group] == term for group in self.plan.group_of])
                self._fill(found, term, np.flatnonzero(wins[rows]), columns)
        return found

    def _fill(
        self, found: npt.NDArray[np.int32], term: Term, cases: npt.NDArray[np.intp], columns: Arrays
    ) -> None:
        if isinstance(term, Whole):
            found[cases] = term.value
            return
        names = columns_in(term)
        given = [self._array(name, columns, len(found)) for name in names]
        formula = array_function(ARRAYS.formula(term), names, np.int32)
        for part in chunks(len(cases)):
            some = cases[part]
            found[some] = formula(*(array[some] for array in given))

    def _array(self, name: str, columns: Arrays, size: int) -> npt.NDArray[np.generic]:
        column = self._known[name]
        array = columns.get(name)
        if array is None and column.presumption is not None:
            array = np.broadcast_to(np.array(column.presumption), size)
        if array is None or len(array) != size:
            raise FactError(name, f"{size}件の配列 / an array of {size}")
        array = array.astype(_DTYPES[column.kind], copy=False)
        if column.kind is Kind.CODE and size and int(array.max()) >= len(column.codes):
            raise FactError(name, column.must)
        return array


def _size(columns: Arrays) -> int:
    return max((len(array) for array in columns.values()), default=0)


def chunks(size: int) -> Iterator[slice]:
    """Yield slices of ``CHUNK`` cases: their temporaries stay in the cache."""
    return (slice(start, start + CHUNK) for start in range(0, size, CHUNK))
