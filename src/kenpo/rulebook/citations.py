"""The sentence an answer rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kenpo.rulebook.errors import RuleBookError
from kenpo.rulebook.sources import Sources
from kenpo.rulebook.text import Line
from kenpo.values.labels import LabelledStr

_SEED = re.compile(r"(S\d+):\s*(.+)", re.DOTALL)
_REPORTED = re.compile(r"報道[:：]\s*(.+?)(?::\s|：)\s*(.+)", re.DOTALL)
_NONE = re.compile(r"原文になし・要確認[:：]\s*(.+)", re.DOTALL)
_PLACED = re.compile(r"(.+?)(?::\s|：)\s*(.+)", re.DOTALL)


class Mark(LabelledStr):
    """How well a rule is founded."""

    VERBATIM = "verbatim", "原文", "verbatim in a source text"
    REPORTED = "reported", "報道", "reported by a named page"
    NONE = "none", "原文になし・要確認", "not in the source texts, to be confirmed"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule stands: source, place in it, the quoted sentence, and how good that is.

    ``quote`` is None unless the mark is verbatim; ``note`` then says what was reported, or why
    there is no sentence.
    """

    source: str
    place: str
    quote: str | None
    mark: Mark
    note: str = ""

    def to_json(self) -> dict[str, str | None]:
        """Return the object that answers carry."""
        plain: dict[str, str | None] = {
            "source": self.source,
            "place": self.place,
            "quote": self.quote,
            "mark": self.mark.value,
        }
        return plain | {"note": self.note} if self.note else plain


def read_citation(line: Line, sources: Sources) -> Citation:
    """Read ``S2: sentence``, ``報道: place: summary`` or ``原文になし・要確認: why``."""
    if found := _SEED.fullmatch(line.text):
        return verbatim(line, found[1], found[2], sources)
    if found := _REPORTED.fullmatch(line.text):
        return Citation("報道", found[1], None, Mark.REPORTED, found[2])
    if found := _NONE.fullmatch(line.text):
        return none(found[1])
    raise RuleBookError(
        line.place,
        f"出典「{line.text}」の形が違います。",
        "「S2: 文」「報道: 場所: 要約」「原文になし・要確認: 訳」のどれか。",
    )


def read_value_citation(line: Line, mark: str, sources: Sources) -> Citation:
    """Read the 根拠 of a dated value, whose 出典 says 原文, 報道 or なし."""
    found = _SEED.fullmatch(line.text)
    if mark == "原文" and found:
        return verbatim(line, found[1], found[2], sources)
    text = re.sub(r"^(報道|原文になし・要確認)[:：]\s*", "", line.text)
    placed = _PLACED.fullmatch(text)
    if mark == "報道" and placed:
        return Citation("報道", placed[1], None, Mark.REPORTED, placed[2])
    if mark == "なし" and text and not found:
        return none(text)
    raise RuleBookError(
        line.place,
        f"出典「{mark}」と根拠「{line.text}」が合いません。",
        "原文なら「S2: 文」、報道なら「場所: 要約」、なしなら訳を書いてください。",
    )


def verbatim(line: Line, seed: str, quote: str, sources: Sources) -> Citation:
    """Return the citation of a sentence that really stands in the seed."""
    return Citation(seed, sources.place_of(seed, quote, line.place), quote, Mark.VERBATIM)


def none(why: str) -> Citation:
    """Return the citation of a rule that no sentence supports."""
    return Citation("", "", None, Mark.NONE, why)
