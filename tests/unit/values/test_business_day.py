"""営業日."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from kenpo.values.business_day import (
    add_business_days,
    is_business_day,
    is_year_end,
)
from kenpo.values.errors import InvalidValueError


@pytest.mark.parametrize(
    ("registered_on", "usable_from", "why"),
    [
        (date(2025, 7, 18), date(2025, 7, 23), "海の日 on Monday"),
        (date(2025, 7, 14), date(2025, 7, 16), "an ordinary week"),
        (date(2025, 5, 2), date(2025, 5, 8), "Golden Week with a substitute holiday"),
        (date(2025, 12, 26), date(2026, 1, 6), "年末年始"),
        (date(2026, 9, 18), date(2026, 9, 25), "国民の休日 between two holidays"),
        (date(2025, 7, 19), date(2025, 7, 23), "registered on a Saturday"),
    ],
)
def test_the_card_works_from_the_second_business_day(
    registered_on: date, usable_from: date, why: str
) -> None:
    assert add_business_days(registered_on, 2) == usable_from, why


def test_no_day_added_is_the_day_itself_or_the_next_business_day() -> None:
    assert add_business_days(date(2025, 7, 18), 0) == date(2025, 7, 18)
    assert add_business_days(date(2025, 7, 19), 0) == date(2025, 7, 22)


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="負"):
        add_business_days(date(2025, 7, 18), -1)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 12, 28), False),
        (date(2025, 12, 29), True),
        (date(2026, 1, 3), True),
        (date(2026, 1, 4), False),
    ],
)
def test_the_year_ends_from_29_december_to_3_january(day: date, expected: bool) -> None:
    assert is_year_end(day) is expected


def test_every_day_2024_to_2030_agrees_with_an_independent_calendar() -> None:
    calendar = holidays.country_holidays("JP", years=range(2024, 2031))
    day, compared = date(2024, 1, 1), 0
    while day.year < 2031:
        closed = day.weekday() >= 5 or day in calendar or is_year_end(day)
        assert is_business_day(day) is not closed, day
        day, compared = day + timedelta(days=1), compared + 1
    assert compared == 2557
