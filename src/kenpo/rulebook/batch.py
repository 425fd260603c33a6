"""A table compiled for one decision day: one person, or arrays of millions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt

from kenpo.rulebook.array_functions import array_function
from kenpo.rulebook.columns import Column
from kenpo.rulebook.emit import ARRAYS
from kenpo.rulebook.errors import FactError
from kenpo.rulebook.one import NOTHING, One, one_function
from kenpo.rulebook.plan import Plan
from kenpo.rulebook.terms import Kind, Term, Whole, columns_in
from kenpo.values.ids import RowId

CHUNK = 16_384
Arrays = Mapping[str, npt.NDArray[np.generic]]
Rows = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]
_DTYPES = {Kind.DAY: np.int32, Kind.NUMBER: np.int32, Kind.TRUTH: np.bool_, Kind.CODE: np.uint8}


class Batch:
    """Compiled for one day. Arrays hold the numbers of ``Column.number``, without nulls.

    ``columns`` are the columns to hand over, in the order of ``one``; ``row_ids`` the ids by row
    index; ``one(*numbers)`` returns (row index, output numbers…) of ``outputs``. ``NOTHING``
    stands for an output that is none.
    """

    def __init__(
        self, plan: Plan, columns: Mapping[str, Column], row_ids: tuple[RowId, ...]
    ) -> None:
        """Compile a plan."""
        self.columns = plan.columns
        self.outputs = tuple(output.name for output in plan.outputs)
        self.row_ids = row_ids
        self.one: One = one_function(plan, self.columns)
        self.plan = plan
        self._known = columns
        self._winners = plan.winners.astype(np.uint8 if len(row_ids) <= 255 else np.uint16)
        cell = np.int16 if plan.winners.size <= 32_767 else np.int32
        self._cells = array_function(ARRAYS.cell(plan.choices), self.columns, cell)

    def rows(self, columns: Arrays) -> Rows:
        """Return the index of the winning row of every case (uint8, or uint16 above 255 rows).

        Raises FactError for a column that is absent and has no presumption, or is out of range.
        """
        size = _size(columns)
        given = [self._array(name, columns, size) for name in self.columns]
        found = np.empty(size, dtype=self._winners.dtype)
        for part in chunks(size):
            found[part] = self._winners[self._cells(*(array[part] for array in given))]
        return found

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
