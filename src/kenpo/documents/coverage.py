"""The glyph gate: what no approved face prints is found before print, never replaced silently."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from kenpo.documents.fonts import Face, FaceName, face

# One character with the variation selector that may follow it.
_SEQUENCE = re.compile("[\\s\\S][\ufe00-\ufe0f\U000e0100-\U000e01ef]?")
# Private use holds 外字, whose shape another machine does not know; the rest has no shape.
_UNPRINTABLE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def sequences(text: str) -> list[str]:
    """Split a text into characters, each with its variation selector."""
    return _SEQUENCE.findall(text)


def missing(text: str) -> tuple[str, ...]:
    """Return the characters, with their selectors, that not every face of the forms can print.

    In order of appearance and each once. A selector the faces do not know counts as missing: the
    plain character would be another person's name. So do combining marks that stay apart.
    """
    if _always_printable().issuperset(text):
        return ()
    return tuple(dict.fromkeys(each for each in sequences(text) if not _printable(each)))


@cache
def _always_printable() -> frozenset[str]:
    """Return the characters that need no second look (selectors are not among them)."""
    shared = set.intersection(*(set(face(name).plain) for name in FaceName))
    return frozenset(character for character in map(chr, shared) if _printable(character))


def _printable(sequence: str) -> bool:
    category = unicodedata.category(sequence[0])
    if category in _UNPRINTABLE_CATEGORIES or category.startswith("M"):
        return False
    return all(_has(face(name), sequence) for name in FaceName)


def _has(one: Face, sequence: str) -> bool:
    return one.glyph(sequence) is not None
