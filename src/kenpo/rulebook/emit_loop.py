"""Terms written out as Python over one place ``i`` of arrays, for a compiler of loops.

Days stand in an array of constants, so that the same text, compiled once, serves many decision
days. Truths are written without branches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce

from kenpo.rulebook.emit import SHIFTS
from kenpo.rulebook.plan import Choice
from kenpo.rulebook.terms import (
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
    is_open,
)


@dataclass(slots=True)
class LoopText:
    """Writes terms; ``constants`` collects what the text calls ``k0``, ``k1`` …"""

    constants: list[int] = field(default_factory=list)

    def truth(self, term: Term) -> str:
        """Return a condition."""
        match term:
            case ColumnRef():
                return f"({term.name}[i] != 0)"
            case Not(item=ColumnRef(name=name)):
                return f"({name}[i] == 0)"
            case Not():
                return f"(not {self.truth(term.item)})"
            case Logic():
                word = " & " if term.word == "and" else " | "
                return f"({word.join(map(self.truth, term.items))})"
            case Compare():
                return f"({self.number(term.left)} {term.sign} {self.number(term.right)})"
            case _:
                return f"({self.number(term)} != 0)"

    def number(self, term: Term) -> str:
        """Return a day, a whole number or a code."""
        match term:
            case Whole(kind=Kind.DAY):
                return self._constant(term.value)
            case Whole():
                return str(term.value)
            case ColumnRef():
                return f"{term.name}[i]"
            case Sum():
                return self._sum(term)
            case Extreme():
                return reduce(lambda a, b: f"{term.word}({a}, {b})", map(self.number, term.items))
            case Shift():
                return self._shift(term)
            case Not() | Logic() | Compare() | ValueRef() | OnDay():
                raise AssertionError(term)

    def formula(self, term: Term) -> str:
        """Return an output: 遠い未来 is none there, as 遠い過去 is."""
        return f"_closed({self.number(term)})" if is_open(term) else self.number(term)

    def _sum(self, term: Sum) -> str:
        left, right = self.number(term.left), self.number(term.right)
        if term.open:
            return f"_shifted({left}, {'' if term.sign == '+' else '-'}{right})"
        return f"_day({left} {term.sign} {right})"

    def _shift(self, term: Shift) -> str:
        return f"{SHIFTS[term.word]}({self.number(term.day)}, {self.number(term.by)})"

    def _constant(self, value: int) -> str:
        self.constants.append(value)
        return f"k{len(self.constants) - 1}"

    def cell(self, choices: Sequence[Choice]) -> str:
        """Return the number of a cell."""
        return " + ".join(map(self._share, choices)) or "0"

    def _share(self, choice: Choice) -> str:
        if choice.column is not None:
            return f"{choice.column}[i] * {choice.stride}"
        text = str(choice.rest)
        for condition, share in reversed(choice.steps):
            text = f"({share} if {self.truth(condition)} else {text})"
        return text
