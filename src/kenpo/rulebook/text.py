"""The Markdown of a book as sections, tables and quoted lines, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kenpo.rulebook.errors import Place, RuleBookError

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[|\s:-]+")


def same(text: str) -> str:
    """Return the form in which names and words are compared: NFKC without outer blanks."""
    return unicodedata.normalize("NFKC", text).strip()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text at its place."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a Markdown table: its cells by header, and the ``>`` lines above the table."""

    place: Place
    cells: Mapping[str, str]
    quotes: tuple[Line, ...]

    def cell(self, header: str) -> str:
        """Return the text under a header; empty for ``-`` and for a header the table lacks."""
        text = self.cells.get(header, "")
        return "" if text == "-" else text

    def word(self, header: str) -> str:
        """Return the cell in the form in which words are compared."""
        return same(self.cell(header))

    def need(self, header: str) -> str:
        """Return the word under a header that must not be empty."""
        word = self.word(header)
        if not word:
            raise RuleBookError(self.place, f"「{header}」が空です。", "書いてください。")
        return word


@dataclass(slots=True)
class Section:
    """What stands under one ``##`` heading: ``kind`` is its first word, ``name`` the rest."""

    place: Place
    kind: str
    name: str
    entries: list[Entry] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    quotes: list[Line] = field(default_factory=list)


def sections(file: str, text: str) -> list[Section]:
    """Cut a book into its sections; the first one (kind ``""``) holds what precedes them all."""
    lines = [Line(Place(file, n), row) for n, row in enumerate(text.splitlines(), 1)]
    found = [Section(Place(file, 1), "", "")]
    for line in _open_sections(lines, found):
        _take(line, found[-1])
    return [_read_tables(section) for section in found]


def _open_sections(lines: list[Line], found: list[Section]) -> Iterator[Line]:
    for line in lines:
        if line.text.startswith("## "):
            kind, _, name = same(line.text[3:]).partition(" ")
            found.append(Section(line.place, kind, name.strip()))
        else:
            yield line


def _take(line: Line, section: Section) -> None:
    section.lines.append(line)


def _read_tables(section: Section) -> Section:
    rows, section.lines = section.lines, []
    header: tuple[str, ...] | None = None
    above: tuple[Line, ...] = ()
    for line in rows:
        text = line.text.strip()
        if not text.startswith("|"):
            if header is not None:
                header, above = None, ()
            above = _outside(line, section, above)
        elif header is None:
            header = _header(line)
        elif not _RULE.fullmatch(text):
            section.entries.append(_entry(line, header, above))
    return section


def _outside(line: Line, section: Section, above: tuple[Line, ...]) -> tuple[Line, ...]:
    text = line.text.strip()
    if not text.startswith(">"):
        if text:
            section.lines.append(line)
        return above
    quote = Line(line.place, text[1:].strip())
    section.quotes.append(quote)
    return (*above, quote)


def _cells(text: str) -> list[str]:
    inner = text.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith(r"\|") else inner
    return [cell.strip().replace(r"\|", "|") for cell in _BAR.split(inner)]


def _header(line: Line) -> tuple[str, ...]:
    header = tuple(same(cell) for cell in _cells(line.text))
    twice = [name for name in header if header.count(name) > 1]
    if twice:
        raise RuleBookError(
            line.place, f"見出し「{twice[0]}」が二つあります。", "一つにしてください。"
        )
    return header


def _entry(line: Line, header: tuple[str, ...], above: tuple[Line, ...]) -> Entry:
    cells = _cells(line.text)
    if len(cells) != len(header):
        what = f"見出しは{len(header)}列、この行は{len(cells)}列です。"
        raise RuleBookError(line.place, what, "欄の数をそろえてください。")
    return Entry(line.place, dict(zip(header, cells, strict=True)), above)
