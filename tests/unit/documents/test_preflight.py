"""The incidents of domain.md §6.4, planted in finished files and found again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from kenpo.issuance.face import CertificateFace
from kenpo.values.person import Relation
from support.pieces import family, list_of, many_pieces, piece_of
from support.print_files import (
    FAMILY,
    PIECES,
    PRINTER,
    changed,
    edited,
    printed_cards,
    printed_letters,
)


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
        drawing, _, values = page.Contents.read_bytes().partition(b"\n")
        moved = b"\nq 1 0 0 1 200 -60 cm\n" + values + b"\nQ"
        page.Contents = pdf.make_stream(drawing + b"\n" + values + moved)

    path = edited(printed_letters([FAMILY], tmp_path), address_twice)
    found = PRINTER.preflight_letters([FAMILY], path)
    assert any("様式にない場所に「〒690-0887」があります" in each for each in found)


def test_a_letter_to_another_address_is_found(tmp_path: Path) -> None:
    elsewhere = replace(FAMILY, letter=replace(FAMILY.letter, address="鳥取県鳥取市見本町1"))
    found = PRINTER.preflight_letters([FAMILY], printed_letters([elsewhere], tmp_path))
    assert "住所が「鳥取県鳥取市見本町1」と印刷されています" in found[0]


def test_a_list_with_two_names_changed_over_is_found(tmp_path: Path) -> None:
    right = list_of(61)
    one, two, *rest = right.entries
    wrong = replace(right, entries=(two, one, *rest))
    path = PRINTER.print_target_list(wrong, tmp_path / "list.pdf").path
    found = PRINTER.preflight_target_list(right, path)
    assert len(found) == 6
    assert "項目番号1の番号が「0000002」と印刷されています" in found[0]
