"""Where the source texts disagree: the readings, and the one the book takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kenpo.rulebook.citations import Citation, read_citation
from kenpo.rulebook.dated import DatedValue, read_number
from kenpo.rulebook.errors import RuleBookError
from kenpo.rulebook.expression import Reader
from kenpo.rulebook.facts import Fact
from kenpo.rulebook.sources import Sources
from kenpo.rulebook.terms import ALWAYS, Kind, Term
from kenpo.rulebook.text import Entry, Line, Section


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading: its words, its sentences, and what it puts in the place of the book's words.

    ``conditions`` are by (fact, option index), ``values`` by the name of a dated value.
    """

    text: str
    taken: bool
    citations: tuple[Citation, ...]
    conditions: Mapping[tuple[str, int], Term]
    values: Mapping[str, int]

    def fact(self, fact: Fact) -> Fact:
        """Return the fact as this reading has it."""
        if fact.name not in {name for name, _ in self.conditions}:
            return fact
        options = tuple(
            replace(option, condition=self.conditions.get((fact.name, i), option.condition))
            for i, option in enumerate(fact.options)
        )
        return replace(fact, options=options)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A disagreement by its id, with all readings; exactly one is taken."""

    id: str
    title: str
    readings: tuple[Reading, ...]

    @property
    def others(self) -> tuple[Reading, ...]:
        """The readings that are not taken."""
        return tuple(reading for reading in self.readings if not reading.taken)

    def to_json(self) -> dict[str, object]:
        """Return the object that answers carry."""
        readings = [
            {
                "text": reading.text,
                "taken": reading.taken,
                "citations": [citation.to_json() for citation in reading.citations],
            }
            for reading in self.readings
        ]
        return {"id": self.id, "title": self.title, "readings": readings}


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a conflict is read against: the facts, the dated values and the words of the book."""

    facts: Mapping[str, Fact]
    values: Mapping[str, Sequence[DatedValue]]
    reader: Reader
    sources: Sources


def read_conflict(section: Section, grounds: Grounds) -> Conflict:
    """Read a ``## 対立`` section; the reading taken must say what the book says."""
    groups: dict[str, list[Entry]] = {}
    for entry in section.entries:
        groups.setdefault(entry.need("読み"), []).append(entry)
    readings = tuple(_read(text, entries, grounds) for text, entries in groups.items())
    if sum(reading.taken for reading in readings) != 1 or len(readings) < 2:
        what = f"対立「{section.name}」の採用が一つではありません。"
        raise RuleBookError(section.place, what, "読みは二つ以上、○は一つの読みだけに。")
    name, _, title = section.name.partition(" ")
    return Conflict(name, title.strip(), readings)


def _read(text: str, entries: Sequence[Entry], grounds: Grounds) -> Reading:
    conditions: dict[tuple[str, int], Term] = {}
    values: dict[str, int] = {}
    taken = any(entry.cell("採用") for entry in entries)
    for entry in entries:
        place = entry.word("置きかえ")
        if place.startswith("値 "):
            name, number = _value(entry, place[2:].strip(), grounds, taken=taken)
            values[name] = number
        elif place:
            key, term = _condition(entry, place, grounds, taken=taken)
            conditions[key] = term
    lines = [Line(entry.place, part.strip()) for entry in entries for part in _reasons(entry)]
    cited = tuple(dict.fromkeys(read_citation(line, grounds.sources) for line in lines))
    return Reading(text, taken, cited, conditions, values)


def _reasons(entry: Entry) -> list[str]:
    entry.need("根拠")
    return entry.cell("根拠").split("<br>")


def _value(entry: Entry, name: str, grounds: Grounds, *, taken: bool) -> tuple[str, int]:
    rows = grounds.values.get(name)
    if rows is None:
        raise RuleBookError(entry.place, f"値「{name}」がありません。", "名を確かめてください。")
    number, kind = read_number(entry.need("内容"), entry.place)
    if kind is not rows[0].kind:
        raise RuleBookError(entry.place, f"値「{name}」は{rows[0].kind}です。", "型をそろえる。")
    if taken and number not in {row.number for row in rows}:
        what = f"採用した読みの「{entry.word('内容')}」は値「{name}」にありません。"
        raise RuleBookError(entry.place, what, "本文と読みをそろえてください。")
    return name, number


def _condition(
    entry: Entry, place: str, grounds: Grounds, *, taken: bool
) -> tuple[tuple[str, int], Term]:
    name, _, word = place.partition(".")
    fact = grounds.facts.get(name)
    index = None if fact is None else fact.index(word)
    if fact is None or index is None:
        what = f"置きかえ「{place}」は事実.選択肢ではありません。"
        raise RuleBookError(entry.place, what, "「事実.選択肢」「値 名前」「-」のどれか。")
    if fact.options[index].condition is ALWAYS:
        raise RuleBookError(entry.place, "それ以外は置きかえられません。", "別の選択肢で書く。")
    term = grounds.reader.read(entry.need("内容"), Kind.TRUTH, entry.place)
    if taken and term != fact.options[index].condition:
        what = f"採用した読みが事実「{name}」の条件と違います。"
        raise RuleBookError(entry.place, what, "本文と読みをそろえてください。")
    return (name, index), term
