"""Files whose text layer is right, or nearly, and whose paper is not."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

from support.print_files import FAMILY, PIECES, PRINTER, edited, printed_cards, with_fonts_changed


def test_mie_a_digit_the_print_font_does_not_draw_is_found(tmp_path: Path) -> None:
    def erase(font: TTFont, names: dict[str, str]) -> None:
        font["glyf"][names["3"]] = Glyph()

    path = with_fonts_changed(printed_cards([FAMILY], tmp_path), erase)
    found = PRINTER.preflight_certificates([FAMILY], path)
    assert any("「3」の字形が認めた書体（太字）と違います" in each for each in found)


def test_a_digit_drawn_as_another_is_found(tmp_path: Path) -> None:
    def redraw(font: TTFont, names: dict[str, str]) -> None:
        font["glyf"][names["0"]] = font["glyf"][names["2"]]

    path = with_fonts_changed(printed_cards([FAMILY], tmp_path), redraw)
    found = PRINTER.preflight_certificates([FAMILY], path)
    assert any("「0」の字形が認めた書体（太字）と違います" in each for each in found)
    assert not any("「2」の字形" in each for each in found)


def test_a_font_that_is_not_approved_is_found(tmp_path: Path) -> None:
    def rename(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            font.BaseFont = pikepdf.Name("/ABCDEF+TrialGothic-Regular")

    found = PRINTER.preflight_certificates(
        [FAMILY], edited(printed_cards([FAMILY], tmp_path), rename)
    )
    assert any("認めていない書体/ABCDEF+TrialGothic-Regular" in each for each in found)


HIDDEN = {
    "invisible text": (b"BT 0 Tr", b"BT 3 Tr", "見えない文字"),
    "text scaled by Tz": (b"BT 0 Tr", b"BT 50 Tz 0 Tr", "様式が使わない命令 Tz"),
    "an inline image": (b"BT 0 Tr", b"BI /W 1 /H 1 /IM true ID \x00 EI BT 0 Tr", "使わない命令"),
    "another text to be read out": (
        b"/Artifact BMC",
        b"/Span<</ActualText(7)>>BDC",
        "ActualText",
    ),
    "white text": (b" 0 scn\nBT", b" 1 scn\nBT", "色が薄すぎます"),
    "a clip": (b"BT 0 Tr", b"W n BT 0 Tr", "使わない命令 W"),
    "a patch over the values": (b"/x0 Do", b"/x0 Do 0 0 1 1 re f", "値の上に何かが描かれています"),
    "a named property list": (
        b"/Artifact BMC",
        b"/Span /P1 BDC",
        "ActualText",
    ),
    "slanted text": (b"Tm[", b"Tm 1 0.2 0 -1 0 0 Tm[", "文字の向き"),
    "a smaller size": (b" 12 Tf", b" 3 Tf", "様式にない大きさ"),
    "a wider name": (b" 12 Tf 1 0 0 -1", b" 12 Tf 3 0 0 -1", "欄からはみ出し"),
    "a narrow name": (b" 12 Tf 1 0 0 -1", b" 12 Tf .5 0 0 -1", "縮めすぎ"),
}


@pytest.mark.parametrize("trick", HIDDEN)
def test_text_that_is_there_but_does_not_show_as_the_form_has_it_is_found(
    tmp_path: Path, trick: str
) -> None:
    before, after, reason = HIDDEN[trick]

    def replace_operator(pdf: pikepdf.Pdf) -> None:
        content = pdf.pages[0].Contents.read_bytes()
        assert before in content
        pdf.pages[0].Contents = pdf.make_stream(content.replace(before, after))

    path = edited(printed_cards([FAMILY], tmp_path), replace_operator)
    found = PRINTER.preflight_certificates([FAMILY], path)
    assert any(reason in each for each in found), found


def test_a_damaged_matching_code_is_found(tmp_path: Path) -> None:
    def damage(pdf: pikepdf.Pdf) -> None:
        image = pdf.pages[0].Resources.XObject["/x0"]
        modules = bytearray(image.read_bytes())
        modules[400] ^= 255
        image.write(bytes(modules))

    path = edited(printed_cards([FAMILY], tmp_path), damage)
    found = PRINTER.preflight_certificates([FAMILY], path)
    assert len(found) == 1
    assert "管理用二次元コードが読めません" in found[0]


def test_a_matching_code_of_another_sheet_is_found(tmp_path: Path) -> None:
    def change_over(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Resources.XObject["/x0"] = pdf.pages[1].Resources.XObject["/x0"]

    path = edited(printed_cards([FAMILY], tmp_path), change_over)
    found = PRINTER.preflight_certificates([FAMILY], path)
    assert f"証番号が{FAMILY.certificates[1].serial}です" in found[0]
    assert "通数・枚数が(1, 1)・(3, 4)です" in found[1]


def test_a_page_that_cannot_be_read_is_a_difference_and_not_a_crash(tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(b"Q Q BT (x) Tj ET")

    found = PRINTER.preflight_certificates(PIECES, edited(printed_cards(PIECES, tmp_path), spoil))
    assert len(found) == 1
    assert "ページを読めません" in found[0]


def test_a_file_that_is_no_pdf_is_a_difference_and_not_a_crash(tmp_path: Path) -> None:
    half = tmp_path / "half.pdf"
    half.write_bytes(printed_cards(PIECES, tmp_path).read_bytes()[:200])
    found = PRINTER.preflight_certificates(PIECES, half)
    assert found[0].startswith("half.pdfを読めません")
