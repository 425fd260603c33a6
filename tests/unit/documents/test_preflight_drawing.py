"""The drawing that all pages of a file share: what is done to it is done to every page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from support.print_files import (
    FAMILY,
    PIECES,
    PRINTER,
    edited,
    printed_cards,
    printed_letters,
    redraw_fonts,
)

DRAWING = "/drawing"
PLACING = b"/drawing Do\n"


def differences(path: Path, edit: Callable[[pikepdf.Pdf], None]) -> tuple[str, ...]:
    return tuple(PRINTER.preflight_certificates(PIECES, edited(path, edit)))


def drawing_of(pdf: pikepdf.Pdf, page: int = 0) -> pikepdf.Object:
    return pdf.pages[page].Resources.XObject[DRAWING]


def with_content(before: bytes, after: bytes) -> Callable[[pikepdf.Pdf], None]:
    def edit(pdf: pikepdf.Pdf) -> None:
        content = pdf.pages[0].Contents.read_bytes()
        assert before in content
        pdf.pages[0].Contents = pdf.make_stream(content.replace(before, after, 1))

    return edit


@pytest.mark.parametrize("print_file", [printed_cards, printed_letters])
def test_a_file_has_its_drawing_once(tmp_path: Path, print_file: Callable[..., Path]) -> None:
    with pikepdf.open(print_file(PIECES, tmp_path)) as pdf:
        assert len({drawing_of(pdf, page).objgen for page in range(len(pdf.pages))}) == 1


PLACINGS = {
    "none": (PLACING, b"", "様式の文字「健康保険資格確認書」がありません"),
    "a second one": (PLACING, PLACING + PLACING, "様式が使わない部品"),
    "moved": (PLACING, b"1 0 0 1 3 0 cm\n" + PLACING, "様式が使わない部品"),
    "over the values": (PLACING, b"q\nQ\n" + PLACING, "様式が使わない部品"),
}


@pytest.mark.parametrize("trick", PLACINGS)
def test_a_drawing_that_does_not_lie_under_its_page_is_found(tmp_path: Path, trick: str) -> None:
    before, after, reason = PLACINGS[trick]
    found = differences(printed_cards(PIECES, tmp_path), with_content(before, after))
    assert found
    assert all(each.startswith("1ページ ") for each in found)
    assert any(reason in each for each in found), found


CHANGES: dict[str, tuple[str, pikepdf.Object]] = {
    "moved": ("/Matrix", pikepdf.Array([1, 0, 0, 1, 3, 0])),
    "cut": ("/BBox", pikepdf.Array([0, 0, 100, 153.07086])),
    "pale": ("/Group", pikepdf.Dictionary(S=pikepdf.Name.Transparency)),
    "hidden": ("/OC", pikepdf.Dictionary(Type=pikepdf.Name.OCG)),
}


@pytest.mark.parametrize("key", CHANGES)
def test_a_drawing_placed_otherwise_is_found_on_every_page(tmp_path: Path, key: str) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        name, value = CHANGES[key]
        drawing_of(pdf)[name] = value

    found = differences(printed_cards(PIECES, tmp_path), change)
    assert len(found) == 5
    assert all("様式の図の置き方が違います" in each for each in found)


REWRITES = {
    "invisible words": (b"BT 0 Tr", b"BT 3 Tr", "見えない文字"),
    "a clip": (b"BT 0 Tr", b"W n BT 0 Tr", "使わない命令 W"),
    "white words": (b"0.35686275 0.2901961 0 scn", b"1 1 1 scn", "色が薄すぎます"),
    "another drawing in it": (b"EMC", b"/x0 Do\nEMC", "ページを読めません"),
    "words moved": (
        b"70.86614 116.22047 cm",
        b"90.86614 116.22047 cm",
        "様式の文字「記号」がありません",
    ),
}


@pytest.mark.parametrize("trick", REWRITES)
def test_a_drawing_rewritten_is_found_on_every_page(tmp_path: Path, trick: str) -> None:
    before, after, reason = REWRITES[trick]

    def rewrite(pdf: pikepdf.Pdf) -> None:
        content = drawing_of(pdf).read_bytes()
        assert before in content
        drawing_of(pdf).write(content.replace(before, after))

    found = differences(printed_cards(PIECES, tmp_path), rewrite)
    pages = {each.split()[0] for each in found if reason in each}
    assert pages == {f"{number}ページ" for number in range(1, 6)}, found


def test_a_glyph_of_the_drawing_drawn_as_another_is_found(tmp_path: Path) -> None:
    def redraw(font: TTFont, names: dict[str, str]) -> None:
        if {"氏", "性"} <= names.keys():
            font["glyf"][names["氏"]] = font["glyf"][names["性"]]

    def meddle(pdf: pikepdf.Pdf) -> None:
        redraw_fonts(drawing_of(pdf).Resources.Font, redraw)

    found = PRINTER.preflight_certificates(
        [FAMILY], edited(printed_cards([FAMILY], tmp_path), meddle)
    )
    assert {each.split()[0] for each in found} == {"1ページ", "2ページ", "3ページ"}
    assert all("「氏」の字形が認めた書体（標準）と違います" in each for each in found)


def test_a_font_inside_another_object_is_refused(tmp_path: Path) -> None:
    def inline(pdf: pikepdf.Pdf) -> None:
        fonts = pdf.pages[0].Resources.Font
        for name in list(fonts.keys()):
            fonts[name] = pikepdf.Dictionary(dict(fonts[name].items()))

    found = differences(printed_cards(PIECES, tmp_path), inline)
    assert any("書体の埋め込み方が様式と違います" in each for each in found)


@pytest.mark.parametrize("key", ["Encoding", "CIDToGIDMap"])
def test_a_font_whose_codes_lead_elsewhere_is_refused(tmp_path: Path, key: str) -> None:
    def lead_elsewhere(pdf: pikepdf.Pdf) -> None:
        font = pdf.pages[0].Resources.Font["/f0"]
        holder = font if key == "Encoding" else font.DescendantFonts[0]
        holder[f"/{key}"] = pdf.make_stream(b"\x00\x01")

    found = differences(printed_cards(PIECES, tmp_path), lead_elsewhere)
    assert any("書体の埋め込み方が様式と違います" in each for each in found)
