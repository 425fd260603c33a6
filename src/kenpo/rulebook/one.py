"""The generated function that answers one person in about a microsecond."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from kenpo.rulebook.calendar import anniversary, month_end, shifted
from kenpo.rulebook.emit import ONE
from kenpo.rulebook.plan import Plan
from kenpo.rulebook.terms import FAR_FUTURE, FAR_PAST, Term

NOTHING = FAR_PAST
One = Callable[..., tuple[int, ...]]


def one_text(plan: Plan, columns: tuple[str, ...]) -> str:
    """Return the source of ``one(columns…) -> (row index, output numbers…)``."""
    return _text(plan, columns, (f"row = _rows[{ONE.cell(plan.choices)}]",), "row")


def one_function(plan: Plan, columns: tuple[str, ...]) -> One:
    """Return the function of ``one_text``. Every number must be one its column can have."""
    return _run(one_text(plan, columns), plan, row_indexes(plan.winners))


def cell_function(plan: Plan, rows: Sequence[int]) -> One:
    """Return ``one(plan.columns…) -> (cell, row index, output numbers…)``; ``rows`` is by cell."""
    found = (f"cell = {ONE.cell(plan.choices)}", "row = _rows[cell]")
    return _run(_text(plan, plan.columns, found, "cell, row"), plan, rows)


def row_indexes(winners: npt.NDArray[np.int16]) -> Sequence[int]:
    """Return the row index by cell in the form that Python indexes fastest."""
    narrow = int(winners.max()) <= 255
    return winners.astype(np.uint8).tobytes() if narrow else tuple(winners.ravel().tolist())


def _text(plan: Plan, columns: tuple[str, ...], found: Sequence[str], first: str) -> str:
    lines = [f"def one({', '.join(columns)}):", *(f"    {line}" for line in found)]
    if len(plan.groups) > 1:
        lines.append("    group = _groups[row]")
        for number, group in enumerate(plan.groups[:-1]):
            lines += [f"    if group == {number}:", f"        return {_tuple(first, group)}"]
    return "\n".join([*lines, f"    return {_tuple(first, plan.groups[-1])}", ""])


def _tuple(first: str, group: tuple[Term | None, ...]) -> str:
    return f"({''.join(f'{part}, ' for part in (first, *map(_formula, group)))})"


def _formula(term: Term | None) -> str:
    return str(NOTHING) if term is None else ONE.formula(term)


def _closed(day: int) -> int:
    return NOTHING if day == FAR_FUTURE else day


def _run(text: str, plan: Plan, rows: Sequence[int]) -> One:
    names: dict[str, object] = {
        "__builtins__": {"min": min, "max": max},
        "_rows": rows,
        "_groups": tuple(plan.group_of),
        "_anniversary": anniversary,
        "_month_end": month_end,
        "_shifted": shifted,
        "_closed": _closed,
    }
    exec(compile(text, "<rule book>", "exec"), names)  # noqa: S102 - text of our own emitter
    function = names["one"]
    assert callable(function)
    return function
