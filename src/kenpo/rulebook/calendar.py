"""Days as numbers, and the two calendar functions of the books, for one person."""

from __future__ import annotations

from datetime import date

from kenpo.rulebook.terms import FAR_FUTURE, FAR_PAST

_EPOCH = date(1970, 1, 1).toordinal()


def day_number(day: date) -> int:
    """Return the days since 1970-01-01."""
    return day.toordinal() - _EPOCH


def day_of(number: int) -> date:
    """Return the date of a day number."""
    return date.fromordinal(number + _EPOCH)


def shifted(day: int, by: int) -> int:
    """Return the day ``by`` days later; 遠い未来 and 遠い過去 stay what they are."""
    return day if day in {FAR_FUTURE, FAR_PAST} else day + by


def anniversary(day: int, years: int) -> int:
    """Return 応当日: the same month and day ``years`` later; 29 February falls on 1 March.

    根拠: 民法143条2項の読み（法律家の確認を要する）.
    """
    if day in {FAR_FUTURE, FAR_PAST}:
        return day
    start = day_of(day)
    first = start.replace(day=1, year=start.year + years)
    return day_number(first) + start.day - 1


def month_end(day: int, months: int) -> int:
    """Return 月末: the last day of the month ``months`` months after the day's month."""
    if day in {FAR_FUTURE, FAR_PAST}:
        return day
    start = day_of(day)
    year, month = divmod(start.year * 12 + start.month + months, 12)
    return day_number(date(year, month + 1, 1)) - 1
