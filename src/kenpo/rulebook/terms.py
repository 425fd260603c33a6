"""The one intermediate form of every condition and output: typed terms over whole numbers.

Days are numbers (days since 1970-01-01), truths are 0 and 1, codes are their index. ``FAR_FUTURE``
and ``FAR_PAST`` stand for "none" in a day column; they stay what they are under arithmetic.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

FAR_FUTURE = 2_147_483_647
FAR_PAST = -2_147_483_648


class Kind(StrEnum):
    """What a term's number stands for."""

    DAY = "日"
    NUMBER = "数"
    TRUTH = "真偽"
    CODE = "符号"


@dataclass(frozen=True, slots=True)
class Whole:
    """A number written in the book, or a code's index."""

    value: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class ColumnRef:
    """A column of the case. ``open`` says that a day may be 遠い未来 or 遠い過去."""

    name: str
    kind: Kind
    open: bool


@dataclass(frozen=True, slots=True)
class ValueRef:
    """A dated value by name."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class OnDay:
    """判定日, the day of the decision."""


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a truth."""

    item: Term


@dataclass(frozen=True, slots=True)
class Logic:
    """All (``and``) or any (``or``) of several truths."""

    word: str
    items: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """Two terms of one kind compared by ``< <= > >= == !=``."""

    sign: str
    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Sum:
    """``left + right`` or ``left - right``; ``open`` if ``left`` may be 遠い未来 or 遠い過去."""

    sign: str
    left: Term
    right: Term
    kind: Kind
    open: bool


@dataclass(frozen=True, slots=True)
class Extreme:
    """The least (``min``) or greatest (``max``) of several terms of one kind."""

    word: str
    items: tuple[Term, ...]
    kind: Kind


@dataclass(frozen=True, slots=True)
class Shift:
    """``応当日`` (years) or ``月末`` (months) of a day."""

    word: str
    day: Term
    by: Term
    open: bool


Term: TypeAlias = (
    Whole | ColumnRef | ValueRef | OnDay | Not | Logic | Compare | Sum | Extreme | Shift
)

ALWAYS = Whole(1, Kind.TRUTH)


def kind_of(term: Term) -> Kind:
    """Return what the term's number stands for."""
    match term:
        case Whole() | ColumnRef() | ValueRef() | Sum() | Extreme():
            return term.kind
        case OnDay() | Shift():
            return Kind.DAY
        case Not() | Logic() | Compare():
            return Kind.TRUTH


def is_open(term: Term) -> bool:
    """Say whether the term may be 遠い未来 or 遠い過去."""
    match term:
        case ColumnRef() | Sum() | Shift():
            return term.open
        case Extreme():
            return any(is_open(item) for item in term.items)
        case _:
            return False


def parts(term: Term) -> tuple[Term, ...]:
    """Return the terms directly inside a term."""
    match term:
        case Whole() | ColumnRef() | ValueRef() | OnDay():
            return ()
        case Not():
            return (term.item,)
        case Logic() | Extreme():
            return term.items
        case Compare() | Sum():
            return (term.left, term.right)
        case Shift():
            return (term.day, term.by)


def columns_in(term: Term) -> tuple[str, ...]:
    """Return the names of the columns a term looks at, each once, in reading order."""
    if isinstance(term, ColumnRef):
        return (term.name,)
    return tuple(dict.fromkeys(name for part in parts(term) for name in columns_in(part)))


def values_in(term: Term) -> tuple[str, ...]:
    """Return the names of the dated values a term uses, each once, in reading order."""
    if isinstance(term, ValueRef):
        return (term.name,)
    return tuple(dict.fromkeys(name for part in parts(term) for name in values_in(part)))
