"""The members there were before 2 December 2024, when the insurance card ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from kenpo.demo.hard_cases import ROOM_NEEDED, hard_households
from kenpo.demo.homes import home_in
from kenpo.demo.households import LARGEST, Households
from kenpo.demo.people import Family, Filing, Firm, Joining, MadeUpPerson
from kenpo.values.age import anniversary
from kenpo.values.branch import Branch

# The pension service decided the last of them on Friday 2024-11-29 (S0 L179).
FILED_ON = tuple(date(2024, 11, day) for day in (20, 21, 22, 25, 26, 27, 28, 29))
_LAST_JOINED = date(2024, 11, 18)
_HEISEI = date(1989, 1, 9)
_HARD_BRANCH = Branch(32)
_NO_HOME = 0.002


def established_families(firms: list[Firm], households: Households) -> list[Family]:
    """Return the families of all firms, numbered within each firm in order of joining."""
    hard = next((each for each in firms if is_hard(each)), None)
    families: list[Family] = []
    for firm in firms:
        families += _families_of(firm, households, with_hard_cases=firm is hard)
    return families


def established_filings(families: list[Family]) -> list[Filing]:
    """Return what the firms filed in November 2024: every firm on one day, in branch order."""
    filings = [Filing(day) for day in FILED_ON]
    for place, family in enumerate(families):
        day = place * len(filings) // len(families)
        filings[day].joined.append(Joining(family, tuple(family.members)))
    return filings


def is_hard(firm: Firm) -> bool:
    """Whether a firm may hold the hard cases."""
    return firm.key.branch == _HARD_BRANCH and firm.size >= ROOM_NEEDED


def _families_of(firm: Firm, households: Households, *, with_hard_cases: bool) -> list[Family]:
    hard = list(hard_households(households, _LAST_JOINED)) if with_hard_cases else []
    drawn = [*hard, *_households_of(firm.size - sum(map(len, hard)), households)]
    families = [
        _family(firm, people, households.chance, home_known=place > 0 or not hard)
        for place, people in enumerate(drawn)
    ]
    families.sort(key=lambda family: family.insured.joined_on)
    for number, family in enumerate(families, start=1):
        family.number = number
    return families


def _households_of(size: int, households: Households) -> Iterator[list[MadeUpPerson]]:
    while size > 0:
        people = households.draw(_LAST_JOINED, at_most=min(size, LARGEST))
        size -= len(people)
        yield people


def _family(firm: Firm, people: list[MadeUpPerson], chance: Random, *, home_known: bool) -> Family:
    could_be_unknown = len(people) == 1 and people[0].my_number is not None
    known = home_known and not (could_be_unknown and chance.random() < _NO_HOME)
    family = Family(firm, 0, home_in(firm.key.branch, chance) if known else None)
    joined_on = _joined_on(people[0], chance)
    for person in people:
        family.add(person, max(joined_on, person.birth_date))
    return family


def _joined_on(insured: MadeUpPerson, chance: Random) -> date:
    first = max(_HEISEI, anniversary(insured.birth_date, 18))
    drawn = _LAST_JOINED - timedelta(days=int(chance.expovariate(1 / 2500)))
    return max(first, drawn)
