"""Terms bound to one decision day: constants put in, and everything constant worked out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kenpo.rulebook.calendar import anniversary, day_number, month_end
from kenpo.rulebook.evaluate import Case, evaluate
from kenpo.rulebook.terms import (
    ALWAYS,
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
    kind_of,
    parts,
)

NEVER = Whole(0, Kind.TRUTH)
_NOTHING_KNOWN: Mapping[str, int | None] = {}
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_ORDERS = {"<", "<=", ">", ">="}
_CALENDAR = range(day_number(date(1700, 1, 1)), day_number(date(2400, 1, 1)))
_SHIFTS: Mapping[str, Callable[[int, int], int]] = {"応当日": anniversary, "月末": month_end}


@dataclass(frozen=True, slots=True)
class Binder:
    """Binds terms to a day, to the dated values in force on it, and to what is known of a case."""

    on: int
    value: Callable[[str], int]
    known: Mapping[str, int | None] = field(default_factory=dict)

    def bind(self, term: Term) -> Term:
        """Return an equal term in which every part that needs no column is one number."""
        inner = self._inside(term)
        if isinstance(inner, Logic):
            return _logic(inner)
        if isinstance(inner, Extreme):
            inner = _extreme(inner)
        if self._is_constant(inner):
            return self._constant(inner)
        return _threshold(inner) if isinstance(inner, Compare) else inner

    def _is_constant(self, term: Term) -> bool:
        if isinstance(term, ColumnRef):
            return self.known.get(term.name) is not None
        inside = parts(term)
        if not inside:
            return isinstance(term, OnDay | ValueRef)
        return all(isinstance(part, Whole) for part in inside)

    def _constant(self, term: Term) -> Term:
        number = evaluate(term, Case(self.known, self.on, self.value))
        return term if number is None else Whole(number, kind_of(term))

    def _inside(self, term: Term) -> Term:
        match term:
            case Not():
                return replace(term, item=self.bind(term.item))
            case Logic() | Extreme():
                return replace(term, items=tuple(self.bind(item) for item in term.items))
            case Compare() | Sum():
                return replace(term, left=self.bind(term.left), right=self.bind(term.right))
            case Shift():
                return replace(term, day=self.bind(term.day), by=self.bind(term.by))
            case _:
                return term


def _logic(term: Logic) -> Term:
    neutral, decisive = (ALWAYS, NEVER) if term.word == "and" else (NEVER, ALWAYS)
    items = tuple(item for item in term.items if item != neutral)
    if decisive in items or not items:
        return decisive if decisive in items else neutral
    return items[0] if len(items) == 1 else Logic(term.word, items)


def _extreme(term: Extreme) -> Extreme:
    """Return the same with its whole numbers joined into one, which stands first."""
    whole = [item.value for item in term.items if isinstance(item, Whole)]
    if len(whole) < 2:
        return term
    others = (item for item in term.items if not isinstance(item, Whole))
    one = Whole(min(whole) if term.word == "min" else max(whole), term.kind)
    return replace(term, items=(one, *others))


def _threshold(term: Compare) -> Term:
    """Return ``column < number`` for ``column + 3 < number`` or ``応当日(column, 75) < number``."""
    if isinstance(term.left, Whole):
        term = Compare(_FLIPPED[term.sign], term.right, term.left)
    if not isinstance(term.right, Whole) or term.right.value in {FAR_FUTURE, FAR_PAST}:
        return term
    match term.left:
        case Sum(right=Whole()):
            return _moved_sum(term, term.left, term.right.value)
        case Sum(left=Whole(), sign="-"):
            return _moved_difference(term, term.left, term.right.value)
        case Shift(by=Whole()) if term.sign in _ORDERS and term.right.value in _CALENDAR:
            return _moved_shift(term, term.left, term.right.value)
        case _:
            return term


def _moved_sum(term: Compare, left: Sum, number: int) -> Term:
    by = evaluate(left.right, Case(_NOTHING_KNOWN, 0, _no_value)) or 0
    moved = number - by if left.sign == "+" else number + by
    return _threshold(Compare(term.sign, left.left, Whole(moved, kind_of(left.left))))


def _moved_difference(term: Compare, left: Sum, number: int) -> Term:
    start = evaluate(left.left, Case(_NOTHING_KNOWN, 0, _no_value)) or 0
    moved = Whole(start - number, kind_of(left.right))
    return _threshold(Compare(_FLIPPED[term.sign], left.right, moved))


def _moved_shift(term: Compare, left: Shift, number: int) -> Term:
    by = evaluate(left.by, Case(_NOTHING_KNOWN, 0, _no_value)) or 0
    up_to = number - 1 if term.sign in {"<", ">="} else number
    last = _last_day(lambda day: _SHIFTS[left.word](day, by), up_to, by)
    sign = "<=" if term.sign in {"<", "<="} else ">"
    return _threshold(Compare(sign, left.day, Whole(last, Kind.DAY)))


def _last_day(shift: Callable[[int], int], up_to: int, by: int) -> int:
    """Return the last day that the shift, which never goes back, takes to ``up_to`` at most."""
    reach = 400 * (abs(by) + 1)
    days = range(up_to - reach, up_to + reach)
    return days[0] + bisect_right(days, up_to, key=shift) - 1


def _no_value(name: str) -> int:
    raise KeyError(name)
