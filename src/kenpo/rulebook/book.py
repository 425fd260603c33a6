"""A proven book under one policy: asked, looked up, compiled."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kenpo.rulebook.answer import Answer
from kenpo.rulebook.ask import Question, ask, ask_ready, case_of
from kenpo.rulebook.batch import Batch
from kenpo.rulebook.bind import Binder
from kenpo.rulebook.calendar import day_number
from kenpo.rulebook.columns import Column
from kenpo.rulebook.completions import settle
from kenpo.rulebook.conflicts import Conflict
from kenpo.rulebook.dated import DatedValue, DatedValues
from kenpo.rulebook.examples import Example
from kenpo.rulebook.judge import Verdict
from kenpo.rulebook.model import Model
from kenpo.rulebook.plan import plan
from kenpo.rulebook.proof import Proven
from kenpo.rulebook.readiness import Readiness
from kenpo.rulebook.readings import alternatives
from kenpo.rulebook.ready import Ready, make_ready
from kenpo.rulebook.tables import Row
from kenpo.values.ids import RowId
from kenpo.values.insurer import Policy


class Book:
    """One insurer's rules under one policy.

    ``hash`` names the texts (16 hex digits); it goes with every decision.
    """

    def __init__(self, model: Model, policy: Policy, fingerprint: str) -> None:
        """Take a proven model."""
        self.hash = fingerprint
        self.policy = policy
        self._model = model
        self._values = DatedValues(model.values, policy)
        self._ready = Readiness[Ready]()
        self._questions = Readiness[Question](patience=1)
        self._others = {
            name: alternatives(proven, model.conflicts) for name, proven in model.tables.items()
        }

    @property
    def title(self) -> str:
        """The title of the book."""
        return self._model.title

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the decision tables in the order of the book."""
        return tuple(self._model.tables)

    @property
    def columns(self) -> Mapping[str, Column]:
        """The columns by name."""
        return self._model.columns

    @property
    def dated_values(self) -> Mapping[str, tuple[DatedValue, ...]]:
        """All rows of the dated values by name, whatever the policy."""
        return self._model.values

    @property
    def conflicts(self) -> Mapping[str, Conflict]:
        """The disagreements of the source texts by id."""
        return self._model.conflicts

    @property
    def examples(self) -> tuple[Example, ...]:
        """The example cases."""
        return self._model.examples

    def proven(self, table: str) -> Proven:
        """Return a table with the proof's winners; KeyError for an unknown name."""
        return self._model.tables[table]

    def rows(self, table: str) -> tuple[Row, ...]:
        """Return the rows of a table in the order of the book."""
        return self.proven(table).table.rows

    def row(self, row: RowId) -> Row:
        """Return a row of any table by its id; KeyError for an unknown id."""
        for table in self.tables:
            for found in self.rows(table):
                if found.id == row:
                    return found
        raise KeyError(row)

    def value(self, name: str, on: date, known_on: date | None = None) -> int | date:
        """Return a dated value in force on a day; RuleBookError if none is."""
        return self.value_source(name, on, known_on).shown

    def value_source(self, name: str, on: date, known_on: date | None = None) -> DatedValue:
        """Return the row of a dated value in force on a day, with its citation and place."""
        return self._values.in_force(name, on, known_on)

    def judge(
        self,
        table: str,
        facts: Mapping[str, object],
        on: date,
        known_on: date | None = None,
    ) -> Verdict:
        """Return the winning row, its cell and its numbers alone, as ``ask`` finds them."""
        case, _ = case_of(self._question(on, known_on), facts)
        return settle(self.proven(table), case, self.columns)

    def ask(
        self,
        table: str,
        facts: Mapping[str, object],
        on: date,
        known_on: date | None = None,
    ) -> Answer:
        """Answer one case: JSON values by column name, None for null, absent for unknown.

        Raises FactError for an unknown column or a value of the wrong form.
        """
        question = self._question(on, known_on)
        told = (facts, self.hash)
        ready = self._ready.get((table, on, known_on), lambda: self._make_ready(table, question))
        answer = ask_ready(ready, question, told) if ready else None
        return answer or ask(self.proven(table), self._others[table], question, told)

    def _make_ready(self, table: str, question: Question) -> Ready | None:
        on = day_number(question.on)
        return make_ready(self.proven(table), self._others[table], on, question.value)

    def _question(self, on: date, known_on: date | None) -> Question:
        def make() -> Question:
            return Question(self.columns, self.conflicts, self._values, on, known_on)

        return self._questions.get((on, known_on), make) or make()

    def compile(
        self, table: str, on: date, known_on: date | None = None, *, fast: bool = False
    ) -> Batch:
        """Return a table compiled for one decision day.

        With ``fast`` its ``decide`` runs a loop compiled by numba where that is installed: worth
        its second or two of compiling from a few million cases on.
        """

        def value(name: str) -> int:
            return self.value_source(name, on, known_on).number

        ready = plan(self.proven(table), Binder(day_number(on), value))
        ids = tuple(row.id for row in self.rows(table))
        return Batch(ready, self.columns, ids, fast=fast)
