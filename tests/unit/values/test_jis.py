"""Characters an employer's notice may hold."""

from __future__ import annotations

import pytest

from kenpo.values import jis
from kenpo.values.errors import InvalidValueError


@pytest.mark.parametrize(
    "text", ["高崎　一郎", "ｹﾝﾎﾟ ﾖｼｴ", "ABC-123", "〜～−－‖∥", "ヴェール・", ""]
)
def test_ordinary_characters_are_allowed(text: str) -> None:
    assert jis.first_refused(text) is None


@pytest.mark.parametrize(
    ("text", "position", "hint"),
    [
        ("髙田", 1, "「高」"),
        ("山﨑", 2, "「崎」"),
        ("①", 1, "「1」"),
        ("㈱健保", 1, "「(株)」"),
        ("健保Ⅲ", 3, "「III」"),
        ("𠮷野家", 1, "「吉」"),
        ("辻\U000e0100", 2, "目に見えない"),
        ("山\n田", 2, "目に見えない"),
        ("a\x80", 2, "目に見えない"),
        ("Renée", 4, "JIS第1・第2水準"),
        ("𩸽", 1, "JIS第1・第2水準"),
    ],
)
def test_a_refused_character_is_named_with_its_place_and_a_hint(
    text: str, position: int, hint: str
) -> None:
    refused = jis.first_refused(text)
    assert refused is not None
    assert refused.position == position
    assert hint in refused.hint
    assert f"{position}文字目" in str(refused)
    with pytest.raises(InvalidValueError, match=f"{position}文字目"):
        jis.encode(text)


def test_an_invisible_character_is_named_by_its_code() -> None:
    refused = jis.first_refused("辻\U000e0100")
    assert refused is not None
    assert refused.character == "U+E0100"


def test_full_width_counts_two_bytes_and_half_width_one() -> None:
    assert len(jis.encode("健保　ﾖｼ1")) == 9


def test_both_unicode_forms_of_one_jis_character_give_the_same_bytes() -> None:
    assert jis.encode("〜−‖—") == jis.encode("～－∥―")


def test_every_character_agrees_with_the_strict_shift_jis_codec() -> None:
    other_forms = set("¥‾～－∥￠￡￢")
    twins = set("—")
    for code in range(0x20, 0x30000):
        character = chr(code)
        if character in other_forms | twins or 0xD800 <= code < 0xE000 or code == 0x7F:
            continue
        try:
            character.encode("shift_jis")
        except UnicodeEncodeError:
            expected = False
        else:
            expected = True
        assert jis.is_allowed(character) is expected, f"U+{code:04X}"
