"""The exact verdict on a case with unknown columns: the union over all that they might be.

Three-valued evaluation may call a column missing whose values rule one another out in two facts.
Here every way to complete the case is tried: both truths, every code, and for a day or a number
one value on, before and after each bound it is compared with, for between bounds nothing changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from math import prod

import numpy as np

from kenpo.rulebook.bind import Binder
from kenpo.rulebook.columns import Column
from kenpo.rulebook.evaluate import Case
from kenpo.rulebook.facts import Fact
from kenpo.rulebook.judge import Verdict, award, judge, outputs, possible
from kenpo.rulebook.proof import Proven
from kenpo.rulebook.terms import (
    ALWAYS,
    FAR_FUTURE,
    FAR_PAST,
    ColumnRef,
    Compare,
    Kind,
    Logic,
    Not,
    Term,
    Whole,
    parts,
)

_MOST = 512


def settle(proven: Proven, case: Case, columns: Mapping[str, Column]) -> Verdict:
    """Return the verdict on a case; a missing column is one whose value changes the answer.

    With too many completions to try, the three-valued verdict stands: it guesses nothing either.
    """
    verdict = judge(proven, case)
    if verdict.row is not None:
        return verdict
    points = _points(proven, case, columns)
    if points is None or prod(map(len, points.values())) > _MOST:
        return verdict
    return _union(proven, case, points)


def _union(proven: Proven, case: Case, points: Mapping[str, Sequence[int]]) -> Verdict:
    shape = [len(values) for values in points.values()]
    cells = [
        _cell(proven, replace(case, known={**case.known, **dict(zip(points, some, strict=True))}))
        for some in product(*points.values())
    ]
    found = np.array([proven.winners[cell] for cell in cells]).reshape(shape)
    rows = [proven.table.rows[int(index)] for index in np.unique(found)]
    if len(rows) == 1:
        options = tuple(tuple(sorted(set(axis))) for axis in zip(*cells, strict=True))
        return award(rows[0], options, case)
    vary = [
        name for axis, name in enumerate(points) if np.any(found != np.take(found, [0], axis=axis))
    ]
    vary += [name for row in rows for name in outputs(row, case)[1]]
    return Verdict(None, {}, tuple(dict.fromkeys(vary)))


def _cell(proven: Proven, case: Case) -> tuple[int, ...]:
    return tuple(possible(fact, case).options[0] for fact in proven.table.facts)


def _points(
    proven: Proven, case: Case, columns: Mapping[str, Column]
) -> dict[str, tuple[int, ...]] | None:
    """Return the values to try of each unknown column, None if a comparison is too involved."""
    binder = Binder(case.on, case.value, case.known)
    bounds: dict[str, set[int]] = {}
    for atom in (atom for fact in proven.table.facts for atom in _fact_atoms(fact, binder)):
        match atom:
            case Compare(left=ColumnRef(name=name), right=Whole(value=bound)):
                bounds.setdefault(name, set()).add(bound)
            case ColumnRef(name=name):
                bounds.setdefault(name, set())
            case _:
                return None
    return {name: _around(columns[name], found) for name, found in bounds.items()}


def _fact_atoms(fact: Fact, binder: Binder) -> Iterator[Term]:
    for option in fact.options:
        condition = binder.bind(option.condition)
        yield from _atoms(condition)
        if condition == ALWAYS:
            return


def _atoms(term: Term) -> Iterator[Term]:
    if isinstance(term, Not | Logic):
        for part in parts(term):
            yield from _atoms(part)
    elif not isinstance(term, Whole):
        yield term


def _around(column: Column, bounds: set[int]) -> tuple[int, ...]:
    if column.options:
        return tuple(range(len(column.options)))
    near = {bound + by for bound in bounds for by in (-1, 0, 1)} - {FAR_FUTURE, FAR_PAST}
    far = set() if column.kind is Kind.NUMBER or column.null is None else {column.null}
    return tuple(sorted(near | far))
