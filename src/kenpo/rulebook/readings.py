"""What a table would be under the readings that the book does not take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kenpo.rulebook.conflicts import Conflict
from kenpo.rulebook.proof import Proven
from kenpo.rulebook.tables import Table
from kenpo.rulebook.terms import Term, values_in


@dataclass(frozen=True, slots=True)
class Alternative:
    """A table under another reading; ``values`` are the dated values it replaces."""

    conflict: Conflict
    proven: Proven
    values: Mapping[str, int]


def alternatives(proven: Proven, conflicts: Mapping[str, Conflict]) -> tuple[Alternative, ...]:
    """Return the table under each other reading that touches it."""
    table = proven.table
    used = {name for term in _terms(table) for name in values_in(term)}
    facts = {fact.name for fact in table.facts}
    return tuple(
        Alternative(conflict, _under(proven, conflict, i), reading.values)
        for conflict in conflicts.values()
        for i, reading in enumerate(conflict.others)
        if used & set(reading.values) or facts & {fact for fact, _ in reading.conditions}
    )


def _under(proven: Proven, conflict: Conflict, reading: int) -> Proven:
    # A reading changes when an option holds, not which options there are: the winners stand.
    facts = tuple(conflict.others[reading].fact(fact) for fact in proven.table.facts)
    return replace(proven, table=replace(proven.table, facts=facts))


def _terms(table: Table) -> tuple[Term, ...]:
    conditions = [option.condition for fact in table.facts for option in fact.options]
    return (*conditions, *(term for row in table.rows for term in row.terms.values()))
