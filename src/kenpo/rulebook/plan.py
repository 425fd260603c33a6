"""A table made ready for one decision day: cells of facts, winners, and groups of formulas."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kenpo.rulebook.bind import NEVER, Binder
from kenpo.rulebook.facts import Fact
from kenpo.rulebook.proof import Proven
from kenpo.rulebook.tables import Output, Row
from kenpo.rulebook.terms import ALWAYS, Term, columns_in


@dataclass(frozen=True, slots=True)
class Choice:
    """A fact bound to a day: ``steps`` are (condition, share of the cell), ``rest`` the last share.

    ``column`` and ``stride`` are set instead when a code column's number times the stride is it.
    """

    steps: tuple[tuple[Term, int], ...]
    rest: int
    column: str | None = None
    stride: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What all emitters need. ``groups[group_of[row]]`` are the row's day and number formulas.

    ``sizes`` are the options of each fact, ``winners`` the row index of each cell.
    """

    sizes: tuple[int, ...]
    choices: tuple[Choice, ...]
    winners: npt.NDArray[np.int16]
    outputs: tuple[Output, ...]
    groups: tuple[tuple[Term | None, ...], ...]
    group_of: tuple[int, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that the bound conditions and formulas still look at, by name."""
        terms = [step[0] for choice in self.choices for step in choice.steps]
        terms += [term for group in self.groups for term in group if term is not None]
        used = {name for term in terms for name in columns_in(term)}
        return tuple(sorted(used | {choice.column for choice in self.choices if choice.column}))


def plan(proven: Proven, binder: Binder) -> Plan:
    """Bind a proven table to a day."""
    table = proven.table
    choices = tuple(
        _choice(fact, stride, binder)
        for fact, stride in zip(table.facts, table.strides, strict=True)
    )
    outputs = tuple(output for output in table.outputs if output.kind is not None)
    formulas = [_formulas(row, outputs, binder) for row in table.rows]
    groups = tuple(dict.fromkeys(formulas))
    group_of = tuple(groups.index(formula) for formula in formulas)
    return Plan(table.sizes, choices, proven.winners.ravel(), outputs, groups, group_of)


def _choice(fact: Fact, stride: int, binder: Binder) -> Choice:
    if fact.column is not None:
        return Choice((), 0, fact.column, stride)
    steps: list[tuple[Term, int]] = []
    for index, option in enumerate(fact.options):
        condition = binder.bind(option.condition)
        if condition == ALWAYS:
            return Choice(tuple(steps), index * stride)
        if condition != NEVER:
            steps.append((condition, index * stride))
    raise AssertionError(fact.name)


def _formulas(row: Row, outputs: tuple[Output, ...], binder: Binder) -> tuple[Term | None, ...]:
    terms = (row.terms.get(output.name) for output in outputs)
    return tuple(None if term is None else binder.bind(term) for term in terms)
