"""The form of a value, never the value."""

from __future__ import annotations

import pytest

from kenpo.exchange.forms import form_of


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("", "空"),
        ("12345", "数字5桁"),
        ("見本花", "漢字3文字"),
        ("見本　花子", "漢字2文字・空白1字・漢字2文字"),
        ("ﾐﾎﾝ ﾊﾅ", "半角カナ3字・空白1字・半角カナ2字"),
        ("A1", "英字1字・数字1桁"),
        ("ミホン", "カタカナ3文字"),
        ("みほん", "ひらがな3文字"),
        ("\uff11\uff12", "全角数字2桁"),
        ("(-)", "記号など3字"),
        ("\U00020bb7野", "漢字2文字"),
        ("1a1a1", "いろいろな文字5字"),
    ],
)
def test_the_kinds_of_characters_and_their_number_are_told(text: str, form: str) -> None:
    assert form_of(text) == form
