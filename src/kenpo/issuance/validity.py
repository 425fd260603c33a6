"""有効期限: how long a certificate may be used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kenpo.values.age import anniversary, last_day_before_75


@dataclass(frozen=True, slots=True)
class Validity:
    """What the book says of the end: the insurer's usual last day and the longest span in years."""

    usual_until: date
    longest_years: int

    def last_day(self, issued_on: date, birth_date: date) -> date:
        """Return the last usable day (inclusive).

        The earliest of the usual day, the longest span counted from the issue, and the day before
        the 75th birthday, when the medical system for the elderly takes over.
        根拠: S4 L158 最大5年間; 高齢者の医療の確保に関する法律50条.
        """
        longest = anniversary(issued_on, self.longest_years) - timedelta(days=1)
        return min(self.usual_until, longest, last_day_before_75(birth_date))
