"""The preflight's own reader against another one: pdfium."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from kenpo.documents.preflight.page import read_page
from kenpo.documents.preflight.parts import Parts
from kenpo.documents.printer import TypstPrinter
from support.pieces import family, list_of

PRINTER = TypstPrinter()
PIECES = [
    family("髙橋　﨑太郎", "タカハシ　サキタロウ", 2),
    family("ジョンソン　エリザベス　マリア", "ジョンソン　エリザベス　マリア", 1),
]


def printed(kind: str, folder: Path) -> Path:
    path = folder / f"{kind}.pdf"
    match kind:
        case "cards":
            return PRINTER.print_certificates(PIECES, path).path
        case "letters":
            return PRINTER.print_letters(PIECES, path).path
        case _:
            return PRINTER.print_target_list(list_of(70), path).path


@pytest.mark.parametrize("kind", ["cards", "letters", "list"])
def test_pdfium_sees_the_same_texts_at_the_same_places(tmp_path: Path, kind: str) -> None:
    path = printed(kind, tmp_path)
    with pikepdf.open(path) as pdf, pdfium.PdfDocument(path) as document:
        parts = Parts()
        for ours, page in zip(pdf.pages, document, strict=True):
            theirs = page.get_textpage()
            height = page.get_height()
            for run in read_page(ours, parts).runs:
                x, y, width = (each * 72 / 25.4 for each in (run.x, run.y, run.width))
                baseline = height - y
                box = (x + 0.3, baseline + 0.3, x + width - 0.3, baseline + run.size / 2)
                found = theirs.get_text_bounded(*box)
                assert "".join(found.split()) == "".join(run.text.split())


def test_a_variant_is_read_with_its_selector(tmp_path: Path) -> None:
    piece = family("辻\U000e0100　葛\U000e0101子", "ツジ　クズコ", 1)
    path = PRINTER.print_certificates([piece], tmp_path / "cards.pdf").path
    with pikepdf.open(path) as pdf:
        texts = [run.text for run in read_page(pdf.pages[0], Parts()).runs]
    assert "辻\U000e0100　葛\U000e0101子" in texts
