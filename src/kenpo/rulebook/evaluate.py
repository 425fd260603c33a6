"""Terms evaluated for one case in which some columns may be unknown (None).

Truth has three values: and, or and not follow Kleene; anything else with an unknown part is
unknown. Nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kenpo.rulebook.calendar import anniversary, month_end, shifted
from kenpo.rulebook.terms import (
    ColumnRef,
    Compare,
    Extreme,
    Logic,
    Not,
    OnDay,
    Shift,
    Sum,
    Term,
    ValueRef,
    Whole,
)

_COMPARE: Mapping[str, Callable[[int, int], bool]] = {
    "<": int.__lt__,
    "<=": int.__le__,
    ">": int.__gt__,
    ">=": int.__ge__,
    "==": int.__eq__,
    "!=": int.__ne__,
}
_SUM: Mapping[str, Callable[[int, int], int]] = {
    "+": shifted,
    "-": lambda left, right: shifted(left, -right),
}
_SHIFT = {"応当日": anniversary, "月末": month_end}


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of one case: numbers by column (None: unknown), the day, the values on it."""

    known: Mapping[str, int | None]
    on: int
    value: Callable[[str], int]


def evaluate(term: Term, case: Case) -> int | None:
    """Return the term's number, or None if it depends on something unknown."""
    match term:
        case Whole():
            return term.value
        case ColumnRef():
            return case.known[term.name]
        case ValueRef():
            return case.value(term.name)
        case OnDay():
            return case.on
        case _:
            return _compound(term, case)


def _compound(term: Not | Logic | Compare | Sum | Extreme | Shift, case: Case) -> int | None:
    match term:
        case Not():
            return _opposite(evaluate(term.item, case))
        case Logic():
            return _logic(term, case)
        case Compare():
            return _both(_COMPARE[term.sign], (term.left, term.right), case)
        case Sum():
            return _both(_SUM[term.sign], (term.left, term.right), case)
        case Extreme():
            return _extreme(term, case)
        case Shift():
            return _both(_SHIFT[term.word], (term.day, term.by), case)


def _opposite(truth: int | None) -> int | None:
    return None if truth is None else 1 - truth


def _both(join: Callable[[int, int], int], sides: tuple[Term, Term], case: Case) -> int | None:
    left = evaluate(sides[0], case)
    right = evaluate(sides[1], case)
    return None if left is None or right is None else int(join(left, right))


def _logic(term: Logic, case: Case) -> int | None:
    decisive = 1 if term.word == "or" else 0
    unknown = False
    for item in term.items:
        found = evaluate(item, case)
        if found == decisive:
            return decisive
        unknown = unknown or found is None
    return None if unknown else 1 - decisive


def _extreme(term: Extreme, case: Case) -> int | None:
    numbers: Sequence[int | None] = [evaluate(item, case) for item in term.items]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers):
        return None
    return min(known) if term.word == "min" else max(known)
