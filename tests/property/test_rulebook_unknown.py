"""An unknown fact is answered as the union over everything it might be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.engine_people import EnginePerson, by_hand, people
from support.rulebooks import ENGINE_DAY, ENGINE_TABLE, engine_book

BOOK = engine_book()
BOOLS = ("card", "usage", "mynumber", "wish", "assist")
DECIDING = (*BOOLS, "card_state", "app_reason", "lost", "acquired", "birth", "cert_expiry")


def _around(*days: date) -> list[date]:
    return [day + timedelta(days=by) for day in days for by in (-1, 0, 1)]


def _possible(name: str) -> list[object]:
    if name in BOOLS:
        return [False, True]
    joined = (date(2024, 12, 1), ENGINE_DAY, date(2025, 3, 31), date(2025, 3, 11))
    values: dict[str, list[object]] = {
        "card_state": ["normal", "lost", "renewing", "returned"],
        "app_reason": list("012345678"),
        "lost": [None, *_around(ENGINE_DAY)],
        "acquired": [*_around(*joined)],
        "birth": [*_around(date(1950, 4, 30))],
        "cert_expiry": [None, *_around(ENGINE_DAY)],
    }
    return values[name]


@given(
    person=people(ENGINE_DAY),
    unknown=st.sets(st.sampled_from(DECIDING), min_size=1, max_size=3),
)
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_row_answers_exactly_when_every_completion_agrees(
    person: EnginePerson, unknown: set[str]
) -> None:
    names = sorted(unknown)
    facts = {name: value for name, value in person.facts().items() if name not in unknown}
    answer = BOOK.ask(ENGINE_TABLE, facts, ENGINE_DAY)
    found = _completions(person, names)
    rows = {each[0] for each in found}
    if answer.row is not None:
        given_answer = (answer.row, answer.day("交付日"), answer.day("満了日"))
        assert {each[:3] for each in found} == {given_answer}
        assert answer.missing == ()
    else:
        assert answer.missing
        assert set(answer.missing) <= unknown
        assert len(rows) > 1 or _looked_at(rows.pop()) & set(answer.missing)


def _completions(
    person: EnginePerson, names: list[str]
) -> set[tuple[str, date | None, date | None, int | None]]:
    return {
        by_hand(_with(person, dict(zip(names, some, strict=True))), ENGINE_DAY)
        for some in product(*map(_possible, names))
    }


def _with(person: EnginePerson, values: dict[str, Any]) -> EnginePerson:

    return replace(person, **values)


def _looked_at(row: str) -> set[str]:
    """Return the columns that the day formulas of a row look at."""
    given = {"R11", "R12", "R14", "R15", "R20", "R30", "R32", "R33"}
    return ({"birth"} if row in given else set()) | ({"acquired"} if row == "R32" else set())


@given(
    person=people(ENGINE_DAY),
    unknown=st.sets(st.sampled_from(DECIDING), min_size=1, max_size=3),
)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_each_missing_fact_can_change_the_answer(person: EnginePerson, unknown: set[str]) -> None:
    names = sorted(unknown)
    facts = {name: value for name, value in person.facts().items() if name not in unknown}
    for name in BOOK.ask(ENGINE_TABLE, facts, ENGINE_DAY).missing:
        rest = [other for other in names if other != name]
        assert any(
            len(_completions(_with(person, dict(zip(rest, some, strict=True))), [name])) > 1
            for some in product(*map(_possible, rest))
        ), name
