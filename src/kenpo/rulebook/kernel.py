"""One loop that decides millions: its text, and what the text needs beside it.

The loop goes by chunks that stay in the cache. First the number of each case's cell, without
branches; then the row by look-up; then the outputs that are constant for a row, by look-up; at
last the cases whose outputs have a formula, one after another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kenpo.rulebook.emit_loop import LoopText
from kenpo.rulebook.narrow import Narrow
from kenpo.rulebook.one import NOTHING
from kenpo.rulebook.plan import Plan
from kenpo.rulebook.terms import Term, Whole

CHUNK = 4096
MOST_ROWS = 255
_PADDED = 256
_SHORT = 65_536
Days = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.uint8]
Column = npt.NDArray[np.generic]


@dataclass(frozen=True, slots=True)
class Kernel:
    """The text of ``kernel(k, lut, heavy, given, rows, outs, columns…)`` and its constants.

    ``k`` are the constants, ``lut`` the row by cell, ``heavy`` the number of the row's formulas (0:
    none), ``given`` the constant outputs by output and row; ``outs`` are the arrays to fill.
    """

    text: str
    constants: Days
    rows: Bytes
    heavy: Bytes
    given: tuple[Days, ...]

    def run(self, rows: Bytes, outs: tuple[Days, ...], columns: Sequence[Column]) -> None:
        """Fill the row index and the outputs of every case. Compiles at its first call."""
        from kenpo.rulebook.loops import compiled  # noqa: PLC0415 - numba starts slowly

        flat = (np.ascontiguousarray(column) for column in columns)
        plain = (column.view(np.uint8) if column.dtype == np.bool_ else column for column in flat)
        loop = compiled(self.text)
        loop(self.constants, self.rows, self.heavy, self.given, rows, *outs, *plain)


def kernel(plan: Plan, small: Narrow) -> Kernel:
    """Return the loop of a plan of at most 255 rows."""
    heavy = [group for group in plan.groups if any(map(_has_formula, group))]
    words = LoopText()
    cell = words.cell(small.choices)
    formulas = _formulas(heavy, words)
    return Kernel(
        text=_text(plan, (cell, formulas), (len(words.constants), small.winners.size)),
        constants=np.array([*words.constants, 0], dtype=np.int32),
        rows=small.winners.astype(np.uint8),
        heavy=_by_row(plan, [_place(heavy, group) for group in plan.groups]).astype(np.uint8),
        given=tuple(
            _by_row(plan, [_constant(group[place]) for group in plan.groups])
            for place in range(len(plan.outputs))
        ),
    )


def _has_formula(term: Term | None) -> bool:
    return term is not None and not isinstance(term, Whole)


def _constant(term: Term | None) -> int:
    return term.value if isinstance(term, Whole) else NOTHING


def _place(heavy: Sequence[object], group: object) -> int:
    return heavy.index(group) + 1 if group in heavy else 0


def _by_row(plan: Plan, by_group: Sequence[int]) -> Days:
    found = np.full(_PADDED, NOTHING, dtype=np.int32)
    found[: len(plan.group_of)] = [by_group[group] for group in plan.group_of]
    return found


def _formulas(heavy: Sequence[tuple[Term | None, ...]], words: LoopText) -> list[str]:
    lines: list[str] = []
    for number, group in enumerate(heavy, 1):
        lines.append(f"    {'if' if number == 1 else 'elif'} heavy[found[i]] == {number}:")
        lines += [
            f"        out{place}[i] = {words.formula(term)}"
            for place, term in enumerate(group)
            if term is not None and _has_formula(term)
        ]
    return lines


def _text(plan: Plan, parts: tuple[str, list[str]], counts: tuple[int, int]) -> str:
    cell, formulas = parts
    constants, size = counts
    kind = "_uint16" if size <= _SHORT else "_uint32"
    outs = range(len(plan.outputs))
    arrays = ["found", *(f"out{place}" for place in outs), *plan.columns]
    body = [
        *(f"{name} = all_{name}[start:stop]" for name in arrays),
        "for i in range(size):",
        f"    cells[i] = {cell}",
        "for i in range(size):",
        "    found[i] = lut[cells[i]]",
        *(line for place in outs for line in _look_up(place)),
        *(_one_by_one(formulas) if formulas else ()),
    ]
    lines = [
        f"def kernel(k, lut, heavy, given, {', '.join(f'all_{name}' for name in arrays)}):",
        *(f"    k{number} = k[{number}]" for number in range(constants)),
        *(f"    given{place} = given[{place}]" for place in outs),
        f"    cells, places = _empty({CHUNK}, {kind}), _empty({CHUNK}, _uint16)",
        f"    for start in range(0, len(all_found), {CHUNK}):",
        f"        stop = min(start + {CHUNK}, len(all_found))",
        "        size = stop - start",
        *(f"        {line}" for line in body),
    ]
    return "\n".join([*lines, ""])


def _look_up(place: int) -> tuple[str, str]:
    return "for i in range(size):", f"    out{place}[i] = given{place}[found[i]]"


def _one_by_one(formulas: Sequence[str]) -> list[str]:
    return [
        "count = 0",
        "for i in range(size):",
        "    places[count] = i",
        "    count += heavy[found[i]] != 0",
        "for j in range(count):",
        "    i = places[j]",
        *formulas,
    ]
