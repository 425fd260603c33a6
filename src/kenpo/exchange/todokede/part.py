"""A part of a line that makes one record: its section, its record class, its rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from kenpo.exchange.faults import Fault
from kenpo.exchange.todokede.check import Section, check_digit_faults, item_faults, values_of
from kenpo.exchange.todokede.rules import Rule, rule_faults

_Record = TypeVar("_Record")
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Checks:
    """The day of checking, and whether My Numbers must have the right check digit."""

    on: date
    my_numbers: bool = True


@dataclass(frozen=True, slots=True)
class Part(Generic[_Record]):
    """Reads its items out of a whole line; either the record is there, or faults are."""

    section: Section
    make: Callable[..., _Record]
    rules: Sequence[Rule[_Record]]

    def read(
        self, line: Sequence[str], checks: Checks, outer: Mapping[str, str] = NOTHING
    ) -> tuple[_Record | None, list[Fault]]:
        """Return the record, or None and everything wrong; ``outer`` are other sections' items."""
        texts = self.section.pick(line)
        scope = self.section.scope(texts) | dict(outer)
        faults = item_faults(self.section, texts, scope)
        if not faults and checks.my_numbers:
            faults = check_digit_faults(self.section, texts)
        if faults:
            return None, faults
        return self._make(texts, checks.on)

    def _make(self, texts: Sequence[str], on: date) -> tuple[_Record | None, list[Fault]]:
        values, faults = values_of(self.section, texts)
        if faults:
            return None, faults
        record = self.make(**values)
        faults = rule_faults(self.rules, self.section.items, record, on)
        return (None if faults else record), faults
