"""営業日: days the insurer works."""

from __future__ import annotations

from datetime import date, timedelta

import jpholiday

from kenpo.values.errors import InvalidValueError

_ONE_DAY = timedelta(days=1)


def is_year_end(day: date) -> bool:
    """Whether a day is 年末年始, 29 December to 3 January (S0 L221-222)."""
    return (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)


def is_business_day(day: date) -> bool:
    """Whether a day is neither Saturday, Sunday, a national holiday nor 年末年始."""
    return day.weekday() < 5 and not is_year_end(day) and not jpholiday.is_holiday(day)


def add_business_days(day: date, count: int) -> date:
    """Return the ``count``-th business day after a day (0: the day itself or the next one)."""
    if count < 0:
        raise InvalidValueError("営業日の数が負です。", "0以上にしてください。")
    found = day
    while count == 0 and not is_business_day(found):
        found += _ONE_DAY
    for _ in range(count):
        found = _next_business_day(found)
    return found


def _next_business_day(day: date) -> date:
    found = day + _ONE_DAY
    while not is_business_day(found):
        found += _ONE_DAY
    return found
