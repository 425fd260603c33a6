"""個人番号 (My Number): checked, and never shown."""

from __future__ import annotations

import re

from kenpo.values.errors import InvalidValueError

_TWELVE_DIGITS = re.compile(r"[0-9]{12}")


def check_digit(first_eleven: str) -> int:
    """Return the check digit of eleven digits (総務省令85号5条)."""
    weights = (*range(2, 8), *range(2, 7))
    rest = sum(
        int(digit) * weight for digit, weight in zip(reversed(first_eleven), weights, strict=True)
    )
    return 0 if rest % 11 <= 1 else 11 - rest % 11


class MyNumber:
    """A My Number. Printing, formatting or logging it shows a mask."""

    __slots__ = ("_digits",)

    def __init__(self, digits: str, *, check: bool = True) -> None:
        if not _TWELVE_DIGITS.fullmatch(digits):
            raise InvalidValueError("個人番号は12桁の数字です。", "本人の番号を確かめてください。")
        if check and int(digits[11]) != check_digit(digits[:11]):
            raise InvalidValueError(
                "個人番号の検査用数字が合いません。", "本人の番号を確かめてください。"
            )
        self._digits = digits

    def __repr__(self) -> str:
        return "MyNumber(************)"

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MyNumber) and other._digits == self._digits

    def __hash__(self) -> int:
        return hash(self._digits)

    def reveal(self) -> str:
        """Return the digits, for the vault to seal or a notice to carry, nothing else."""
        return self._digits
