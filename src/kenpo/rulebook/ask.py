"""One case answered with its explanation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
from kenpo.rulebook.ready import Ready
from kenpo.rulebook.tables import Row, Table
from kenpo.rulebook.terms import FAR_FUTURE, FAR_PAST, Kind


@dataclass(frozen=True, slots=True)
class Question:
    """Against which columns and dated values, for which day and as known when.

    ``bare`` is what is known of a case of which nothing is said; ``presumed`` its columns.
    """

    columns: Mapping[str, Column]
    conflicts: Mapping[str, Conflict]
    values: DatedValues
    on: date
    known_on: date | None
    found: dict[str, int] = field(default_factory=dict)
    bare: dict[str, int | None] = field(init=False)
    presumed: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        bare = {name: column.presumption for name, column in self.columns.items()}
        presumed = frozenset(name for name, number in bare.items() if number is not None)
        object.__setattr__(self, "bare", bare)
        object.__setattr__(self, "presumed", presumed)

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
    touched = _touched(verdict, others, case, question)
    presumed = _presumed(proven, case, assumed)
    return _answer(proven.table, (verdict, touched, presumed), (question, case.known), book)


def ask_ready(
    ready: Ready, question: Question, told: tuple[Mapping[str, object], str]
) -> Answer | None:
    """Return the same answer as ``ask`` by compiled functions, None if too little is known."""
    facts, book = told
    case, assumed = case_of(question, facts)
    found = ready.find(case.known)
    if found is None:
        return None
    touched = found.touched | _touched(found.verdict, found.open, case, question)
    matters = assumed and not assumed.isdisjoint(ready.main.columns)
    presumed = _presumed(ready.proven, case, assumed) if matters else ()
    about = (found.verdict, touched, presumed)
    return _answer(ready.proven.table, about, (question, case.known), book)


def _answer(
    table: Table,
    found: tuple[Verdict, frozenset[str], tuple[str, ...]],
    asked: tuple[Question, Mapping[str, int | None]],
    book: str,
) -> Answer:
    verdict, touched, presumed = found
    question, known = asked
    row = verdict.row
    return Answer(
        table=table.name,
        row=row.id if row else None,
        outputs=_outputs(table, verdict, row) if row else {},
        citations=row.citations if row else (),
        conflicts=_conflicts(row, question, touched) if row else (),
        missing=verdict.missing,
        presumed=presumed,
        book=book,
        place=str(row.place) if row else "",
        used=_used(table, verdict, (question.columns, known)) if row else (),
    )


def _touched(
    verdict: Verdict, others: Sequence[Alternative], case: Case, question: Question
) -> frozenset[str]:
    if verdict.row is None:
        return frozenset()
    return frozenset(
        other.conflict.id for other in others if _differs(verdict, other, case, question)
    )


def case_of(question: Question, facts: Mapping[str, object]) -> tuple[Case, frozenset[str]]:
    """Return the case of JSON facts, and the columns that were left out and presumed."""
    columns = question.columns
    for name in facts:
        if name not in columns:
            raise FactError(name, "この規則書にない列です / no such column in this book")
    told = {name: columns[name].number(value) for name, value in facts.items()}
    case = Case(question.bare | told, day_number(question.on), question.value)
    return case, question.presumed.difference(facts)


def _presumed(proven: Proven, case: Case, assumed: frozenset[str]) -> tuple[str, ...]:
    """Return the presumed columns that matter: those missing if nothing were presumed."""
    if not assumed:
        return ()
    bare = {name: None if name in assumed else number for name, number in case.known.items()}
    missing = judge(proven, replace(case, known=bare)).missing
    return tuple(name for name in missing if name in assumed)


def _conflicts(row: Row, question: Question, touched: frozenset[str]) -> tuple[Conflict, ...]:
    """Return the conflicts the row names and those whose other readings answer otherwise."""
    named = touched.union(row.conflicts)
    if not named:
        return ()
    return tuple(conflict for name, conflict in question.conflicts.items() if name in named)


def _differs(verdict: Verdict, other: Alternative, case: Case, question: Question) -> bool:
    under = replace(case, value=_replaced(other.values, case.value))
    return settle(other.proven, under, question.columns).answer != verdict.answer


def _replaced(values: Mapping[str, int], value: Callable[[str], int]) -> Callable[[str], int]:
    return lambda name: values[name] if name in values else value(name)


def _outputs(table: Table, verdict: Verdict, row: Row) -> dict[str, str | date | int | None]:
    return {
        output.name: row.texts[output.name] or None
        if output.kind is None
        else _shown(verdict.numbers.get(output.name), output.kind)
        for output in table.outputs
    }


def _shown(number: int | None, kind: Kind | None) -> date | int | None:
    if number is None or kind is not Kind.DAY:
        return number
    return None if number in {FAR_FUTURE, FAR_PAST} else day_of(number)


def _used(
    table: Table,
    verdict: Verdict,
    known: tuple[Mapping[str, Column], Mapping[str, int | None]],
) -> tuple[FactUsed, ...]:
    if verdict.row is None:
        return ()
    return tuple(
        _fact_used(table.facts[axis], verdict.options[axis], *known)
        for axis in table.asked[verdict.row.id]
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
        for name in fact.looked[options[-1]]
        if (number := numbers[name]) is not None
    }
    if len(held) == 1:
        return FactUsed(fact.name, held[0].name, held[0].text, looked, fact.citations)
    names = "・".join(option.name for option in held)
    return FactUsed(
        fact.name, names, " / ".join(option.text for option in held), looked, fact.citations
    )
