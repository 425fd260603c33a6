"""記号・番号・枝番: the numbers that stand on every document."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from kenpo.values.errors import InvalidValueError

_TWO_DIGITS = re.compile(r"[0-9]{2}")


def _key(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(" ", "")


@dataclass(frozen=True, slots=True, order=True)
class MemberNumber:
    """Symbol, number and sub-number as printed; ``sub_number`` None is absent, never "00"."""

    symbol: str
    number: str
    sub_number: str | None = None

    def __post_init__(self) -> None:
        if not self.number:
            raise InvalidValueError("番号がありません。", "番号を書いてください。")
        if self.sub_number is not None and not _TWO_DIGITS.fullmatch(self.sub_number):
            raise InvalidValueError("枝番は2桁の数字です。", "1桁なら前に0を付けてください。")

    @property
    def key(self) -> str:
        """The normalised form to compare by: NFKC, no blanks, leading zeros kept."""
        return f"{_key(self.symbol)}:{_key(self.number)}:{self.sub_number or ''}"

    @property
    def household_key(self) -> str:
        """The key of the insured person's family: symbol and number without the sub-number."""
        return f"{_key(self.symbol)}:{_key(self.number)}"
