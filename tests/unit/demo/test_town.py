"""The made-up town."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache

import pytest

from kenpo.demo.cards import is_usable_on
from kenpo.demo.notices import records_of
from kenpo.demo.people import MadeUpPerson
from kenpo.demo.town import Town, made_up_town
from kenpo.values import jis
from kenpo.values.age import seventy_five_on
from kenpo.values.branch import ALL_BRANCHES

TODAY = date(2026, 11, 20)
SNAPSHOT = date(2025, 4, 30)


@cache
def _town() -> Town:
    return made_up_town(3000, 2025, TODAY)


def _covered(day: date) -> list[MadeUpPerson]:
    return [place.person for family in _town().families for place in family.covered_on(day)]


@pytest.mark.parametrize(
    "day", [date(2024, 11, 30), SNAPSHOT, date(2025, 12, 1), date(2026, 2, 28), date(2026, 10, 31)]
)
def test_as_many_are_covered_on_every_day_as_were_asked_for(day: date) -> None:
    assert len(_covered(day)) == 3000


def test_ten_thousand_people_work_at_412_firms_over_all_branches() -> None:
    town = made_up_town(10_000, 1, date(2024, 11, 29))
    assert len(town.firms) == 412
    assert {firm.key.branch for firm in town.firms} == set(ALL_BRANCHES)
    assert len({firm.key for firm in town.firms}) == 412
    assert sum(firm.size for firm in town.firms) == 10_000


def test_the_same_seed_gives_the_same_filings_and_another_seed_others() -> None:
    def lines(seed: int) -> str:
        town = made_up_town(200, seed, TODAY)
        return repr([list(records_of(filing)) for filing in town.filings])

    assert lines(7) == lines(7)
    assert lines(7) != lines(8)


def test_a_later_day_repeats_the_earlier_filings() -> None:
    early = made_up_town(300, 5, date(2025, 6, 30))
    late = made_up_town(300, 5, TODAY)
    assert len(late.filings) > len(early.filings)
    for mine, theirs in zip(early.filings[8:], late.filings[8:], strict=False):
        assert [each.insured.person for each in mine.lost] == [
            each.insured.person for each in theirs.lost
        ]


def test_some_28_in_100_have_no_usable_card_on_the_snapshot() -> None:
    people = _covered(SNAPSHOT)
    without = sum(not is_usable_on(person.card, SNAPSHOT) for person in people)
    assert 0.25 < without / len(people) < 0.32


def test_nobody_is_covered_from_the_75th_birthday_on() -> None:
    for day in (SNAPSHOT, date(2025, 12, 31), date(2026, 10, 31)):
        late = [each for each in _covered(day) if seventy_five_on(each.birth_date) <= day]
        assert late == []


def test_people_have_numbers_of_their_own_and_some_have_none() -> None:
    people = [place.person for family in _town().families for place in family.members]
    numbers = [person.my_number for person in people if person.my_number is not None]
    assert len(set(numbers)) == len(numbers)
    assert 0 < len(people) - len(numbers) < len(people) * 0.02
    assert all(number.reveal().startswith("0000") for number in numbers)


def test_households_have_up_to_seven_people_and_twins() -> None:
    sizes = Counter(family.size for family in _town().families)
    assert set(sizes) == set(range(1, 8))
    assert any(
        len({child.person.birth_date for child in family.dependents}) < len(family.dependents)
        for family in _town().families
    )


def test_two_people_of_one_firm_have_the_same_name() -> None:
    names = Counter(
        (family.firm.key, family.insured.person.name)
        for family in _town().families
        if family.insured.person.name.registered == "鈴木　例子"
    )
    assert list(names.values()) == [2]


def test_every_name_and_address_can_be_written_in_a_notice() -> None:
    for family in _town().families:
        assert family.home is None or jis.first_refused(family.home.address.text) is None
        for place in family.members:
            name = place.person.name
            assert jis.first_refused(name.kana + (name.registered or "")) is None
            assert len(name.kana.encode("cp932")) <= 25


def test_only_somebody_living_alone_has_an_unknown_home() -> None:
    homeless = [family for family in _town().families if family.home is None]
    assert homeless
    assert all(family.size == 1 for family in homeless)
    assert all(family.insured.person.my_number is not None for family in homeless)


def test_children_are_younger_than_their_parents_and_born_before_they_join() -> None:
    for family in _town().families:
        for place in family.members:
            assert place.joined_on >= place.person.birth_date
            if place.person.relation == "child":
                gap = place.person.birth_date - family.insured.person.birth_date
                assert gap > timedelta(days=17 * 365)
