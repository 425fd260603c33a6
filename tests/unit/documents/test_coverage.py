from __future__ import annotations

import unicodedata

import pytest

from kenpo.documents.coverage import missing
from kenpo.documents.fonts import FaceName, face


@pytest.mark.parametrize(
    "text",
    [
        "",
        "見本　太郎",
        "髙橋　﨑太郎",
        "辻\U000e0100　葛\U000e0101子",
        "ヴァンダービルト・ミホン",
        "Alice Mihon",
        "〒690-0887",
        "㈱①～−ー－",
        "𩸽　𠀋",
    ],
)
def test_what_the_faces_hold_may_be_printed(text: str) -> None:
    assert missing(text) == ()


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("𠮷野　見本", ("𠮷",)),
        ("邊\U000e0102　見本", ("邊\U000e0102",)),
        ("辻\U000e0102", ("辻\U000e0102",)),
        ("見\U000e01ef𠮷見𠮷", ("見\U000e01ef", "𠮷")),
        ("\ue000", ("\ue000",)),
        ("見本\n太郎", ("\n",)),
        ("見\u200b本", ("\u200b",)),
        ("\U000e0100", ("\U000e0100",)),
        ("か\u3099", ("\u3099",)),
        ("김미본", ("김", "미", "본")),
    ],
)
def test_what_a_face_lacks_is_named_with_its_selector(text: str, gone: tuple[str, ...]) -> None:
    assert missing(text) == gone


def test_both_faces_hold_the_same_characters_and_variants() -> None:
    regular, bold = face(FaceName.REGULAR), face(FaceName.BOLD)
    assert regular.plain.keys() == bold.plain.keys()
    assert regular.variants.keys() == bold.variants.keys()


def test_a_default_selector_is_the_plain_glyph_and_another_one_is_not() -> None:
    regular = face(FaceName.REGULAR)
    assert regular.glyph("辻\U000e0101") == regular.glyph("辻")
    assert regular.glyph("辻\U000e0100") not in {None, regular.glyph("辻")}


def test_every_kanji_of_jis_x_0213_can_be_printed() -> None:
    kanji = {
        text
        for first in (*range(0x81, 0xA0), *range(0xE0, 0xFD))
        for second in range(0x40, 0xFD)
        if (text := bytes((first, second)).decode("shift_jis_2004", "ignore"))
        and "CJK" in unicode_name(text)
    }
    assert len(kanji) > 10_000
    assert {each for each in kanji if missing(each)} == set()


def unicode_name(text: str) -> str:
    return unicodedata.name(text[0], "")
