"""保険者番号: the eight-digit insurer number and its check digit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from kenpo.values.errors import InvalidValueError

_EIGHT_DIGITS = re.compile(r"[0-9]{8}")


def check_digit(first_seven: str) -> int:
    """Return the check digit (検証番号) of seven digits.

    From the right the digits are weighted 2, 1, 2, 1, …; a two-digit product counts as the sum of
    its digits. 根拠: 保険者番号設定要領.
    """
    total = sum(
        sum(divmod(int(digit) * weight, 10))
        for digit, weight in zip(reversed(first_seven), (2, 1) * 4, strict=False)
    )
    return -total % 10


@dataclass(frozen=True, slots=True, order=True)
class InsurerNumber:
    """Eight digits: law (2), prefecture (2), insurer (3), check digit (1)."""

    value: str

    def __post_init__(self) -> None:
        if not _EIGHT_DIGITS.fullmatch(self.value):
            raise InvalidValueError("保険者番号は8桁の数字です。", "8桁で書いてください。")
        if int(self.value[7]) != check_digit(self.value[:7]):
            raise InvalidValueError(
                "保険者番号の検証番号が合いません。", "番号を資格確認書などで確かめてください。"
            )

    def __str__(self) -> str:
        return self.value

    @classmethod
    def with_check_digit(cls, first_seven: str) -> Self:
        """Complete seven digits to an insurer number."""
        return cls(f"{first_seven}{check_digit(first_seven)}")
