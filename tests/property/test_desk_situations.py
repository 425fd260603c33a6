"""The reception desk over all situations, against an oracle written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kenpo.values.insurer import Insurer, Policy
from kenpo.verification.desk import DeskDecision, judge_desk
from kenpo.verification.items import Brought, Item
from kenpo.wiring.books import rule_library
from support.desk_oracle import RANK, desk_outcome
from support.scale import scaled

Thing = Mapping[str, object]
Desk = tuple[str, str | None]

_THINGS: tuple[Thing, ...] = (
    {"item": "myna_card", "use_registered": True},
    {"item": "notice"},
    {"item": "portal_screen"},
    {"item": "certificate", "issued_on": date(2025, 1, 20), "valid_until": date(2026, 3, 31)},
    {"item": "legacy_card"},
    {"item": "phone_card"},
)
_MORE: tuple[Thing, ...] = (
    *_THINGS,
    {"item": "myna_card", "use_registered": False},
    {
        "item": "myna_card",
        "use_registered": True,
        "electronic_certificate_valid_until": date(2025, 11, 5),
    },
    {"item": "certificate", "issued_on": date(2026, 1, 5), "valid_until": None},
)
_SUBSETS = [some for n in range(len(_THINGS) + 1) for some in combinations(range(len(_THINGS)), n)]
_DESKS: list[Desk] = list(
    product(["works", "down", "none"], ["valid", "invalid", "unreachable", None])
)
_DAYS = [
    date(2025, 3, 10),
    date(2025, 12, 1),
    date(2025, 12, 2),
    date(2026, 3, 31),
    date(2026, 4, 1),
    date(2026, 7, 31),
    date(2026, 8, 1),
]
_EVERY_DAY = st.dates(date(2024, 12, 2), date(2030, 12, 31))
_SOME = settings(max_examples=scaled(150, 5_000), deadline=None)


def _judge(things: tuple[Thing, ...], desk: Desk, on: date, policy: Policy) -> DeskDecision:
    brought = [
        Brought(Item(str(thing["item"])), {k: v for k, v in thing.items() if k != "item"})
        for thing in things
    ]
    book = rule_library().book(Insurer.KYOKAI_KENPO, policy)
    return judge_desk(book, brought, {"reader": desk[0], "online": desk[1]}, on)


def _outcome(things: tuple[Thing, ...], desk: Desk, on: date, policy: Policy) -> str:
    best = _judge(things, desk, on, policy).best
    assert best is not None
    assert best.outcome is not None
    return best.outcome.value


@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize("on", _DAYS, ids=str)
def test_every_situation_is_answered_as_by_hand_and_more_never_makes_it_worse(
    on: date, policy: Policy
) -> None:
    for desk in _DESKS:
        found = {}
        for some in _SUBSETS:
            things = tuple(_THINGS[i] for i in some)
            found[some] = _outcome(things, desk, on, policy)
            assert found[some] == desk_outcome(things, desk, on, policy), (things, desk)
        for some in _SUBSETS:
            for less in combinations(some, len(some) - 1) if some else ():
                assert RANK[found[some]] <= RANK[found[less]]


def test_the_situations_are_all_combinations() -> None:
    assert len(_SUBSETS) * len(_DESKS) == 768
    assert len(_SUBSETS) * len(_DESKS) * len(_DAYS) > 3_456


_things = st.lists(st.sampled_from(_MORE), max_size=5).map(tuple)
_desks = st.sampled_from(_DESKS)


@_SOME
@given(_things, _desks, _EVERY_DAY, st.sampled_from(list(Policy)))
def test_each_thing_has_exactly_one_row_that_cites(
    things: tuple[Thing, ...], desk: Desk, on: date, policy: Policy
) -> None:
    decision = _judge(things, desk, on, policy)
    assert decision.missing == ()
    for each in decision.judged:
        assert each.answer.row is not None
        assert each.answer.citations
        assert len(each.steps("手順")) == len(each.steps("do")) >= 3
        assert each.answer.text("声かけ")
        assert each.answer.text("say")
    assert _outcome(things, desk, on, policy) == desk_outcome(things, desk, on, policy.value)


@_SOME
@given(st.sampled_from(_MORE), _desks, _EVERY_DAY, st.integers(1, 900))
def test_a_later_day_never_makes_an_expired_item_valid(
    thing: Thing, desk: Desk, on: date, later: int
) -> None:
    end = thing.get("valid_until") or thing.get("electronic_certificate_valid_until")
    for policy in Policy:
        now = _outcome((thing,), desk, on, policy)
        then = _outcome((thing,), desk, on + timedelta(days=later), policy)
        expired = (isinstance(end, date) and end < on) or thing["item"] == "legacy_card"
        if expired and now != "accept":
            assert RANK[then] >= RANK[now]


@_SOME
@given(_things, _desks, _EVERY_DAY)
def test_the_policies_differ_only_in_the_extension_and_in_the_grace(
    things: tuple[Thing, ...], desk: Desk, on: date
) -> None:
    seeds, current = (
        _outcome(things, desk, on, policy) for policy in (Policy.SEEDS, Policy.CURRENT)
    )
    graced = any("electronic_certificate_valid_until" in thing for thing in things)
    if not graced and not date(2026, 4, 1) <= on <= date(2026, 7, 31):
        assert seeds == current


@pytest.mark.parametrize(
    ("on", "seeds", "current"),
    [
        (date(2026, 3, 31), "provisional", "provisional"),
        (date(2026, 4, 1), "refuse", "provisional"),
        (date(2026, 7, 31), "refuse", "provisional"),
        (date(2026, 8, 1), "refuse", "refuse"),
    ],
)
def test_the_extension_is_the_only_difference_for_the_old_card(
    on: date, seeds: str, current: str
) -> None:
    card = ({"item": "legacy_card"},)
    assert _outcome(card, ("works", "valid"), on, Policy.SEEDS) == seeds
    assert _outcome(card, ("works", "valid"), on, Policy.CURRENT) == current
