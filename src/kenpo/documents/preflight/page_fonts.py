"""What a font inside a PDF says and shows: its text by code, and its outlines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import pikepdf
from fontTools.ttLib import TTFont

from kenpo.documents.fonts import FaceName
from kenpo.documents.preflight.outlines import same_outline
from kenpo.documents.preflight.seen import UnreadablePageError

_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")
_BLOCK = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_FONTS_REMEMBERED = 16
_WIDTHS = re.compile(rb"[\[\]0-9. ]+")
_FACES = {name.path.stem: name for name in FaceName}


@dataclass(frozen=True, slots=True)
class PageFont:
    """An embedded face: text and advance (in em) by code, and the faults found in it.

    ``face`` is None for a face that is not approved.
    """

    face: FaceName | None
    texts: dict[int, str]
    advances: dict[int, float]
    faults: tuple[str, ...]


class FontReader:
    """Reads each font of a file once and compares its outlines with the approved face's."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[int, int], PageFont] = {}

    def read(self, font: pikepdf.Object) -> PageFont:
        """Return what a font object of the file says; one inside another object is refused."""
        if font.objgen == (0, 0):
            raise UnreadablePageError("書体の埋め込み方が様式と違います")
        known = self._fonts.get(font.objgen)
        if known is None:
            known = self._fonts[font.objgen] = _read(font)
        return known


def _read(font: pikepdf.Object) -> PageFont:
    descendant = font.DescendantFonts[0]
    if (str(font.Encoding), str(descendant.CIDToGIDMap)) != ("/Identity-H", "/Identity"):
        raise UnreadablePageError("書体の埋め込み方が様式と違います")
    program = descendant.FontDescriptor.FontFile2.read_bytes()
    return _judge(
        str(font.BaseFont),
        font.ToUnicode.read_bytes(),
        descendant.W.unparse(resolved=True),
        program,
    )


# Many files hold the drawing of one form, with the same fonts to the byte.
@lru_cache(_FONTS_REMEMBERED)
def _judge(base_font: str, cmap: bytes, widths: bytes, program: bytes) -> PageFont:
    """Return what the parts of a font say; nothing else of it shows on paper."""
    texts = _texts(cmap)
    face = _FACES.get(base_font.partition("+")[2])
    advances = _advances(pikepdf.Object.parse(widths))
    faults = (
        (f"認めていない書体{base_font}が埋め込まれています",)
        if face is None
        else tuple(_outline_faults(program, face, texts))
    )
    return PageFont(face, texts, advances, faults)


def _outline_faults(program: bytes, face: FaceName, texts: dict[int, str]) -> Iterator[str]:
    """Yield the glyphs an embedded font draws otherwise than the approved face."""
    embedded = TTFont(BytesIO(program), lazy=True)
    for code, text in texts.items():
        if not same_outline(embedded, code, face, text):
            yield f"「{text}」の字形が認めた書体（{face.label_ja}）と違います"


def _texts(cmap: bytes) -> dict[int, str]:
    return {
        int(code, 16): bytes.fromhex(text.decode("ascii")).decode("utf-16-be")
        for block in _BLOCK.findall(cmap)
        for code, text in _PAIR.findall(block)
    }


def _advances(widths: pikepdf.Object) -> dict[int, float]:
    """Read a W array: first last width, or first [width …]; thousandths of an em."""
    advances: dict[int, float] = {}
    entries = iter(list(widths))
    for first in entries:
        second = next(entries)
        if isinstance(second, pikepdf.Array):
            advances |= {int(first) + k: float(each) / 1000 for k, each in enumerate(second)}
        else:
            width = float(next(entries)) / 1000
            advances |= dict.fromkeys(range(int(first), int(second) + 1), width)
    return advances
