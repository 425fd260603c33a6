"""Terms and cells written out as Python text, for one person and for arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from kenpo.rulebook.plan import Choice
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
    is_open,
)

SHIFTS = {"応当日": "_anniversary", "月末": "_month_end"}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How Python for one person (``and``, ``min``) differs from Python for arrays (``&``)."""

    all_of: str
    any_of: str
    opposite: str
    extremes: dict[str, str]
    select: str

    def text(self, term: Term) -> str:
        """Return the expression of a bound term."""
        match term:
            case Whole():
                return str(term.value)
            case ColumnRef():
                return term.name
            case Not():
                return f"({self.opposite}{self.text(term.item)})"
            case Logic():
                word = self.all_of if term.word == "and" else self.any_of
                return f"({f' {word} '.join(map(self.text, term.items))})"
            case Compare():
                return f"({self.text(term.left)} {term.sign} {self.text(term.right)})"
            case _:
                return self._number(term)

    def _number(self, term: ValueRef | OnDay | Sum | Extreme | Shift) -> str:
        match term:
            case Sum() if term.open:
                sign = "" if term.sign == "+" else "-"
                return f"_shifted({self.text(term.left)}, {sign}{self.text(term.right)})"
            case Sum():
                return f"({self.text(term.left)} {term.sign} {self.text(term.right)})"
            case Extreme():
                word = self.extremes[term.word]
                return reduce(lambda a, b: f"{word}({a}, {b})", map(self.text, term.items))
            case Shift():
                return f"{SHIFTS[term.word]}({self.text(term.day)}, {self.text(term.by)})"
            case ValueRef() | OnDay():
                raise AssertionError(term)

    def formula(self, term: Term) -> str:
        """Return the expression of an output: 遠い未来 is none there, as 遠い過去 is."""
        return f"_closed({self.text(term)})" if is_open(term) else self.text(term)

    def share(self, choice: Choice) -> str:
        """Return the expression of a fact's share of the cell number."""
        if choice.column is not None:
            return f"{choice.column} * {self.whole(choice.stride)}"
        text = self.whole(choice.rest)
        for condition, share in reversed(choice.steps):
            text = self.select.format(self.text(condition), self.whole(share), text)
        return text

    def whole(self, number: int) -> str:
        """Return a share of a cell number as it is written."""
        return f"_cell({number})" if self is ARRAYS else str(number)

    def cell(self, choices: Sequence[Choice]) -> str:
        """Return the expression of the cell number."""
        return " + ".join(map(self.share, choices)) or self.whole(0)


ONE = Dialect("and", "or", "not ", {"min": "min", "max": "max"}, "({1} if {0} else {2})")
ARRAYS = Dialect("&", "|", "~", {"min": "_minimum", "max": "_maximum"}, "_where({0}, {1}, {2})")
