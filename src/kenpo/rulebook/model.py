"""A book whose words are understood: columns, values, facts, tables, examples, conflicts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kenpo.rulebook.columns import Column, read_column
from kenpo.rulebook.conflicts import Conflict, Grounds, read_conflict
from kenpo.rulebook.dated import DatedValue, read_values
from kenpo.rulebook.drafts import Draft
from kenpo.rulebook.errors import RuleBookError
from kenpo.rulebook.examples import Example, read_example
from kenpo.rulebook.expression import Reader
from kenpo.rulebook.facts import read_fact
from kenpo.rulebook.names import ON_DAY, Names
from kenpo.rulebook.proof import Proven, prove
from kenpo.rulebook.sources import Sources
from kenpo.rulebook.tables import read_table


@dataclass(frozen=True, slots=True)
class Model:
    """All parts of one proven book; nothing in it depends on a day or a policy."""

    title: str
    columns: Mapping[str, Column]
    values: Mapping[str, tuple[DatedValue, ...]]
    tables: Mapping[str, Proven]
    conflicts: Mapping[str, Conflict]
    examples: tuple[Example, ...]


def build(draft: Draft, sources: Sources) -> Model:
    """Understand and prove a book; raises RuleBookError at the first thing that is wrong."""
    columns = {name: read_column(entry) for name, entry in draft.columns.items()}
    values = {name: read_values(rows, sources) for name, rows in draft.values.items()}
    _check_names(columns, values)
    names = Names(columns, {name: rows[0].kind for name, rows in values.items()})
    facts = {name: read_fact(section, names, sources) for name, section in draft.facts.items()}
    tools = (Reader(names), sources)
    tables = {
        name: prove(read_table(name, tuple(rows.values()), facts, tools))
        for name, rows in draft.tables.items()
    }
    grounds = Grounds(facts, values, *tools)
    conflicts = {name: read_conflict(section, grounds) for name, section in draft.conflicts.items()}
    examples = _examples(draft, columns)
    _check_references(tables, conflicts, examples)
    return Model(draft.title, columns, values, tables, conflicts, examples)


def _examples(draft: Draft, columns: Mapping[str, Column]) -> tuple[Example, ...]:
    return tuple(
        read_example(table, entry, columns)
        for table, cases in draft.examples.items()
        for entries in cases.values()
        for entry in entries
    )


def _check_names(
    columns: Mapping[str, Column], values: Mapping[str, tuple[DatedValue, ...]]
) -> None:
    for name, rows in values.items():
        if name in columns or name == ON_DAY or not name.isidentifier():
            what = f"値の名「{name}」は使えません。"
            raise RuleBookError(rows[0].place, what, "式に書ける、列と違う名にしてください。")


def _check_references(
    tables: Mapping[str, Proven], conflicts: Mapping[str, Conflict], examples: tuple[Example, ...]
) -> None:
    for proven in tables.values():
        for row in proven.table.rows:
            if unknown := [name for name in row.conflicts if name not in conflicts]:
                what = f"対立「{unknown[0]}」の節がありません。"
                raise RuleBookError(row.place, what, "「## 対立」を書くか、番号を直してください。")
    for example in examples:
        proven_table = tables.get(example.table)
        rows = {row.id for row in proven_table.table.rows} if proven_table else set()
        if example.row not in rows:
            what = f"決定表「{example.table}」に行「{example.row}」はありません。"
            raise RuleBookError(example.place, what, "番号を確かめてください。")
