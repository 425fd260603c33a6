"""How a text fits its field: size, lines and a bounded squeeze, decided by real glyph widths."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kenpo.documents.coverage import missing, sequences
from kenpo.documents.fonts import FaceName, face
from kenpo.documents.forms import Field

MM_PER_POINT = 25.4 / 72
LEAST_SQUEEZE = 0.6
# A smaller size reads better than a squeeze beyond this.
_EASY_SQUEEZE = 0.85
# What stays together on a line: numbers, Latin and katakana words; else single characters.
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_UNITS = re.compile(
    "[0-9A-Za-z./\\-\u2010\u2212\uff0d\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+"
    f"|[ァ-ヺー・]+|[\\s\\S][{_SELECTORS}]?"
)
_NOT_FIRST = frozenset("ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ々）」』】、。・丁番号階室様")


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as it will stand: its lines, the size in points and the horizontal scale (≤ 1)."""

    lines: tuple[str, ...]
    size: float
    squeeze: float


class UnprintableError(ValueError):
    """A value cannot be printed exactly: which one (``what``, in Japanese), and why."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"{what}: {why}")
        self.what = what
        self.why = why


def fit(text: str, field: Field) -> Fitted:
    """Return how a text is set in its field, or raise UnprintableError.

    The largest size that needs little squeezing wins, on one line before several; when none does,
    the least squeezed one, down to 60 %. Nothing is ever cut.
    """
    gone = missing(text)
    if gone:
        raise UnprintableError(field.label, f"書体にない文字があります: {' '.join(gone)}")
    if len(text) * field.sizes[0] * MM_PER_POINT <= field.width:  # no glyph is wider than 1 em
        return Fitted((text,), field.sizes[0], 1.0)
    return _best(text, field)


def _best(text: str, field: Field) -> Fitted:
    options = [option for size in field.sizes for option in _options(text, field, size)]
    for option in options:
        if option.squeeze >= _EASY_SQUEEZE:
            return option
    best = max(options, key=lambda option: option.squeeze)
    if best.squeeze < LEAST_SQUEEZE:
        raise UnprintableError(field.label, f"欄に入りません（{len(sequences(text))}文字）")
    return best


def text_width(text: str, name: FaceName) -> float:
    """Return the width of a text in em, by the advances of the face."""
    one = face(name)
    return sum(one.advances[one.glyph(each) or ".notdef"] for each in sequences(text))


def _options(text: str, field: Field, size: float) -> list[Fitted]:
    return [_set_in_lines(text, field, size, count) for count in range(1, field.lines + 1)]


def _set_in_lines(text: str, field: Field, size: float, count: int) -> Fitted:
    lines = break_lines(text, count, field.face)
    widest = max(text_width(line, field.face) for line in lines) * size * MM_PER_POINT
    return Fitted(lines, size, min(1.0, field.width / widest) if widest else 1.0)


def break_lines(text: str, count: int, name: FaceName) -> tuple[str, ...]:
    """Break a text into ``count`` lines (or fewer), as even as good places to break allow."""
    if count == 1:
        return (text,)
    units = _UNITS.findall(text)
    head, rest = _best_cut(units, count, name)
    if not rest:
        return (text,)
    return (head.strip("　 "), *break_lines(rest.strip("　 "), count - 1, name))


def _best_cut(units: list[str], count: int, name: FaceName) -> tuple[str, str]:
    total = sum(text_width(unit, name) for unit in units)
    cuts = [place for place in range(1, len(units)) if _may_cut(units, place)]
    if not cuts:
        return "".join(units), ""

    def cost(place: int) -> float:
        width = sum(text_width(unit, name) for unit in units[:place])
        blank = units[place - 1] in {"　", " "} or units[place] in {"　", " "}
        return abs(width - total / count) - (total / 4 if blank else 0)

    place = min(cuts, key=cost)
    return "".join(units[:place]), "".join(units[place:])


def _may_cut(units: list[str], place: int) -> bool:
    return units[place][0] not in _NOT_FIRST
