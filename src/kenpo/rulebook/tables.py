"""Decision tables: rows over the cells of facts, with outputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import prod

from kenpo.rulebook.citations import Citation, read_citation
from kenpo.rulebook.errors import Place, RuleBookError
from kenpo.rulebook.expression import Reader
from kenpo.rulebook.facts import Fact
from kenpo.rulebook.sources import Sources
from kenpo.rulebook.terms import Kind, Term
from kenpo.rulebook.text import Entry
from kenpo.values.ids import RowId

_RESERVED = {"番号", "優先", "対立"}
_SUFFIXES = {"日": Kind.DAY, "数": Kind.NUMBER}


@dataclass(frozen=True, slots=True)
class Output:
    """An output column: ``kind`` is DAY or NUMBER for expressions, None for text."""

    name: str
    kind: Kind | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row: which options of each fact it takes, which rows it beats, and what it gives.

    ``choices`` has one set of option indexes for each fact of the table; ``texts`` are all outputs
    as written, ``terms`` the day and number outputs that are not empty.
    """

    id: RowId
    place: Place
    choices: tuple[frozenset[int], ...]
    beats: tuple[RowId, ...]
    conflicts: tuple[str, ...]
    texts: Mapping[str, str]
    terms: Mapping[str, Term]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A decision table: its facts are the dimensions of the cells, the last varies fastest.

    ``asked`` has for each row the facts (by place) of which it asks for certain options.
    """

    name: str
    facts: tuple[Fact, ...]
    outputs: tuple[Output, ...]
    rows: tuple[Row, ...]
    asked: Mapping[RowId, tuple[int, ...]] = field(init=False)

    def __post_init__(self) -> None:
        asked = {
            row.id: tuple(axis for axis in range(len(self.facts)) if self.uses(axis, row))
            for row in self.rows
        }
        object.__setattr__(self, "asked", asked)

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many options each fact has."""
        return tuple(len(fact.options) for fact in self.facts)

    @property
    def strides(self) -> tuple[int, ...]:
        """By how much the number of a cell grows when each fact's option does by one."""
        return tuple(prod(self.sizes[axis + 1 :]) for axis in range(len(self.facts)))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that conditions look at, each once."""
        return tuple(dict.fromkeys(name for fact in self.facts for name in fact.columns))

    def uses(self, fact: int, row: Row) -> bool:
        """Say whether a row asks for certain options of a fact."""
        return len(row.choices[fact]) < len(self.facts[fact].options)


def read_table(
    name: str, entries: Sequence[Entry], facts: Mapping[str, Fact], tools: tuple[Reader, Sources]
) -> Table:
    """Read the rows of a ``## 決定表`` section; ``facts`` are all facts of the book, in order."""
    headers = dict.fromkeys(header for entry in entries for header in entry.cells)
    used = tuple(fact for fact in facts.values() if fact.name in headers)
    outputs = tuple(
        _output(header) for header in headers if header not in _RESERVED and header not in facts
    )
    names = [output.name for output in outputs]
    if twice := [word for word in names if names.count(word) > 1]:
        what = f"決定表「{name}」の出力「{twice[0]}」が二通りに書かれています。"
        raise RuleBookError(entries[0].place, what, "見出しをそろえてください。")
    rows = tuple(_Rows(used, outputs, *tools).read(entry) for entry in entries)
    return Table(name, used, outputs, rows)


def _output(header: str) -> Output:
    name, _, suffix = header.partition(":")
    return Output(name, _SUFFIXES.get(suffix)) if suffix in _SUFFIXES else Output(header, None)


@dataclass(frozen=True, slots=True)
class _Rows:
    facts: tuple[Fact, ...]
    outputs: tuple[Output, ...]
    reader: Reader
    sources: Sources

    def read(self, entry: Entry) -> Row:
        if not entry.quotes:
            raise RuleBookError(
                entry.place, "この行の表の上に出典がありません。", "「>」の行を足す。"
            )
        texts = {out.name: self._text(entry, out) for out in self.outputs}
        return Row(
            id=RowId(entry.need("番号")),
            place=entry.place,
            choices=tuple(_choice(entry, fact) for fact in self.facts),
            beats=tuple(RowId(word) for word in entry.word("優先").split()),
            conflicts=tuple(entry.word("対立").replace("・", " ").split()),
            texts=texts,
            terms={
                out.name: self.reader.read(texts[out.name], out.kind, entry.place)
                for out in self.outputs
                if out.kind is not None and texts[out.name]
            },
            citations=tuple(read_citation(line, self.sources) for line in entry.quotes),
        )

    def _text(self, entry: Entry, output: Output) -> str:
        if output.kind is None:
            return entry.cell(output.name)
        return entry.cell(f"{output.name}:{output.kind}")


def _choice(entry: Entry, fact: Fact) -> frozenset[int]:
    word = entry.word(fact.name)
    every = frozenset(range(len(fact.options)))
    if not word:
        return every
    named = frozenset(_index(entry, fact, item.strip()) for item in word.lstrip("≠").split("・"))
    return every - named if word.startswith("≠") else named


def _index(entry: Entry, fact: Fact, word: str) -> int:
    found = fact.index(word)
    if found is None:
        what = f"事実「{fact.name}」に「{word}」という選択肢はありません。"
        words = "・".join(option.name for option in fact.options)
        raise RuleBookError(entry.place, what, f"あるのは {words}。")
    return found
