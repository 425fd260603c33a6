from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from kenpo.documents.fitting import UnprintableError
from kenpo.documents.printer import BATCH, TypstPrinter
from support.pieces import face_of, family, list_of, many_pieces, piece_of

PRINTER = TypstPrinter()


def test_every_certificate_has_one_card_page_in_the_order_of_the_pieces(tmp_path: Path) -> None:
    printed = PRINTER.print_certificates(many_pieces(4), tmp_path / "cards.pdf")
    with pikepdf.open(printed.path) as pdf:
        assert printed.pages == len(pdf.pages) == 6
        boxes = [
            [round(float(edge) * 25.4 / 72, 1) for edge in page.mediabox] for page in pdf.pages
        ]
    assert boxes == [[0.0, 0.0, 85.6, 54.0]] * 6


def test_every_piece_has_one_letter_page(tmp_path: Path) -> None:
    printed = PRINTER.print_letters(many_pieces(3), tmp_path / "letters.pdf")
    assert printed.pages == 3


@pytest.mark.parametrize(("entries", "sheets"), [(0, 1), (1, 1), (60, 1), (61, 2), (121, 3)])
def test_a_sheet_of_the_list_holds_sixty_slots(tmp_path: Path, entries: int, sheets: int) -> None:
    assert PRINTER.print_target_list(list_of(entries), tmp_path / "list.pdf").pages == sheets


def test_the_same_pieces_give_the_same_bytes(tmp_path: Path) -> None:
    hashes = {
        TypstPrinter().print_certificates(many_pieces(5), tmp_path / name).sha256
        for name in ("one.pdf", "two.pdf")
    }
    assert len(hashes) == 1


def test_a_name_no_face_can_print_stops_before_print(tmp_path: Path) -> None:
    piece = piece_of((face_of("𠮷田　見本", "ヨシダ　ミホン"),))
    with pytest.raises(UnprintableError, match=f"封筒{piece.piece_id}.*氏名.*𠮷.*保留"):
        PRINTER.print_certificates([piece], tmp_path / "cards.pdf")
    assert not list(tmp_path.iterdir())


def test_faults_name_what_cannot_be_printed() -> None:
    assert PRINTER.unprintable("𠮷田　辻\U000e0100\U000e01ef") != ()
    assert PRINTER.certificate_faults(face_of("見本　太郎", "ミホン　タロウ")) == ()
    long_name = face_of("見" * 60, "ミ")
    assert PRINTER.certificate_faults(long_name) == ("氏名: 欄に入りません（60文字）",)
    assert PRINTER.letter_faults(family("見本　太郎", "ミホン　タロウ", 2)) == ()


def test_a_finished_file_says_what_it_is_and_names_no_time_and_no_person(tmp_path: Path) -> None:
    printed = PRINTER.print_letters(many_pieces(2), tmp_path / "letters.pdf")
    with pikepdf.open(printed.path) as pdf:
        assert pdf.pdf_version == "1.7"
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {
            "/Title": "一括発行の送付案内"
        }
        assert "/Metadata" not in pdf.Root
        assert str(pdf.Root.Lang) == "ja"


def test_a_batch_border_changes_nothing_but_the_fonts(tmp_path: Path) -> None:
    pieces = many_pieces(BATCH + 2)
    printed = PRINTER.print_letters(pieces, tmp_path / "letters.pdf")
    assert printed.pages == len(pieces)
    assert PRINTER.preflight_letters(pieces, printed.path) == ()
    with pikepdf.open(printed.path) as pdf:
        fonts = {page.Resources.Font["/f0"].objgen for page in pdf.pages}
    assert len(fonts) == 2


def test_an_employers_list_says_what_it_cannot_print() -> None:
    from_employer = list_of(1)
    strange = replace(from_employer, establishment_name="𠮷田商店")
    assert PRINTER.target_list_faults(from_employer) == ()
    assert PRINTER.target_list_faults(strange) == ("事業所名: 書体にない文字があります: 𠮷",)
