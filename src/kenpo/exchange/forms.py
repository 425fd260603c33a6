"""The form of a value: what kinds of characters it has and how many, never the value itself."""

from __future__ import annotations

import re
from itertools import groupby

_KINDS = (
    ("数字", "桁", re.compile("[0-9]")),
    ("英字", "字", re.compile("[A-Za-z]")),
    ("全角数字", "桁", re.compile(r"[\uff10-\uff19]")),
    ("半角カナ", "字", re.compile("[｡-ﾟ]")),
    ("漢字", "文字", re.compile("[々〆㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff]")),
    ("ひらがな", "文字", re.compile("[ぁ-ゟ]")),
    ("カタカナ", "文字", re.compile("[ァ-ヿ]")),
    ("空白", "字", re.compile("[ 　]")),
)
_OTHER = ("記号など", "字")
_MOST_PARTS = 4


def form_of(text: str) -> str:
    """Return the form of a value in Japanese: 漢字3文字, 数字5桁, 半角カナ4字・空白1字, 空."""
    parts = [f"{name}{len(list(run))}{unit}" for (name, unit), run in groupby(text, key=_kind_of)]
    if len(parts) > _MOST_PARTS:
        return f"いろいろな文字{len(text)}字"
    return "・".join(parts) or "空"


def _kind_of(character: str) -> tuple[str, str]:
    for name, unit, pattern in _KINDS:
        if pattern.match(character):
            return name, unit
    return _OTHER
