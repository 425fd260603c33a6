"""Terms written out as SQL over columns of whole numbers and truths.

The text is understood by PostgreSQL and DuckDB alike. Days are numbers since 1970-01-01 without
nulls; only the two calendar functions pass through the engine's own dates.
"""

from __future__ import annotations

from collections.abc import Sequence

from kenpo.rulebook.plan import Choice
from kenpo.rulebook.terms import (
    FAR_FUTURE,
    FAR_PAST,
    ColumnRef,
    Compare,
    Extreme,
    Kind,
    Logic,
    Not,
    Shift,
    Sum,
    Term,
    Whole,
    is_open,
)

_SIGNS = {"==": "=", "!=": "<>"}
_EXTREMES = {"min": "least", "max": "greatest"}
_EPOCH = "date '1970-01-01'"
_FAR = f"({FAR_FUTURE}, {FAR_PAST})"


def truth(term: Term) -> str:
    """Return a condition."""
    match term:
        case ColumnRef():
            return term.name
        case Not():
            return f"(not {truth(term.item)})"
        case Logic():
            return f"({f' {term.word} '.join(map(truth, term.items))})"
        case Compare(left=ColumnRef(kind=Kind.TRUTH, name=name), right=Whole(value=value)):
            return name if (value == 1) == (term.sign == "==") else f"(not {name})"
        case Compare():
            sign = _SIGNS.get(term.sign, term.sign)
            return f"({number(term.left)} {sign} {number(term.right)})"
        case _:
            return f"({number(term)} = 1)"


def number(term: Term) -> str:
    """Return a day, a whole number or a code."""
    match term:
        case Whole():
            return f"({term.value})" if term.value < 0 else str(term.value)
        case ColumnRef():
            return term.name
        case Sum():
            left = number(term.left)
            return _kept(term.open, left, f"({left} {term.sign} {number(term.right)})")
        case Extreme():
            return f"{_EXTREMES[term.word]}({', '.join(map(number, term.items))})"
        case Shift():
            day = number(term.day)
            moved = _anniversary if term.word == "応当日" else _month_end
            return _kept(is_open(term.day), day, moved(day, number(term.by)))
        case _:
            raise AssertionError(term)


def formula(term: Term) -> str:
    """Return an output: 遠い未来 is none there, as 遠い過去 is."""
    text = number(term)
    return f"coalesce(nullif({text}, {FAR_FUTURE}), {FAR_PAST})" if is_open(term) else text


def cell(choices: Sequence[Choice]) -> str:
    """Return the number of a cell."""
    return " + ".join(map(_share, choices)) or "0"


def _share(choice: Choice) -> str:
    if choice.column is not None:
        return f"{choice.column} * {choice.stride}"
    cases = "".join(f" when {truth(condition)} then {share}" for condition, share in choice.steps)
    return f"case{cases} else {choice.rest} end"


def _kept(may_be_far: bool, day: str, moved: str) -> str:  # noqa: FBT001 - reads as a sentence
    return f"case when {day} in {_FAR} then {day} else {moved} end" if may_be_far else moved


def _anniversary(day: str, years: str) -> str:
    at = _date(day)
    month = f"cast(date_trunc('month', {at}) + {years} * interval '1 year' as date)"
    return f"cast({month} - {_EPOCH} + extract(day from {at}) - 1 as integer)"


def _month_end(day: str, months: str) -> str:
    month = f"date_trunc('month', {_date(day)}) + ({months} + 1) * interval '1 month'"
    return f"cast(cast({month} as date) - {_EPOCH} - 1 as integer)"


def _date(day: str) -> str:
    # DuckDB adds an integer to a date, but not the bigint that its differences of dates are
    return f"({_EPOCH} + cast({day} as integer))"
