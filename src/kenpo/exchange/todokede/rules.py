"""Checks between the fields of one record: how a rule is written, and how rules are applied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from kenpo.exchange.faults import Fault
from kenpo.exchange.todokede.items import Item

_Record_contra = TypeVar("_Record_contra", contravariant=True)
CHECK_DATES = "日付と元号コードを確かめてください。"


@dataclass(frozen=True, slots=True)
class Rule(Generic[_Record_contra]):
    """``broken`` tells whether a record breaks the rule on the day of checking.

    ``number`` is the item of the form that is reported.
    """

    number: int
    broken: Callable[[_Record_contra, date], bool]
    reason: str
    todo: str


def rule_faults(
    rules: Sequence[Rule[_Record_contra]], items: Sequence[Item], record: _Record_contra, on: date
) -> list[Fault]:
    """Return a fault for each rule the record breaks on the day of checking."""
    broken = [rule for rule in rules if rule.broken(record, on)]
    titles = {item.number: item.title for item in items} if broken else {}
    return [
        Fault(titles[rule.number], "ほかの項目と合わない値", rule.reason, rule.todo)
        for rule in broken
    ]
