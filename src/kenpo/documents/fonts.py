"""The two approved faces, by path only: no system font ever gets into a document."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from kenpo.values.errors import InvalidValueError
from kenpo.values.labels import LabelledStr

FONT_FOLDER = Path(__file__).parent / "fonts"


class FaceName(LabelledStr):
    """書体: the faces a form may name."""

    REGULAR = "regular", "標準", "regular"
    BOLD = "bold", "太字", "bold"

    @property
    def path(self) -> Path:
        """The font file the build puts into the package."""
        return FONT_FOLDER / f"BIZUDGothic-{self.value.title()}.ttf"


class MissingFontError(InvalidValueError):
    """The build did not bring the fonts."""


@dataclass(frozen=True, slots=True)
class Face:
    """What a face can print: glyphs by character and by (character, selector), widths in em.

    ``plain`` maps a code point to its glyph. ``variants`` maps (code point, selector) to a glyph;
    a default entry of the format-14 table is resolved to the plain glyph of its character.
    """

    plain: Mapping[int, str]
    variants: Mapping[tuple[int, int], str]
    advances: Mapping[str, float]

    def glyph(self, sequence: str) -> str | None:
        """Return the glyph of one character with or without its selector, or None."""
        if len(sequence) == 1:
            return self.plain.get(ord(sequence))
        return self.variants.get((ord(sequence[0]), ord(sequence[1])))


@cache
def face(name: FaceName) -> Face:
    """Load a face's tables once per process (about 0.2 s)."""
    font = font_file(name)
    plain: dict[int, str] = font.getBestCmap()
    units = font["head"].unitsPerEm
    return Face(
        plain=plain,
        variants=_variants(font, plain),
        advances={glyph: width / units for glyph, (width, _) in font["hmtx"].metrics.items()},
    )


@cache
def font_file(name: FaceName) -> TTFont:
    """Return the open font file of a face."""
    return TTFont(_existing(name.path), lazy=True)


def _variants(font: TTFont, plain: Mapping[int, str]) -> dict[tuple[int, int], str]:
    table = next(table for table in font["cmap"].tables if table.format == 14)
    return {
        (base, selector): glyph or plain[base]
        for selector, entries in table.uvsDict.items()
        for base, glyph in entries
        if glyph or base in plain
    }


@cache
def font_hash() -> str:
    """Return the SHA-256 over both font files, for manifests."""
    digest = hashlib.sha256()
    for name in FaceName:
        digest.update(_existing(name.path).read_bytes())
    return digest.hexdigest()


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise MissingFontError(
            f"印刷用の書体 {path.name} がありません。",
            "./run setup で用意してください（hatch_build.py が置きます）。",
        )
    return path
