"""Which row answers one case, or which unknown columns stand in the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kenpo.rulebook.evaluate import Case, evaluate
from kenpo.rulebook.facts import Fact
from kenpo.rulebook.proof import Proven
from kenpo.rulebook.tables import Row
from kenpo.rulebook.terms import FAR_FUTURE, FAR_PAST, columns_in


@dataclass(frozen=True, slots=True)
class Possible:
    """The options of a fact that the case leaves open, and the unknown columns behind that."""

    options: tuple[int, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The row that answers with its numbers, or None and the columns that are missing.

    ``numbers`` holds day and number outputs by name; an output that is empty is left out.
    ``options`` are, for each fact of the table, the options that may hold.
    """

    row: Row | None
    numbers: Mapping[str, int | None]
    missing: tuple[str, ...]
    options: tuple[tuple[int, ...], ...] = ()

    @property
    def answer(self) -> tuple[object, ...]:
        """What two verdicts must share to be the same answer."""
        return (self.row and self.row.id, tuple(self.numbers.items()), self.missing)


def judge(proven: Proven, case: Case) -> Verdict:
    """Return the verdict on a case: every cell compatible with what is known must agree."""
    facts = [possible(fact, case) for fact in proven.table.facts]
    options = tuple(fact.options for fact in facts)
    if all(len(some) == 1 for some in options):
        winner = int(proven.winners[tuple(some[0] for some in options)])
        return award(proven.table.rows[winner], options, case)
    cells = proven.winners[np.ix_(*options)]
    winner = int(cells.flat[0])
    if np.any(cells != winner):
        return Verdict(None, {}, _doubts(cells, facts, proven, case))
    return award(proven.table.rows[winner], options, case)


def award(row: Row, options: tuple[tuple[int, ...], ...], case: Case) -> Verdict:
    """Return the verdict of a row that has won, unless its outputs need something unknown."""
    numbers, doubts = outputs(row, case)
    return Verdict(None, {}, doubts) if doubts else Verdict(row, numbers, (), options)


def possible(fact: Fact, case: Case) -> Possible:
    """Return the options of a fact that may hold: no earlier condition surely does."""
    options: list[int] = []
    doubts: dict[str, None] = {}
    for index, option in enumerate(fact.options):
        holds = evaluate(option.condition, case)
        if holds is None:
            doubts |= _unknown(option.columns, case)
        if holds != 0:
            options.append(index)
        if holds == 1:
            break
    return Possible(tuple(options), tuple(doubts))


def _unknown(columns: Sequence[str], case: Case) -> dict[str, None]:
    return dict.fromkeys(name for name in columns if case.known.get(name) is None)


def _doubts(
    cells: np.ndarray[tuple[int, ...], np.dtype[np.int16]],
    facts: Sequence[Possible],
    proven: Proven,
    case: Case,
) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for axis, fact in enumerate(facts):
        if np.any(cells != np.take(cells, [0], axis=axis)):
            names |= dict.fromkeys(fact.doubts)
    for index in np.unique(cells):
        names |= dict.fromkeys(outputs(proven.table.rows[int(index)], case)[1])
    return tuple(names)


def outputs(row: Row, case: Case) -> tuple[dict[str, int | None], tuple[str, ...]]:
    """Return the numbers of a row's outputs, and the unknown columns they would need.

    An output that is none is 遠い過去, whichever of the two it came from.
    """
    numbers: dict[str, int | None] = {}
    doubts: dict[str, None] = {}
    for name, term in row.terms.items():
        number = evaluate(term, case)
        numbers[name] = FAR_PAST if number == FAR_FUTURE else number
        if number is None:
            doubts |= _unknown(columns_in(term), case)
    return numbers, tuple(doubts)
