"""The incidents of domain.md §6.4, planted in finished files and found again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

from kenpo.documents.preflight.page_fonts import FontReader
from kenpo.documents.printer import TypstPrinter
from kenpo.issuance.face import CertificateFace
from kenpo.mailing.model import Piece
from kenpo.values.person import Relation
from support.pieces import family, list_of, many_pieces, piece_of

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
    """Write a copy of a finished file after somebody meddled with it."""
    target = path.with_name("edited.pdf")
    with pikepdf.open(path) as pdf:
        edit(pdf)
        pdf.save(target)
    return target


def test_a_good_file_has_no_differences(tmp_path: Path) -> None:
    assert PRINTER.preflight_certificates(PIECES, printed_cards(PIECES, tmp_path)) == ()
    assert PRINTER.preflight_letters(PIECES, printed_letters(PIECES, tmp_path)) == ()


def test_an_insurer_whose_address_is_not_known_has_no_empty_item_on_the_card(
    tmp_path: Path,
) -> None:
    piece = changed(family("見本　太郎", "ミホン　タロウ", 1), 0, insurer_address="")
    path = printed_cards([piece], tmp_path)
    assert PRINTER.preflight_certificates([piece], path) == ()
    with pdfium.PdfDocument(path) as document:
        assert "所在地" not in document[0].get_textpage().get_text_range()


@pytest.mark.parametrize("entries", [0, 1, 60, 61])
def test_a_good_list_has_no_differences(tmp_path: Path, entries: int) -> None:
    target_list = list_of(entries)
    printed = PRINTER.print_target_list(target_list, tmp_path / "list.pdf")
    assert PRINTER.preflight_target_list(target_list, printed.path) == ()


# 三重
def test_mie_a_lost_last_digit_of_the_symbol_is_found(tmp_path: Path) -> None:
    wrong = changed(FAMILY, 1, symbol="3201020")
    found = PRINTER.preflight_certificates([FAMILY], printed_cards([wrong], tmp_path))
    serial = FAMILY.certificates[1].serial
    where = f"2ページ 封筒{FAMILY.piece_id} 資格確認書{serial}"
    assert found == (f"{where}: 記号が「3201020」と印刷されています。正しくは「32010203」です",)


WRONG_VALUES: list[tuple[str, object]] = [
    ("number", "1234568"),
    ("sub_number", "10"),
    ("sub_number", ""),
    ("name", "高橋　﨑太郎"),
    ("name_kana", "タカハシ　サキタロオ"),
    ("sex", "女"),
    ("birth_date", date(1985, 12, 30)),
    ("acquired_on", date(2024, 11, 2)),
    ("issued_on", date(2025, 8, 1)),
    ("valid_until", date(2029, 11, 3)),
    ("insurer_number", "01320018"),
    ("insurer_name", "全国健康保険協会　鳥取支部"),
    ("insurer_address", "島根県松江市殿町一丁目2番8号　見本ビル4階"),
    ("insurer_address", ""),
    ("insurer_telephone", "0852-00-0001"),
    ("relation", Relation.DEPENDENT),
]


@pytest.mark.parametrize(("key", "value"), WRONG_VALUES)
def test_a_planted_wrong_value_is_found_in_every_field(
    tmp_path: Path, key: str, value: object
) -> None:
    wrong = changed(FAMILY, 0, **{key: value})
    found = PRINTER.preflight_certificates([FAMILY], printed_cards([wrong], tmp_path))
    assert found
    assert all(each.startswith("1ページ ") for each in found)


def test_every_printed_value_of_a_face_is_among_the_planted_ones() -> None:
    planted = {key for key, _ in WRONG_VALUES} | {"symbol", "serial", "insured_name"}
    assert planted == set(CertificateFace.__dataclass_fields__)


def test_a_variant_printed_as_its_base_character_is_found(tmp_path: Path) -> None:
    piece = family("辻\U000e0100　花子", "ツジ　ハナコ", 1)
    plain = changed(piece, 0, name="辻　花子")
    found = PRINTER.preflight_certificates([piece], printed_cards([plain], tmp_path))
    assert "氏名が「辻　花子」と印刷されています" in found[0]


def test_a_dependents_card_under_another_insured_person_is_found(tmp_path: Path) -> None:
    wrong = changed(FAMILY, 1, insured_name="見本　太郎")
    found = PRINTER.preflight_certificates([FAMILY], printed_cards([wrong], tmp_path))
    assert "被保険者氏名が「見本　太郎」" in found[0]


def test_a_swapped_page_is_found(tmp_path: Path) -> None:
    def swap(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0], pdf.pages[1] = pdf.pages[1], pdf.pages[0]

    path = edited(printed_cards(PIECES, tmp_path), swap)
    found = PRINTER.preflight_certificates(PIECES, path)
    assert {each.split()[0] for each in found} == {"1ページ", "2ページ"}
    assert any("証番号" in each for each in found)


# 協会けんぽ
def test_kyokai_kenpo_cards_of_two_envelopes_swapped_with_equal_counts_are_found(
    tmp_path: Path,
) -> None:
    one, two = many_pieces(2)
    found = PRINTER.preflight_certificates([one, two], printed_cards([two, one], tmp_path))
    assert any(f"別の封筒{two.piece_id}のものです" in each for each in found)


@pytest.mark.parametrize("page", [0, 2, 4])
def test_a_missing_page_is_found(tmp_path: Path, page: int) -> None:
    def remove(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[page]

    found = PRINTER.preflight_certificates(PIECES, edited(printed_cards(PIECES, tmp_path), remove))
    assert found[0] == "4ページあります。正しくは5ページです"


# 山形
def test_yamagata_a_card_printed_again_is_found(tmp_path: Path) -> None:
    def again(pdf: pikepdf.Pdf) -> None:
        pdf.pages.append(pdf.pages[0])

    found = PRINTER.preflight_certificates(PIECES, edited(printed_cards(PIECES, tmp_path), again))
    assert found == ("6ページあります。正しくは5ページです",)


def test_one_certificate_in_two_envelopes_is_found(tmp_path: Path) -> None:
    twice = (FAMILY, FAMILY)
    found = PRINTER.preflight_certificates(twice, printed_cards(twice, tmp_path))
    assert found[0] == f"証番号{FAMILY.certificates[0].serial}が2枚あります"
    found = PRINTER.preflight_letters(twice, printed_letters(twice, tmp_path))
    assert found == (f"封筒{FAMILY.piece_id}が2通あります",)


# 静岡
def test_shizuoka_another_kind_of_document_is_found(tmp_path: Path) -> None:
    found = PRINTER.preflight_certificates(
        [piece_of(FAMILY.certificates[:1])], printed_letters([FAMILY], tmp_path)
    )
    assert any("用紙の大きさが210.0×297.0mmです" in each for each in found)
    assert any("様式の文字「健康保険資格確認書」がありません" in each for each in found)


# 神奈川
def test_kanagawa_a_letter_with_two_address_blocks_is_found(tmp_path: Path) -> None:
    def address_twice(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        moved = b"\nq 1 0 0 1 200 -60 cm " + page.Contents.read_bytes() + b"\nQ"
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + moved)

    path = edited(printed_letters([FAMILY], tmp_path), address_twice)
    found = PRINTER.preflight_letters([FAMILY], path)
    assert any("様式にない場所に「〒690-0887」があります" in each for each in found)


def test_a_letter_to_another_address_is_found(tmp_path: Path) -> None:
    elsewhere = replace(FAMILY, letter=replace(FAMILY.letter, address="鳥取県鳥取市見本町1"))
    found = PRINTER.preflight_letters([FAMILY], printed_letters([elsewhere], tmp_path))
    assert "住所が「鳥取県鳥取市見本町1」と印刷されています" in found[0]


def with_fonts_changed(path: Path, change: Callable[[TTFont, dict[str, str]], None]) -> Path:
    """Redraw glyphs of the embedded fonts and leave the text layer as it is.

    ``change`` gets each font and its glyph names by the text they stand for.
    """

    def meddle(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            stream = font.DescendantFonts[0].FontDescriptor.FontFile2
            program = TTFont(BytesIO(stream.read_bytes()))
            order = program.getGlyphOrder()
            texts = FontReader().read(font).texts
            change(program, {text: order[code] for code, text in texts.items()})
            redrawn = BytesIO()
            program.save(redrawn)
            stream.write(redrawn.getvalue())

    return edited(path, meddle)


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
        b"/Span<</MCID 1>>BDC",
        b"/Span<</ActualText(7)>>BDC",
        "ActualText",
    ),
    "white text": (b" 0 scn\nBT", b" 1 scn\nBT", "色が薄すぎます"),
    "a clip": (b"BT 0 Tr", b"W n BT 0 Tr", "使わない命令 W"),
    "a patch over the values": (b"/x0 Do", b"/x0 Do 0 0 1 1 re f", "値の上に何かが描かれています"),
    "a named property list": (
        b"/Span<</MCID 1>>BDC",
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


def test_a_list_with_two_names_changed_over_is_found(tmp_path: Path) -> None:
    right = list_of(61)
    one, two, *rest = right.entries
    wrong = replace(right, entries=(two, one, *rest))
    path = PRINTER.print_target_list(wrong, tmp_path / "list.pdf").path
    found = PRINTER.preflight_target_list(right, path)
    assert len(found) == 6
    assert "項目番号1の番号が「0000002」と印刷されています" in found[0]


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
