"""Books before their words are understood: parts by id, so that one book can include another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from kenpo.rulebook.errors import Place, RuleBookError
from kenpo.rulebook.text import Entry, Section, same, sections

T = TypeVar("T")


@dataclass(slots=True)
class Draft:
    """The parts of one or more books by id, in the order in which they were first named."""

    title: str = ""
    includes: tuple[str, ...] = ()
    columns: dict[str, Entry] = field(default_factory=dict)
    values: dict[str, list[Entry]] = field(default_factory=dict)
    facts: dict[str, Section] = field(default_factory=dict)
    tables: dict[str, dict[str, Entry]] = field(default_factory=dict)
    examples: dict[str, dict[str, list[Entry]]] = field(default_factory=dict)
    conflicts: dict[str, Section] = field(default_factory=dict)
    removed: dict[str, dict[str, Place]] = field(default_factory=dict)


def read_draft(file: str, text: str) -> Draft:
    """Read one book; raises RuleBookError for a repeated id or an unknown heading."""
    draft = Draft()
    for section in sections(file, text):
        _take(section, draft)
    return draft


def _take(section: Section, draft: Draft) -> None:
    match section.kind:
        case "":
            _opening(section, draft)
        case "列":
            _once(draft.columns, ((entry.need("列"), entry) for entry in section.entries))
        case "値":
            _group(draft.values, section, "名前")
        case "事実":
            _once(draft.facts, [(_name(section), section)])
        case "対立":
            _once(draft.conflicts, [(_name(section).split()[0], section)])
        case _:
            _take_table(section, draft)


def _take_table(section: Section, draft: Draft) -> None:
    match section.kind:
        case "決定表":
            rows = draft.tables.setdefault(_name(section), {})
            _once(rows, ((entry.need("番号"), entry) for entry in section.entries))
            draft.removed.setdefault(section.name, {}).update(_removed(section))
        case "例":
            _group(draft.examples.setdefault(_name(section), {}), section, "番号")
        case _:
            what = f"見出し「{section.kind}」を知りません。"
            raise RuleBookError(section.place, what, "列・値・事実・決定表・例・対立のどれか。")


def _group(known: dict[str, list[Entry]], section: Section, header: str) -> None:
    for entry in section.entries:
        known.setdefault(entry.need(header), []).append(entry)


def _opening(section: Section, draft: Draft) -> None:
    for line in section.lines:
        words = same(line.text)
        if words.startswith("# "):
            draft.title = line.text[2:].strip()
        elif found := re.fullmatch(r"含める:\s*(.+)", words):
            draft.includes = tuple(found[1].split())


def _name(section: Section) -> str:
    if not section.name:
        raise RuleBookError(section.place, f"「{section.kind}」に名がありません。", "名を足す。")
    return section.name


def _removed(section: Section) -> dict[str, Place]:
    return {
        word: line.place
        for line in section.lines
        if (found := re.fullmatch(r"除く:\s*(.+)", same(line.text)))
        for word in found[1].split()
    }


def _once(known: dict[str, T], new: Iterable[tuple[str, T]]) -> None:
    for name, item in new:
        if name in known:
            place = item.place if isinstance(item, Entry | Section) else Place("", 0)
            raise RuleBookError(place, f"「{name}」は二度出ています。", "一つにしてください。")
        known[name] = item


def merged(base: Draft, over: Draft) -> Draft:
    """Return the book that ``over`` is when it includes ``base``: its parts replace by id."""
    gone = over.removed
    for table, ids in gone.items():
        for row, place in ids.items():
            if row not in base.tables.get(table, {}):
                raise RuleBookError(place, f"除く行「{row}」がありません。", "番号を確かめる。")
    return Draft(
        title=over.title or base.title,
        columns=base.columns | over.columns,
        values=base.values | over.values,
        facts=base.facts | over.facts,
        tables=_by_table(_without(base.tables, gone), over.tables),
        examples=_by_table(_without(base.examples, gone), over.examples),
        conflicts=base.conflicts | over.conflicts,
    )


def _without(
    tables: Mapping[str, Mapping[str, T]], gone: Mapping[str, Mapping[str, Place]]
) -> dict[str, dict[str, T]]:
    return {
        name: {row: item for row, item in rows.items() if row not in gone.get(name, {})}
        for name, rows in tables.items()
    }


def _by_table(
    base: Mapping[str, dict[str, T]], over: Mapping[str, dict[str, T]]
) -> dict[str, dict[str, T]]:
    names = dict.fromkeys([*base, *over])
    return {name: base.get(name, {}) | over.get(name, {}) for name in names}
