"""Postcodes and addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kenpo.values.errors import InvalidValueError

_SEVEN_DIGITS = re.compile(r"[0-9]{7}")


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """A postal address in Japan: seven-digit postcode and the text after it."""

    postcode: str
    text: str

    def __post_init__(self) -> None:
        if not _SEVEN_DIGITS.fullmatch(self.postcode):
            raise InvalidValueError(
                "郵便番号は7桁の数字です。", "ハイフンなしの7桁にしてください。"
            )
        if not self.text:
            raise InvalidValueError("住所がありません。", "住所を書いてください。")
