"""Kana in full and half width. Hyphens, digits and Latin letters are never touched."""

from __future__ import annotations

import re
import unicodedata

_HALF_WIDTH_RUN = re.compile("[｡-ﾟ]+")
_MARKS = {"゛": "ﾞ", "゜": "ﾟ", "　": " "}
_NO_HALF_WIDTH = {"ヮ": "ﾜ", "ヵ": "ｶ", "ヶ": "ｹ", "ヰ": "ｲ", "ヱ": "ｴ"}


def _half_width_table() -> dict[str, str]:
    singles = {
        unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF61, 0xFF9E)
    }
    voiced = {
        unicodedata.normalize("NFC", full + mark): half + narrow
        for full, half in singles.items()
        for mark, narrow in (("\u3099", "ﾞ"), ("\u309a", "ﾟ"))
        if len(unicodedata.normalize("NFC", full + mark)) == 1
    }
    return singles | voiced | _MARKS | _NO_HALF_WIDTH


_HALF_WIDTH = str.maketrans(_half_width_table())
_KATAKANA = {code: code + 0x60 for code in (*range(0x3041, 0x3097), 0x309D, 0x309E)}


def full_width_kana(kana: str) -> str:
    """Return half-width kana in full width, marks joined and the blank included."""
    wide = _HALF_WIDTH_RUN.sub(lambda run: unicodedata.normalize("NFKC", run[0]), kana)
    return wide.replace(" ", "　")


def half_width_kana(text: str) -> str:
    """Return full-width katakana in half width: ガ is two characters, the blank becomes narrow.

    ヮヵヶヰヱ have no half-width form and become their plain neighbours; ー stays a long mark.
    """
    return text.translate(_HALF_WIDTH)


def katakana(text: str) -> str:
    """Return hiragana as katakana."""
    return text.translate(_KATAKANA)
