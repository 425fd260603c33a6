"""Kana in full and half width."""

from __future__ import annotations

import pytest

from kenpo.values.kana import full_width_kana, half_width_kana, katakana
from kenpo.values.name import PersonName
from support.width import full_width


@pytest.mark.parametrize(
    ("half", "full"),
    [
        ("ｹﾝﾎﾟ ﾖｼｴ", "ケンポ　ヨシエ"),
        ("ﾜﾀﾅﾍﾞ ｼﾞｮｰｼﾞ", "ワタナベ　ジョージ"),
        ("ｳﾞｨｸﾄﾘｱ", "ヴィクトリア"),
        ("｢ｱ･ｲ｡｣", "「ア・イ。」"),
        ("ｯｬｭｮｧｨｩｪｫ", "ッャュョァィゥェォ"),
    ],
)
def test_half_and_full_width_are_each_others_reverse(half: str, full: str) -> None:
    assert full_width_kana(half) == full
    assert half_width_kana(full) == half


@pytest.mark.parametrize("hyphen", ["-", "－", "−", "\u2010", "―", "ー"])
def test_no_hyphen_changes_into_another_sign(hyphen: str) -> None:
    assert full_width_kana(f"1{hyphen}2") == f"1{hyphen}2"


@pytest.mark.parametrize("text", ["1-2-3", full_width("ABC-123"), "㈱①", "漢字"])
def test_what_is_no_kana_stays_as_it_is(text: str) -> None:
    assert full_width_kana(text) == text
    assert half_width_kana(text) == text


def test_kana_without_a_half_width_form_become_their_plain_neighbours() -> None:
    assert half_width_kana("ヮヵヶヰヱ") == "ﾜｶｹｲｴ"


def test_hiragana_becomes_katakana() -> None:
    assert katakana("けんぽ　よしえ・ゔぃ") == "ケンポ　ヨシエ・ヴィ"


def test_a_name_without_kanji_is_printed_in_full_width_kana() -> None:
    assert PersonName(kana="ｹﾝﾎﾟ ﾖｼｴ").printed == "ケンポ　ヨシエ"
    assert PersonName(kana="ｹﾝﾎﾟ ﾖｼｴ", registered="健保　良枝").printed == "健保　良枝"
