"""What a camera and an eye see: pages as pixels at the printer's 300 dots per inch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
import zxingcpp

from kenpo.documents.printer import TypstPrinter
from kenpo.mailing.matching_code import certificate_codes, letter_code
from support.pieces import family, many_pieces
from support.scale import scaled

PRINTER = TypstPrinter()
DPI = 300


def pixels(path: Path, page: int, dpi: int = DPI) -> np.ndarray:
    """Return a page in colours, (height, width, 3)."""
    with pdfium.PdfDocument(path) as document:
        bitmap = document[page].render(scale=dpi / 72, rev_byteorder=True)
        return np.array(bitmap.to_numpy()[..., :3])


def scanned(image: np.ndarray) -> list[str]:
    found = zxingcpp.read_barcodes(np.ascontiguousarray(image))
    return [each.text for each in found]


def test_every_code_of_a_small_batch_is_read_by_a_scanner(tmp_path: Path) -> None:
    pieces = [family("髙橋　﨑太郎", "タカハシ　サキタロウ", 3), *many_pieces(4)]
    cards = PRINTER.print_certificates(pieces, tmp_path / "cards.pdf")
    codes = [code.text for piece in pieces for code in certificate_codes(piece)]
    assert [scanned(pixels(cards.path, page)) for page in range(cards.pages)] == [
        [code] for code in codes
    ]
    letters = PRINTER.print_letters(pieces, tmp_path / "letters.pdf")
    assert [scanned(pixels(letters.path, page)) for page in range(letters.pages)] == [
        [letter_code(piece).text] for piece in pieces
    ]


@pytest.mark.slow
def test_one_in_many_codes_of_a_larger_batch_is_read_by_a_scanner(tmp_path: Path) -> None:
    pieces = many_pieces(scaled(600, 20_000))
    step = scaled(50, 100)
    cards = PRINTER.print_certificates(pieces, tmp_path / "cards.pdf")
    codes = [code.text for piece in pieces for code in certificate_codes(piece)]
    assert cards.pages == len(codes)
    for page in range(0, cards.pages, step):
        assert scanned(pixels(cards.path, page)) == [codes[page]]


def test_a_card_is_yellow_to_all_its_edges(tmp_path: Path) -> None:
    cards = PRINTER.print_certificates(many_pieces(1), tmp_path / "cards.pdf")
    image = pixels(cards.path, 0).astype(int)
    for edge in (image[2], image[-3], image[:, 2], image[:, -3]):
        red, green, blue = edge.mean(axis=0)
        assert red > 245
        assert green > 210
        assert blue < 200


def test_a_letter_stays_white_at_its_edges_and_dark_where_the_address_is(tmp_path: Path) -> None:
    letters = PRINTER.print_letters(many_pieces(1), tmp_path / "letters.pdf")
    image = pixels(letters.path, 0).mean(axis=2)
    margin = round(10 / 25.4 * DPI)
    inside = image[margin:-margin, margin:-margin]
    assert image.sum() - inside.sum() == pytest.approx(255 * (image.size - inside.size))
    window = [round(each / 25.4 * DPI) for each in (18, 55, 25, 115)]
    assert image[window[0] : window[1], window[2] : window[3]].min() < 40
