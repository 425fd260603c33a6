"""The made-up town through the years: who is there, and what its employers report when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from kenpo.demo.changes import MonthOfChanges
from kenpo.demo.established import established_families, established_filings
from kenpo.demo.firms import made_up_firms
from kenpo.demo.households import Households
from kenpo.demo.people import Family, Filing, Firm
from kenpo.values.business_day import add_business_days

_FIRST_CHANGE = date(2024, 11, 20)


@dataclass(slots=True)
class Town:
    """The firms, everybody there has been, and what was filed, in the order of filing."""

    firms: list[Firm]
    families: list[Family]
    filings: list[Filing]


def made_up_town(count: int, seed: int, until: date) -> Town:
    """Return a town of ``count`` members, with the filings up to a day.

    The same count and seed give the same town, and a later ``until`` repeats the earlier filings:
    each month has its own chance.
    """
    chance = Random(f"{seed}:established")  # noqa: S311 - made-up people need no secrecy
    firms = made_up_firms(count, chance)
    households = Households(chance, first_index=0)
    families = established_families(firms, households)
    town = Town(firms, families, established_filings(families))
    town.filings += _later_filings(town.families, (seed, until), households.next_index)
    return town


def _later_filings(
    families: list[Family], run: tuple[int, date], next_index: int
) -> Iterator[Filing]:
    seed, until = run
    first = _FIRST_CHANGE
    while (filed_on := _filed_on(first)) <= until:
        after = _first_of_next_month(first)
        chance = Random(f"{seed}:{first:%Y-%m}")  # noqa: S311 - made-up people need no secrecy
        households = Households(chance, next_index)
        month = MonthOfChanges(families, households, (first, after - timedelta(days=1)))
        yield month.filing(filed_on)
        next_index, first = households.next_index, after


def _first_of_next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _filed_on(first: date) -> date:
    return add_business_days(_first_of_next_month(first) + timedelta(days=4), 0)
