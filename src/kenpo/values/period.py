"""Spans of days with an inclusive last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kenpo.values.errors import InvalidValueError


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From ``valid_from`` to ``valid_until``, both days included; None is open."""

    valid_from: date
    valid_until: date | None = None

    def __post_init__(self) -> None:
        if self.valid_until is not None and self.valid_until < self.valid_from:
            raise InvalidValueError(
                "期間の終わりが始まりより前です。", "日付の順を確かめてください。"
            )

    def __contains__(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)
