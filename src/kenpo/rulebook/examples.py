"""The example cases of a book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kenpo.rulebook.columns import Column
from kenpo.rulebook.dated import read_day
from kenpo.rulebook.errors import Place, RuleBookError
from kenpo.rulebook.text import Entry, same
from kenpo.values.ids import RowId
from kenpo.values.insurer import Policy


@dataclass(frozen=True, slots=True)
class Example:
    """A case and the row that must win; ``expect`` holds output texts, ``conflicts`` ids."""

    table: str
    row: RowId
    on: date
    known_on: date | None
    policy: Policy
    facts: Mapping[str, object]
    expect: Mapping[str, str]
    conflicts: frozenset[str] | None
    place: Place


def read_example(table: str, entry: Entry, columns: Mapping[str, Column]) -> Example:
    """Read a row of a ``## 例`` table."""
    expect = dict(_pairs(entry, "期待"))
    conflicts = expect.pop("対立", None)
    known = entry.word("知った日")
    return Example(
        table=table,
        row=RowId(entry.need("番号")),
        on=read_day(entry.need("判定日"), entry.place),
        known_on=read_day(known, entry.place) if known else None,
        policy=_policy(entry),
        facts={
            name: _value(columns.get(name), name, word, entry)
            for name, word in _pairs(entry, "事実")
        },
        expect=expect,
        conflicts=None if conflicts is None else frozenset(conflicts.replace("・", " ").split()),
        place=entry.place,
    )


def _policy(entry: Entry) -> Policy:
    try:
        return Policy(entry.word("方針") or Policy.CURRENT)
    except ValueError as error:
        raise RuleBookError(entry.place, "方針を知りません。", "current か seeds。") from error


def _pairs(entry: Entry, header: str) -> list[tuple[str, str]]:
    pairs = []
    for item in entry.cell(header).split(";"):
        name, equals, word = item.partition("=")
        if item.strip() and not equals:
            what = f"{header}の「{item.strip()}」が読めません。"
            raise RuleBookError(entry.place, what, "名=値 を ; で区切ってください。")
        if equals:
            pairs.append((same(name), word.strip()))
    return pairs


def _value(column: Column | None, name: str, word: str, entry: Entry) -> object:
    if column is None:
        raise RuleBookError(entry.place, f"列「{name}」はありません。", "名を確かめてください。")
    return column.value_of(same(word))
