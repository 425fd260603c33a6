"""The calendar functions of the books in whole numbers of 32 bits, for compiled loops.

Day numbers are taken apart by the calendar whose years begin on 1 March, so that 29 February is
the last day of its year: 応当日 keeps the day of that year, and 29 February falls on 1 March by
itself. Good for the years 0 to 2900. Plain Python: a compiler of loops reads these functions.

根拠: Neri, Schneider (2022), Euclidean affine functions and their application to calendar
algorithms.
"""

from __future__ import annotations

import numpy as np

from kenpo.rulebook.terms import FAR_FUTURE, FAR_PAST

U = np.uint32
DAYS_TO_1970 = np.uint32(719_468)


def day(number: int) -> np.int32:
    """Return the low 32 bits, where sums stay."""
    return np.int32(number)


def closed(number: np.int32) -> np.int32:
    """Return an output: 遠い未来 is none, as 遠い過去 is."""
    return np.int32(FAR_PAST) if number == FAR_FUTURE else number


def shifted(number: np.int32, by: np.int32) -> np.int32:
    """Return the day ``by`` days later; 遠い未来 and 遠い過去 stay what they are."""
    if (number == FAR_FUTURE) | (number == FAR_PAST):
        return number
    return np.int32(number + by)


def anniversary(number: np.int32, years: np.int32) -> np.int32:
    """Return 応当日: the same month and day ``years`` later; 29 February falls on 1 March."""
    if (number == FAR_FUTURE) | (number == FAR_PAST):
        return number
    quarters = U(U(4) * U(U(number) + DAYS_TO_1970) + U(3))
    century = U(quarters // U(146_097))
    year = U(U(100) * century + U((quarters - century * U(146_097)) | U(3)) // U(1461))
    later = U(year + U(years))
    later_century = U(later // U(100))
    before = np.int32((year >> U(2)) - century + (century >> U(2)))
    after = np.int32((later >> U(2)) - later_century + (later_century >> U(2)))
    return np.int32(number + np.int32(365) * years + after - before)


def month_end(number: np.int32, months: np.int32) -> np.int32:
    """Return 月末: the last day of the month ``months`` months after the day's month."""
    if (number == FAR_FUTURE) | (number == FAR_PAST):
        return number
    quarters = U(U(4) * U(U(number) + DAYS_TO_1970) + U(3))
    century = U(quarters // U(146_097))
    inside = U((quarters - century * U(146_097)) | U(3))
    year = U(inside // U(1461))
    day_of_year = U((inside - year * U(1461)) >> U(2))
    month = U((U(2141) * day_of_year + U(197_913)) >> U(16))
    total = U(U(12) * (U(100) * century + year) + month + U(months) - U(2))
    next_year = U(total // U(12))
    next_month = U(total - next_year * U(12))
    next_century = U(next_year // U(100))
    leaps = U((next_year >> U(2)) - next_century + (next_century >> U(2)))
    into = U((U(153) * next_month + U(2)) // U(5))
    return np.int32(U(365) * next_year + leaps + into - DAYS_TO_1970 - U(1))
