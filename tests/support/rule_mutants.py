"""Small changes of a shipped book, and what notices each: the proof, an example, or a case.

Left out are a row; turned into its opposite a cell; moved by one a dated value, the day it begins
or was learnt, and a formula of an output; and moved over its bound a comparison of a fact.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from kenpo.operations.decide import decide
from kenpo.rulebook import Book, Library, Row, RuleBookError
from kenpo.rulebook.dated import DatedValue
from kenpo.rulebook.drafts import Draft
from kenpo.rulebook.facts import Fact
from kenpo.rulebook.model import Model, build
from kenpo.rulebook.proof import Proven, prove
from kenpo.rulebook.terms import Compare, Kind, Logic, Not, Sum, Term, Whole, is_open, kind_of
from kenpo.rulebook.text import Entry
from kenpo.rulebook.trial import try_examples
from kenpo.values.insurer import Insurer, Policy
from kenpo.wiring.books import rule_library
from support.cases import OWN, cases_in, meets
from support.shipped_books import shipped_sources

DAY = timedelta(days=1)


@dataclass(frozen=True)
class RowMutant:
    """A table with other rows."""

    name: str
    table: str
    rows: tuple[Row, ...]

    def model(self, of: Book) -> Model:
        model = of._model
        changed = prove(replace(model.tables[self.table].table, rows=self.rows))
        examples = tuple(each for each in model.examples if each.table == self.table)
        return replace(model, tables={**model.tables, self.table: changed}, examples=examples)


@dataclass(frozen=True)
class ValueMutant:
    """A book with one cell of one dated value changed."""

    name: str
    value: str
    place: int
    header: str
    word: str

    def model(self, of: Book) -> Model:  # noqa: ARG002 - as the other mutants are asked
        draft = _draft(f"{Insurer.KYOKAI_KENPO.value}.md")
        entry = draft.values[self.value][self.place]
        changed = Entry(entry.place, {**entry.cells, self.header: self.word}, entry.quotes)
        draft.values[self.value] = [
            changed if place == self.place else each
            for place, each in enumerate(draft.values[self.value])
        ]
        return build(draft, shipped_sources())


def _draft(file: str) -> Draft:
    library = rule_library()
    return library._draft(library._files(file, ()))


def row_mutants(book: Book) -> Iterator[RowMutant]:
    """Yield each row left out, and each condition of each row turned into its opposite."""
    for name in book.tables:
        table = book.proven(name).table
        for place, row in enumerate(table.rows):
            others = [_without(other, row) for other in table.rows if other is not row]
            yield RowMutant(f"{row.id} を消す", name, tuple(others))
            for axis in table.asked[row.id]:
                every = frozenset(range(len(table.facts[axis].options)))
                choices = list(row.choices)
                choices[axis] = every - choices[axis]
                rows = list(table.rows)
                rows[place] = replace(row, choices=tuple(choices))
                yield RowMutant(f"{row.id} の {table.facts[axis].name} を逆に", name, tuple(rows))


def _without(row: Row, gone: Row) -> Row:
    return replace(row, beats=tuple(each for each in row.beats if each != gone.id))


def value_mutants(book: Book) -> Iterator[ValueMutant]:
    """Yield each dated value, and each day on which one begins or was learnt, moved by one.

    The first day of a value that holds from the beginning is left: no question lies before it.
    """
    for name, values in book.dated_values.items():
        first = min(value.valid_from for value in values)
        for place, value in enumerate(values):
            for by in (-1, 1):
                for header, word in _moved(value, by, first):
                    label = f"{name} {value.shown}: {header} を {word} に"
                    yield ValueMutant(label, name, place, header, word)


def _moved(value: DatedValue, by: int, first: date) -> Iterator[tuple[str, str]]:
    shown = value.shown
    if isinstance(shown, int):
        yield "値", str(shown + by)
    elif date.min + DAY < shown < date.max - DAY:
        yield "値", (shown + by * DAY).isoformat()
    if value.valid_from != first:
        yield "いつから", (value.valid_from + by * DAY).isoformat()
    if value.known_from != date.min:
        yield "知った日", (value.known_from + by * DAY).isoformat()


def formula_mutants(book: Book) -> Iterator[RowMutant]:
    """Yield each day or number that a row gives, moved by one."""
    for name in book.tables:
        table = book.proven(name).table
        for place, row in enumerate(table.rows):
            for output, term in row.terms.items():
                for by in (-1, 1):
                    rows = list(table.rows)
                    rows[place] = replace(row, terms={**row.terms, output: _later(term, by)})
                    yield RowMutant(f"{row.id} の {output} を {by:+}", name, tuple(rows))


def _later(term: Term, by: int) -> Term:
    return Sum("+", term, Whole(by, Kind.NUMBER), kind_of(term), open=is_open(term))


@dataclass(frozen=True)
class BoundMutant:
    """A book in which one condition of a fact takes its bound in or leaves it out."""

    name: str
    fact: str
    option: int
    condition: Term

    def model(self, of: Book) -> Model:
        model = of._model
        tables = {name: self._changed(proven) for name, proven in model.tables.items()}
        return replace(model, tables=tables)

    def _changed(self, proven: Proven) -> Proven:
        facts = tuple(
            self._fact(fact) if fact.name == self.fact else fact for fact in proven.table.facts
        )
        return replace(proven, table=replace(proven.table, facts=facts))

    def _fact(self, fact: Fact) -> Fact:
        options = list(fact.options)
        options[self.option] = replace(options[self.option], condition=self.condition)
        return replace(fact, options=tuple(options))


_OVER = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}


def bound_mutants(book: Book) -> Iterator[BoundMutant]:
    """Yield each comparison in the conditions of the facts with its bound on the other side.

    A fact that is a column of codes has no bounds: each code is its own option.
    """
    facts = {fact.name: fact for name in book.tables for fact in book.proven(name).table.facts}
    for fact in (fact for fact in facts.values() if fact.column is None):
        for place, option in enumerate(fact.options):
            for number, condition in enumerate(_over(option.condition), 1):
                label = f"{fact.name}.{option.name} の {number} 番目の比較の境"
                yield BoundMutant(label, fact.name, place, condition)


def _over(term: Term) -> Iterator[Term]:
    match term:
        case Compare():
            yield replace(term, sign=_OVER[term.sign])
        case Not():
            yield from (Not(item) for item in _over(term.item))
        case Logic(items=items):
            for place, item in enumerate(items):
                for changed in _over(item):
                    yield replace(term, items=(*items[:place], changed, *items[place + 1 :]))
        case _:
            return


Mutant = RowMutant | ValueMutant | BoundMutant


class Judges:
    """Says what catches a mutant first; empty if nothing does."""

    def __init__(self, book: Book) -> None:
        self.book = book

    @cached_property
    def cases(self) -> list[dict[str, object]]:
        return cases_in(OWN)

    def caught_by(self, mutant: Mutant) -> str:
        try:
            model = mutant.model(self.book)
        except RuleBookError:
            return "proof"
        books = {policy: Book(model, policy, "0" * 16) for policy in Policy}
        try:
            try_examples(books)
        except RuleBookError:
            return "example"
        library = _Mutated(books)
        met = (meets(case["expect"], _answer(library, case)) for case in self.cases)
        return "" if all(met) else "case"


def _answer(library: Library, case: Mapping[str, object]) -> object:
    try:
        return json.loads(json.dumps(decide(library, case)))
    except ValueError as error:
        return str(error)


class _Mutated(Library):
    def __init__(self, books: Mapping[Policy, Book]) -> None:
        self._mutants = books

    def book(self, insurer: Insurer, policy: Policy = Policy.CURRENT) -> Book:
        found = insurer is Insurer.KYOKAI_KENPO
        return self._mutants[policy] if found else rule_library().book(insurer, policy)
