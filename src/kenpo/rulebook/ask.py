"""One case answered with its explanation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date

from kenpo.rulebook.answer import Answer, FactUsed
from kenpo.rulebook.calendar import day_number, day_of
from kenpo.rulebook.columns import Column
from kenpo.rulebook.completions import settle
from kenpo.rulebook.conflicts import Conflict
from kenpo.rulebook.dated import DatedValues
from kenpo.rulebook.errors import FactError
from kenpo.rulebook.evaluate import Case
from kenpo.rulebook.facts import Fact
from kenpo.rulebook.judge import Verdict, judge
from kenpo.rulebook.proof import Proven
from kenpo.rulebook.readings import Alternative
from kenpo.rulebook.tables import Row, Table
from kenpo.rulebook.terms import FAR_FUTURE, FAR_PAST, Kind


@dataclass(frozen=True, slots=True)
class Question:
    """Against which columns and dated values, for which day and as known when."""

    columns: Mapping[str, Column]
    conflicts: Mapping[str, Conflict]
    values: DatedValues
    on: date
    known_on: date | None
    found: dict[str, int] = field(default_factory=dict)

    def value(self, name: str) -> int:
        """Return the number of a dated value in force."""
        if name not in self.found:
            self.found[name] = self.values.in_force(name, self.on, self.known_on).number
        return self.found[name]


def ask(
    proven: Proven,
    others: Sequence[Alternative],
    question: Question,
    told: tuple[Mapping[str, object], str],
) -> Answer:
    """Return the answer of a table; ``told`` are the facts of the case and the book's hash."""
    facts, book = told
    case, assumed = case_of(question, facts)
    verdict = settle(proven, case, question.columns)
    row = verdict.row
    touched = {
        other.conflict.id for other in others if row and _differs(verdict, other, case, question)
    }
    return Answer(
        table=proven.table.name,
        row=row.id if row else None,
        outputs=_outputs(proven.table, verdict) if row else {},
        citations=row.citations if row else (),
        conflicts=_conflicts(row, question, touched) if row else (),
        missing=verdict.missing,
        presumed=_presumed(proven, case, assumed),
        book=book,
        place=str(row.place) if row else "",
        used=_used(proven.table, verdict, (question.columns, case.known)),
    )


def case_of(question: Question, facts: Mapping[str, object]) -> tuple[Case, frozenset[str]]:
    """Return the case of JSON facts, and the columns that were left out and presumed."""
    columns = question.columns
    for name in facts:
        if name not in columns:
            raise FactError(name, "この規則書にない列です / no such column in this book")
    known = {
        name: column.number(facts[name]) if name in facts else column.presumption
        for name, column in columns.items()
    }
    assumed = (name for name, number in known.items() if number is not None and name not in facts)
    return Case(known, day_number(question.on), question.value), frozenset(assumed)


def _presumed(proven: Proven, case: Case, assumed: frozenset[str]) -> tuple[str, ...]:
    """Return the presumed columns that matter: those missing if nothing were presumed."""
    if not assumed:
        return ()
    bare = {name: None if name in assumed else number for name, number in case.known.items()}
    missing = judge(proven, replace(case, known=bare)).missing
    return tuple(name for name in missing if name in assumed)


def _conflicts(row: Row, question: Question, touched: AbstractSet[str]) -> tuple[Conflict, ...]:
    """Return the conflicts the row names and those whose other readings answer otherwise."""
    named = touched | set(row.conflicts)
    return tuple(conflict for name, conflict in question.conflicts.items() if name in named)


def _differs(verdict: Verdict, other: Alternative, case: Case, question: Question) -> bool:
    under = replace(case, value=_replaced(other.values, case.value))
    return settle(other.proven, under, question.columns).answer != verdict.answer


def _replaced(values: Mapping[str, int], value: Callable[[str], int]) -> Callable[[str], int]:
    return lambda name: values[name] if name in values else value(name)


def _outputs(table: Table, verdict: Verdict) -> dict[str, str | date | int | None]:
    outputs: dict[str, str | date | int | None] = {}
    for output in table.outputs:
        if output.kind is None and verdict.row is not None:
            outputs[output.name] = verdict.row.texts[output.name] or None
        else:
            outputs[output.name] = _shown(verdict.numbers.get(output.name), output.kind)
    return outputs


def _shown(number: int | None, kind: Kind | None) -> date | int | None:
    if number is None or kind is not Kind.DAY:
        return number
    return None if number in {FAR_FUTURE, FAR_PAST} else day_of(number)


def _used(
    table: Table,
    verdict: Verdict,
    known: tuple[Mapping[str, Column], Mapping[str, int | None]],
) -> tuple[FactUsed, ...]:
    columns, numbers = known
    return tuple(
        _fact_used(fact, verdict.options[axis], columns, numbers)
        for axis, fact in enumerate(table.facts)
        if verdict.row is not None and table.uses(axis, verdict.row)
    )


def _fact_used(
    fact: Fact,
    options: Sequence[int],
    columns: Mapping[str, Column],
    numbers: Mapping[str, int | None],
) -> FactUsed:
    held = [fact.options[index] for index in options]
    looked = {
        name: columns[name].shown(number)
        for name in fact.columns_up_to(options[-1])
        if (number := numbers[name]) is not None
    }
    return FactUsed(
        fact.name,
        "・".join(option.name for option in held),
        " / ".join(option.text for option in held),
        looked,
        fact.citations,
    )
