from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kenpo.issuance.validity import Validity
from kenpo.values.age import age_on

USUAL = Validity(date(2029, 11, 30), 5)


@pytest.mark.parametrize(
    ("issued_on", "birth_date", "last_day"),
    [
        (date(2025, 7, 31), date(1980, 5, 17), date(2029, 11, 30)),  # the usual day
        (date(2024, 11, 30), date(1980, 5, 17), date(2029, 11, 29)),  # five years, last day in
        (date(2024, 2, 29), date(1980, 5, 17), date(2029, 2, 28)),  # five years from a leap day
        (
            date(2025, 7, 31),
            date(1952, 8, 10),
            date(2027, 8, 9),
        ),  # the day before the 75th birthday
        (date(2025, 7, 31), date(1952, 2, 29), date(2027, 2, 28)),  # born on a leap day
        (date(2025, 7, 31), date(1954, 12, 1), date(2029, 11, 30)),  # both on the same day
        (date(2025, 7, 31), date(1954, 11, 30), date(2029, 11, 29)),
    ],
)
def test_the_earliest_of_three_days_is_the_last(
    issued_on: date, birth_date: date, last_day: date
) -> None:
    assert USUAL.last_day(issued_on, birth_date) == last_day


@given(
    issued_on=st.dates(date(2024, 12, 2), date(2029, 11, 30)),
    birth_date=st.dates(date(1930, 1, 1), date(2024, 12, 1)),
)
def test_nobody_of_75_holds_a_certificate_and_none_runs_over_five_years(
    issued_on: date, birth_date: date
) -> None:
    last = USUAL.last_day(issued_on, birth_date)
    assert age_on(birth_date, last - timedelta(days=1)) < 75
    assert (last - issued_on).days < 5 * 366 - 3
