"""応当日 and 月末, for one day and for arrays."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kenpo.rulebook import calendar, calendar_batch
from kenpo.rulebook.calendar import day_number, day_of
from kenpo.rulebook.terms import FAR_FUTURE, FAR_PAST

DAYS = st.dates(date(1850, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("day", "years", "falls_on"),
    [
        ("1952-02-29", 75, "2027-03-01"),
        ("1952-02-29", 76, "2028-02-29"),
        ("1952-02-28", 75, "2027-02-28"),
        ("1952-03-01", 75, "2027-03-01"),
        ("2024-02-29", -1, "2023-03-01"),
        ("2024-12-31", 0, "2024-12-31"),
        ("1900-01-31", 100, "2000-01-31"),
        ("2000-02-29", 100, "2100-03-01"),
    ],
)
def test_an_anniversary_of_29_february_falls_on_1_march_in_common_years(
    day: str, years: int, falls_on: str
) -> None:
    number = day_number(date.fromisoformat(day))
    assert day_of(calendar.anniversary(number, years)).isoformat() == falls_on


@pytest.mark.parametrize(
    ("day", "months", "falls_on"),
    [
        ("2025-07-16", 0, "2025-07-31"),
        ("2025-07-31", 3, "2025-10-31"),
        ("2025-11-30", 3, "2026-02-28"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2025-01-15", -1, "2024-12-31"),
        ("2025-12-31", 12, "2026-12-31"),
        ("1969-12-31", 1, "1970-01-31"),
    ],
)
def test_a_month_end_is_the_last_day_of_the_later_month(
    day: str, months: int, falls_on: str
) -> None:
    number = day_number(date.fromisoformat(day))
    assert day_of(calendar.month_end(number, months)).isoformat() == falls_on


@given(day=DAYS, years=st.integers(-100, 100))
def test_an_anniversary_is_what_the_calendar_gives(day: date, years: int) -> None:
    try:
        expected = day.replace(year=day.year + years)
    except ValueError:
        expected = date(day.year + years, 3, 1)
    assert calendar.anniversary(day_number(day), years) == day_number(expected)


@given(days=st.lists(DAYS, min_size=1), by=st.integers(-100, 100))
def test_arrays_give_what_single_days_give(days: list[date], by: int) -> None:
    numbers = [*map(day_number, days), FAR_FUTURE, FAR_PAST]
    array = np.array(numbers, dtype=np.int32)
    assert [int(n) for n in calendar_batch.anniversary(array, by)] == [
        calendar.anniversary(n, by) for n in numbers
    ]
    assert [int(n) for n in calendar_batch.month_end(array, by)] == [
        calendar.month_end(n, by) for n in numbers
    ]
    assert [int(n) for n in calendar_batch.shifted(array, by)] == [
        calendar.shifted(n, by) for n in numbers
    ]


@given(day=DAYS, years=st.integers(-100, 100))
def test_an_anniversary_never_goes_back_when_the_day_goes_on(day: date, years: int) -> None:
    today, tomorrow = day_number(day), day_number(day + timedelta(days=1))
    assert calendar.anniversary(today, years) <= calendar.anniversary(tomorrow, years)
