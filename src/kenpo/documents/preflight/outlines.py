"""Compares drawn glyphs: what the text layer says must be what the eye sees.

The certificates of 三重 lost a digit because the print font was not the trial font; a text layer
alone cannot show that.
"""

from __future__ import annotations

from fontTools.ttLib import TTFont

from kenpo.documents.fonts import FaceName, face, font_file


def same_outline(embedded: TTFont, glyph_id: int, name: FaceName, text: str) -> bool:
    """Say whether an embedded glyph draws a character as the approved face draws it."""
    approved = face(name).glyph(text) if 1 <= len(text) <= 2 else None
    order = embedded.getGlyphOrder()
    if approved is None or glyph_id >= len(order):
        return False
    ours, theirs = embedded["glyf"], font_file(name)["glyf"]
    return _raw(ours, order[glyph_id]) == _raw(theirs, approved) or _points(
        ours, order[glyph_id]
    ) == _points(theirs, approved)


def _raw(table: object, glyph: str) -> bytes | None:
    """Return a glyph's bytes without padding while fontTools has not unpacked them."""
    data: bytes | None = getattr(table.glyphs[glyph], "data", None)  # type: ignore[attr-defined]
    return None if data is None else data.rstrip(b"\0")


def _points(table: object, glyph: str) -> tuple[list[tuple[int, int]], list[int], bytes]:
    """Return a glyph's points, ends of contours and on-curve flags, composites resolved."""
    points, ends, flags = table[glyph].getCoordinates(table)  # type: ignore[index]
    return list(points), list(ends), bytes(flags)
