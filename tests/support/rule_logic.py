"""A table of a book as formulas of z3 over the raw columns, with the decision day unknown.

The calendar functions are left open but for axioms, each checked on every day of four centuries in
``test_rulebook_z3.py``. What is proved holds for every function that keeps them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from itertools import combinations
from typing import Any, TypeAlias

import z3

from kenpo.rulebook import Book, DatedValue, Mark, Row
from kenpo.rulebook.calendar import anniversary, day_number, month_end
from kenpo.rulebook.columns import Column
from kenpo.rulebook.proof import Proven
from kenpo.rulebook.terms import (
    FAR_FUTURE,
    FAR_PAST,
    ColumnRef,
    Compare,
    Extreme,
    Kind,
    Logic,
    Not,
    OnDay,
    Shift,
    Sum,
    Term,
    ValueRef,
    Whole,
)
from kenpo.values.insurer import Policy

# z3's expressions overload every operator; their Python types say nothing more than this
Formula: TypeAlias = Any

FIRST_DAY, LAST_DAY = day_number(date(1800, 1, 1)), day_number(date(2199, 12, 31))
FIRST_DECISION, LAST_DECISION = day_number(date(2024, 9, 1)), day_number(date(2045, 12, 31))
_SIGNS: dict[str, Callable[[Formula, Formula], Formula]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}
MILLISECONDS = 60_000


def is_far(day: Formula) -> Formula:
    return z3.Or(day == FAR_FUTURE, day == FAR_PAST)


@dataclass
class Axioms:
    """The calendar functions as they are applied, and what is assumed of each application."""

    functions: dict[str, Formula] = field(
        default_factory=lambda: {
            word: z3.Function(word, z3.IntSort(), z3.IntSort(), z3.IntSort())
            for word in ("応当日", "月末")
        }
    )
    applied: dict[str, dict[tuple[int, int], tuple[Formula, Formula]]] = field(
        default_factory=lambda: {"応当日": {}, "月末": {}}
    )
    points: list[Formula] = field(default_factory=list)

    def apply(self, word: str, day: Formula, by: Formula) -> Formula:
        by = by if z3.is_expr(by) else z3.IntVal(by)
        self.applied[word][day.get_id(), by.get_id()] = (day, by)
        return self.functions[word](day, by)

    def point(self, word: str, day: int, by: int) -> None:
        """Tell what a function is on one day: every later day is then bounded by it."""
        true = anniversary(day, by) if word == "応当日" else month_end(day, by)
        self.points.append(self.apply(word, z3.IntVal(day), z3.IntVal(by)) == true)

    def all(self) -> Iterator[Formula]:
        yield from self.points
        for word, some in self.applied.items():
            function = self.functions[word]
            for day, by in some.values():
                yield z3.If(is_far(day), function(day, by) == day, _reach(word, function, day, by))
            for one, other in combinations(some.values(), 2):
                yield _ordered(function, one, other)
                yield _ordered(function, other, one)


def _reach(word: str, function: Formula, day: Formula, by: Formula) -> Formula:
    moved = function(day, by)
    if word == "応当日":
        return z3.And(day + 365 * by <= moved, moved <= day + 366 * by)
    return z3.Implies(by >= 0, z3.And(day + 28 * by <= moved, moved <= day + 31 * (by + 1)))


def _ordered(
    function: Formula, one: tuple[Formula, Formula], other: tuple[Formula, Formula]
) -> Formula:
    """An earlier day is not taken past a later one by fewer years or months."""
    near = z3.Not(z3.Or(is_far(one[0]), is_far(other[0])))
    return z3.Implies(
        z3.And(near, one[0] <= other[0], one[1] <= other[1]), function(*one) <= function(*other)
    )


@dataclass
class Logical:
    """A proven table as formulas; ``day`` is the decision day."""

    book: Book
    proven: Proven
    day: Formula = field(default_factory=lambda: z3.Int("判定日"))
    axioms: Axioms = field(default_factory=Axioms)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self.proven.table.rows

    def column(self, name: str) -> Formula:
        truth = self.book.columns[name].kind is Kind.TRUTH
        return z3.Bool(name) if truth else z3.Int(name)

    def domain(self) -> Formula:
        """What every case keeps to."""
        columns = (self._values(column) for column in self.book.columns.values())
        days = (self.day >= FIRST_DECISION, self.day <= LAST_DECISION)
        return z3.And(*days, *columns)

    def _values(self, column: Column) -> Formula:
        if column.kind is Kind.TRUTH:
            return z3.BoolVal(val=True)
        it = self.column(column.name)
        if column.kind is Kind.CODE:
            return z3.And(it >= 0, it < len(column.codes))
        if column.kind is Kind.NUMBER:
            return z3.And(it >= -(10**9), it <= 10**9)
        near = z3.And(it >= FIRST_DAY, it <= LAST_DAY)
        return near if column.null is None else z3.Or(near, it == column.null)

    def wins(self) -> dict[str, Formula]:
        """Return for each row when it wins, worked out from its conditions and every 優先."""
        matched = {row.id: self._matches(row) for row in self.rows}
        beaten = {
            row.id: [matched[other.id] for other in self.rows if row.id in other.beats]
            for row in self.rows
        }
        return {
            str(row.id): z3.And(matched[row.id], *map(z3.Not, beaten[row.id])) for row in self.rows
        }

    def _matches(self, row: Row) -> Formula:
        asked = self.proven.table.asked[row.id]
        return z3.And(
            *(z3.Or(*(self._holds(axis, i) for i in row.choices[axis])) for axis in asked)
        )

    def _holds(self, axis: int, option: int) -> Formula:
        conditions = [self.truth(each.condition) for each in self.proven.table.facts[axis].options]
        return z3.And(conditions[option], *map(z3.Not, conditions[:option]))

    def output(self, row: Row, name: str) -> Formula:
        return self.number(row.terms[name])

    def truth(self, term: Term) -> Formula:
        match term:
            case Not():
                return z3.Not(self.truth(term.item))
            case Logic():
                return (z3.And if term.word == "and" else z3.Or)(*map(self.truth, term.items))
            case Compare():
                return _SIGNS[term.sign](self.number(term.left), self.number(term.right))
            case ColumnRef():
                return self.column(term.name)
            case _:
                return self.number(term) == 1

    def number(self, term: Term) -> Formula:
        match term:
            case Whole():
                return z3.IntVal(term.value)
            case ColumnRef():
                return self.column(term.name)
            case ValueRef():
                return self._value(term.name)
            case OnDay():
                return self.day
            case _:
                return self._compound(term)

    def _compound(self, term: Term) -> Formula:
        match term:
            case Sum():
                return self._sum(term)
            case Extreme():
                return reduce(_least if term.word == "min" else _most, self._numbers(term))
            case Shift():
                return self.axioms.apply(term.word, self.number(term.day), self.number(term.by))
            case _:
                raise AssertionError(term)

    def _numbers(self, term: Extreme) -> list[Formula]:
        return [self.number(item) for item in term.items]

    def _sum(self, term: Sum) -> Formula:
        left, right = self.number(term.left), self.number(term.right)
        moved = left + right if term.sign == "+" else left - right
        return z3.If(is_far(left), left, moved) if term.open else moved

    def _value(self, name: str) -> Formula:
        """Return a dated value as a function of the day, everything being known."""
        first, *later = sorted(
            filter(self._allowed, self.book.dated_values[name]),
            key=lambda row: (row.valid_from, row.known_from),
        )
        found: Formula = z3.IntVal(first.number)
        for row in later:
            found = z3.If(self.day >= day_number(row.valid_from), z3.IntVal(row.number), found)
        return found

    def _allowed(self, row: DatedValue) -> bool:
        return self.book.policy is Policy.CURRENT or row.citation.mark is Mark.VERBATIM

    def refutation(self, claim: Formula, *given: Formula) -> str:
        """Return a case in which a claim does not hold; empty if it is proved."""
        solver = z3.Solver()
        solver.set("timeout", MILLISECONDS)
        solver.add(self.domain(), *given, z3.Not(claim))
        solver.add(*self.axioms.all())
        found = solver.check()
        assert found != z3.unknown, solver.reason_unknown()
        return "" if found == z3.unsat else str(solver.model())


def _least(a: Formula, b: Formula) -> Formula:
    return z3.If(a <= b, a, b)


def _most(a: Formula, b: Formula) -> Formula:
    return z3.If(a >= b, a, b)
