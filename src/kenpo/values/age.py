"""年齢: ages as the law counts them.

根拠: 年齢計算ニ関スル法律: an age is attained at the end of the day before the birthday.
"""

from __future__ import annotations

from datetime import date, timedelta


def anniversary(day: date, years: int) -> date:
    """Return the same day ``years`` later; 29 February becomes 1 March where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def attained_on(birth_date: date, age: int) -> date:
    """Return the day at whose end an age is attained: the day before the birthday."""
    return anniversary(birth_date, age) - timedelta(days=1)


def age_on(birth_date: date, on: date) -> int:
    """Return the age attained by the end of a day; negative before birth."""
    years = on.year - birth_date.year + 1
    while attained_on(birth_date, years) > on:
        years -= 1
    return years


def seventy_five_on(birth_date: date) -> date:
    """Return the 75th birthday, the first day under the medical system for the elderly."""
    return anniversary(birth_date, 75)


def last_day_before_75(birth_date: date) -> date:
    """Return the last day a certificate of this insurer can be used."""
    return attained_on(birth_date, 75)


def is_seventy_or_older(birth_date: date, acquired_on: date) -> bool:
    """Whether 70歳以上該当 may be ticked on a notice of acquisition (item 24)."""
    return acquired_on >= attained_on(birth_date, 70)
