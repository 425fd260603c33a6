"""The quoted sentences of the source texts, kept as data, and where each stands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter

from kenpo.rulebook.errors import Place, RuleBookError

_JOINT = " … "
_CUT = "\x00"


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Some lines of a source text: seed (``S0`` …), its file, first and last line, and the text.

    The text is those lines as they stand, joined by a line feed; lines count from 1.
    """

    seed: str
    first_line: int
    last_line: int
    file: str
    text: str


class Sources:
    """The passages the books may quote.

    A quote is found whatever its blanks; fragments joined by `` … `` must follow one another.
    """

    def __init__(self, passages: Iterable[Passage]) -> None:
        """Take the passages in any order; ValueError if their lines are not what they claim."""
        ordered = sorted(passages)
        _check(ordered)
        self.passages: tuple[Passage, ...] = tuple(ordered)
        self._texts = {
            seed: _lined(tuple(group)) for seed, group in groupby(ordered, attrgetter("seed"))
        }

    @classmethod
    def parse(cls, text: str) -> Sources:
        """Read JSON: a list of {seed, file, first_line, last_line, text}."""
        return cls(
            Passage(row["seed"], row["first_line"], row["last_line"], row["file"], row["text"])
            for row in json.loads(text)
        )

    def place_of(self, seed: str, quote: str, place: Place) -> str:
        """Return ``L24`` or ``L107-111``, where the quote stands in the seed.

        Raises RuleBookError at ``place`` when a fragment is not there in this order.
        """
        spans = self.spans_of(seed, quote, place)
        first, last = spans[0][0], spans[-1][1]
        return f"L{first}" if first == last else f"L{first}-{last}"

    def spans_of(self, seed: str, quote: str, place: Place) -> tuple[tuple[int, int], ...]:
        """Return the first and last line of each fragment of a quote, in order.

        Raises RuleBookError as ``place_of`` does.
        """
        text, lines = self._texts.get(seed, ("", []))
        start, spans = 0, []
        for fragment in quote.split(_JOINT):
            words = "".join(fragment.split())
            at = text.find(words, start)
            if at < 0 or not words:
                what = f"「{fragment}」は {seed} のその順のところにありません。"
                raise RuleBookError(place, what, "原文から写してください。")
            start = at + len(words)
            spans.append((lines[at], lines[start - 1]))
        return tuple(spans)


def _check(passages: Sequence[Passage]) -> None:
    for passage in passages:
        if passage.text.count("\n") != passage.last_line - passage.first_line:
            what = f"{passage.seed} L{passage.first_line}-{passage.last_line}"
            raise ValueError(f"{what}: 文の行数が違います。")
    for before, passage in pairwise(passages):
        if before.seed == passage.seed and passage.first_line <= before.last_line:
            raise ValueError(f"{passage.seed} L{passage.first_line}: 前の文と行が重なります。")


def _lined(passages: Sequence[Passage]) -> tuple[str, list[int]]:
    letters: list[str] = []
    lines: list[int] = []
    before = None
    for passage in passages:
        if before is not None and passage.first_line > before + 1:
            letters.append(_CUT)
            lines.append(passage.first_line)
        for number, line in enumerate(passage.text.split("\n"), passage.first_line):
            words = "".join(line.split())
            letters.append(words)
            lines += [number] * len(words)
        before = passage.last_line
    return "".join(letters), lines
