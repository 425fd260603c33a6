"""年齢."""

from __future__ import annotations

from datetime import date

import pytest

from kenpo.values.age import (
    age_on,
    anniversary,
    attained_on,
    is_seventy_or_older,
    last_day_before_75,
    seventy_five_on,
)


@pytest.mark.parametrize(
    ("birth_date", "age", "day"),
    [
        (date(1955, 4, 2), 70, date(2025, 4, 1)),
        (date(1955, 4, 1), 70, date(2025, 3, 31)),
        (date(1952, 2, 29), 75, date(2027, 2, 28)),
        (date(1952, 2, 29), 72, date(2024, 2, 28)),
        (date(1952, 3, 1), 75, date(2027, 2, 28)),
        (date(1951, 1, 1), 75, date(2025, 12, 31)),
    ],
)
def test_an_age_is_attained_the_day_before_the_birthday(
    birth_date: date, age: int, day: date
) -> None:
    assert attained_on(birth_date, age) == day
    assert age_on(birth_date, day) == age


def test_age_counts_up_on_the_eve_of_the_birthday() -> None:
    birth_date = date(2000, 5, 10)
    assert age_on(birth_date, date(2025, 5, 8)) == 24
    assert age_on(birth_date, date(2025, 5, 9)) == 25
    assert age_on(birth_date, date(2025, 5, 10)) == 25


def test_the_75th_birthday_of_29_february_is_1_march() -> None:
    assert seventy_five_on(date(1952, 2, 29)) == date(2027, 3, 1)
    assert last_day_before_75(date(1952, 2, 29)) == date(2027, 2, 28)
    assert seventy_five_on(date(1951, 12, 2)) == date(2026, 12, 2)


def test_29_february_has_its_anniversary_in_leap_years_only() -> None:
    assert anniversary(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert anniversary(date(2024, 2, 29), 5) == date(2029, 3, 1)


def test_seventy_or_older_may_be_ticked_from_the_eve_of_the_70th_birthday() -> None:
    assert is_seventy_or_older(date(1955, 4, 2), date(2025, 4, 1))
    assert not is_seventy_or_older(date(1955, 4, 2), date(2025, 3, 31))
