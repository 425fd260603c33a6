"""Finished print files for tests of the preflight, and ways to meddle with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
from fontTools.ttLib import TTFont

from kenpo.documents.preflight.page_fonts import FontReader
from kenpo.documents.printer import TypstPrinter
from kenpo.mailing.model import Piece
from support.pieces import family

PRINTER = TypstPrinter()
FAMILY = family("髙橋　﨑太郎", "タカハシ　サキタロウ", 3)
PIECES = (FAMILY, family("辻\U000e0100　葛\U000e0101子", "ツジ　クズコ", 2))


def changed(piece: Piece, card: int, **values: object) -> Piece:
    """Return a piece one card of which says something else."""
    faces = list(piece.certificates)
    faces[card] = replace(faces[card], **values)  # type: ignore[arg-type]
    return replace(piece, certificates=tuple(faces))


def printed_cards(pieces: Sequence[Piece], folder: Path) -> Path:
    return PRINTER.print_certificates(pieces, folder / "cards.pdf").path


def printed_letters(pieces: Sequence[Piece], folder: Path) -> Path:
    return PRINTER.print_letters(pieces, folder / "letters.pdf").path


def edited(path: Path, edit: Callable[[pikepdf.Pdf], None]) -> Path:
    """Write a copy of a finished file after somebody meddled with it.

    ``edit`` finds the content of each page in one stream.
    """
    target = path.with_name("edited.pdf")
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            page.contents_coalesce()
        edit(pdf)
        pdf.save(target)
    return target


def with_fonts_changed(path: Path, change: Callable[[TTFont, dict[str, str]], None]) -> Path:
    """Redraw glyphs of the embedded fonts and leave the text layer as it is.

    ``change`` gets each font and its glyph names by the text they stand for.
    """

    return edited(path, lambda pdf: redraw_fonts(pdf.pages[0].Resources.Font, change))


def redraw_fonts(fonts: pikepdf.Object, change: Callable[[TTFont, dict[str, str]], None]) -> None:
    """Redraw glyphs of the fonts of a page or of a part."""
    for font in fonts.values():
        stream = font.DescendantFonts[0].FontDescriptor.FontFile2
        program = TTFont(BytesIO(stream.read_bytes()))
        order = program.getGlyphOrder()
        texts = FontReader().read(font).texts
        change(program, {text: order[code] for code, text in texts.items()})
        redrawn = BytesIO()
        program.save(redrawn)
        stream.write(redrawn.getvalue())
