"""Facts: from the columns of a case to one of a few named options."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kenpo.rulebook.citations import Citation, read_citation
from kenpo.rulebook.errors import Place, RuleBookError
from kenpo.rulebook.expression import Reader
from kenpo.rulebook.names import Names
from kenpo.rulebook.sources import Sources
from kenpo.rulebook.terms import ALWAYS, ColumnRef, Compare, Kind, Not, Term, Whole, columns_in
from kenpo.rulebook.text import Entry, Section, same

OTHERWISE = "それ以外"


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a fact; it holds when its condition does and none before it did."""

    name: str
    condition: Term
    text: str
    place: Place
    columns: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", columns_in(self.condition))


@dataclass(frozen=True, slots=True)
class Fact:
    """A dimension of the cell space. ``column`` is set when a column's codes are the options.

    ``looked`` has for each option the columns looked at to find that it holds: also the earlier
    ones', since those did not hold.
    """

    name: str
    options: tuple[Option, ...]
    citations: tuple[Citation, ...]
    place: Place
    column: str | None = None
    looked: tuple[tuple[str, ...], ...] = field(init=False)

    def __post_init__(self) -> None:
        looked: list[tuple[str, ...]] = []
        so_far: dict[str, None] = {}
        for option in self.options:
            so_far |= dict.fromkeys(option.columns)
            looked.append(tuple(so_far))
        object.__setattr__(self, "looked", tuple(looked))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that the conditions look at."""
        return self.looked[-1]

    def index(self, word: str) -> int | None:
        """Return the index of an option by name."""
        return next((i for i, option in enumerate(self.options) if option.name == word), None)


def read_fact(section: Section, names: Names, sources: Sources) -> Fact:
    """Read a ``## 事実`` section."""
    lines = [
        found for line in section.lines if (found := re.fullmatch(r"列 (\w+)", same(line.text)))
    ]
    options = (
        _of_column(section, lines[0][1], names) if lines else _of_table(section, Reader(names))
    )
    words = [option.name for option in options]
    if len(set(words)) < len(words) or len(words) < 2:
        raise RuleBookError(
            section.place, f"事実「{section.name}」の選択肢がおかしい。", "違うものを二つ以上。"
        )
    cited = tuple(read_citation(line, sources) for line in section.quotes)
    return Fact(section.name, options, cited, section.place, lines[0][1] if lines else None)


def _of_table(section: Section, reader: Reader) -> tuple[Option, ...]:
    entries = section.entries
    if not entries or entries[-1].word("条件") != OTHERWISE:
        raise RuleBookError(
            section.place,
            f"事実「{section.name}」の最後が「{OTHERWISE}」でない。",
            "足してください。",
        )
    return tuple(_option(entry, reader, last=entry is entries[-1]) for entry in entries)


def _option(entry: Entry, reader: Reader, *, last: bool) -> Option:
    name, text = entry.need("選択肢"), entry.need("条件")
    if set("・≠|") & set(name):
        raise RuleBookError(
            entry.place, f"選択肢「{name}」に ・ ≠ | は使えません。", "言い換える。"
        )
    if text == OTHERWISE and not last:
        raise RuleBookError(entry.place, f"「{OTHERWISE}」は最後だけです。", "動かしてください。")
    condition = ALWAYS if last else reader.read(text, Kind.TRUTH, entry.place)
    return Option(name, condition, text, entry.place)


def _of_column(section: Section, name: str, names: Names) -> tuple[Option, ...]:
    column = names.columns.get(name)
    if column is None or not column.options:
        what = f"事実「{section.name}」の列「{name}」は符号でも真偽でもない。"
        raise RuleBookError(section.place, what, "列の名を確かめてください。")
    term = ColumnRef(name, column.kind, open=False)
    if column.kind is Kind.TRUTH:
        return (
            Option("偽", Not(term), f"not {name}", section.place),
            Option("真", ALWAYS, name, section.place),
        )
    return tuple(
        Option(code, Compare("==", term, Whole(i, Kind.CODE)), f"{name} == {code}", section.place)
        for i, code in enumerate(column.codes)
    )
