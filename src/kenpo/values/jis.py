"""Characters an employer's notice may hold: JIS X 0201, and JIS X 0208 levels 1 and 2.

The code page cp932 knows more (髙 﨑 ① ㈱), all of which the pension service refuses.
根拠: 届書作成仕様書; the two-byte ranges are an approximation of its table (domain.md §4.2).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from kenpo.values.errors import InvalidValueError

_TWO_BYTE_RANGES = ((0x8140, 0x84BE), (0x889F, 0x9FFC), (0xE040, 0xEAA4))
_ONE_BYTE_RANGES = ((0x20, 0x7E), (0xA1, 0xDF))
_VARIANTS = {"髙": "高", "﨑": "崎", "𠮷": "吉", "濵": "浜", "德": "徳", "栁": "柳"}
# Unicode has two characters for these seven of JIS X 0208; cp932 knows the other one.
_TWIN_CHARACTERS = frozenset("〜−‖—¢£¬")
_TWINS = str.maketrans("〜−‖—¢£¬", "～－∥―￠￡￢")


@dataclass(frozen=True, slots=True)
class RefusedCharacter:
    """A character the notice may not hold, its 1-based place, and what to write instead."""

    character: str
    position: int
    hint: str

    def __str__(self) -> str:
        return f"{self.position}文字目の「{self.character}」は使えません。{self.hint}"


def encode(text: str) -> bytes:
    """Return the bytes of a text in a notice, or raise naming the first refused character."""
    refused = first_refused(text)
    if refused is not None:
        what = f"{refused.position}文字目の「{refused.character}」は使えません。"
        raise InvalidValueError(what, refused.hint)
    return text.translate(_TWINS).encode("cp932")


def first_refused(text: str) -> RefusedCharacter | None:
    """Return the first character a notice may not hold; None if every one is allowed."""
    allowed = allowed_characters()
    if allowed.issuperset(text):
        return None
    for position, character in enumerate(text, start=1):
        if character not in allowed:
            return RefusedCharacter(_visible(character), position, _hint(character))
    return None


def is_allowed(character: str) -> bool:
    """Whether a notice may hold the character."""
    return character in allowed_characters()


@cache
def allowed_characters() -> frozenset[str]:
    """Return every character a notice may hold."""
    codes = [
        code.to_bytes(width)
        for width, ranges in ((1, _ONE_BYTE_RANGES), (2, _TWO_BYTE_RANGES))
        for first, last in ranges
        for code in range(first, last + 1)
    ]
    whole = {code: code.decode("cp932", errors="ignore") for code in codes}
    return _TWIN_CHARACTERS | {each for code, each in whole.items() if each.encode("cp932") == code}


def _visible(character: str) -> str:
    return f"U+{ord(character):04X}" if _is_invisible(character) else character


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cn", "Co", "Mn"}


def _hint(character: str) -> str:
    if character in _VARIANTS:
        return f"「{_VARIANTS[character]}」を使い、正しい字形は別に届けてください。"
    plain = unicodedata.normalize("NFKC", character)
    if plain != character and all(is_allowed(each) for each in plain):
        return f"「{plain}」と書いてください。"
    if _is_invisible(character):
        return "目に見えない文字です。消してください。"
    return "JIS第1・第2水準の文字かカナで書いてください。"
