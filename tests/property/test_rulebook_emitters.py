"""One person's function, arrays, the explained answer and a hand-written chain agree."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kenpo.rulebook import NOTHING, Book
from kenpo.rulebook.batch import CHUNK
from kenpo.values.ids import RowId
from support.engine_people import EPOCH, EnginePerson, by_hand, numbers, people
from support.rulebooks import ENGINE_DAY, ENGINE_TABLE, engine_book

DAYS = (ENGINE_DAY, date(2024, 12, 2), date(2025, 12, 1), date(2025, 12, 2), date(2028, 2, 29))
OUTPUTS = ("交付日", "満了日", "便")
BOOK = engine_book()

Expected = tuple[str, date | None, date | None, int | None]


def _in_numbers(expected: Expected) -> tuple[int, ...]:
    row, issued, last, wave = expected
    days = [NOTHING if day is None else (day - EPOCH).days for day in (issued, last)]
    return (ROW_IDS.index(RowId(row)), *days, NOTHING if wave is None else wave)


ROW_IDS = [row.id for row in BOOK.rows(ENGINE_TABLE)]


@pytest.mark.parametrize("on", DAYS, ids=str)
@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_all_ways_to_decide_agree_with_the_rules_written_by_hand(
    on: date, data: st.DataObject
) -> None:
    group = data.draw(st.lists(people(on), min_size=1, max_size=12))
    expected = [by_hand(person, on) for person in group]
    assert _asked(BOOK, group, on) == expected
    assert _one_by_one(BOOK, group, on) == [_in_numbers(each) for each in expected]
    assert _in_arrays(BOOK, group, on) == [_in_numbers(each) for each in expected]


def _asked(book: Book, group: list[EnginePerson], on: date) -> list[Expected]:
    answers = [book.ask(ENGINE_TABLE, person.facts(), on) for person in group]
    return [
        (str(answer.row), answer.day("交付日"), answer.day("満了日"), answer.number("便"))
        for answer in answers
    ]


def _one_by_one(book: Book, group: list[EnginePerson], on: date) -> list[tuple[int, ...]]:
    batch = book.compile(ENGINE_TABLE, on)
    return [batch.one(*(numbers(person)[name] for name in batch.columns)) for person in group]


def _in_arrays(book: Book, group: list[EnginePerson], on: date) -> list[tuple[int, ...]]:
    batch = book.compile(ENGINE_TABLE, on)
    columns = {
        name: np.array([numbers(person)[name] for person in group]) for name in batch.columns
    }
    rows = batch.rows(columns)
    outputs = [batch.output(name, columns, rows) for name in OUTPUTS]
    return [tuple(int(n) for n in each) for each in zip(rows, *outputs, strict=True)]


def test_more_than_one_chunk_is_answered_as_each_person_is() -> None:
    rng = np.random.default_rng(20250430)
    size = 2 * CHUNK + 77
    batch = BOOK.compile(ENGINE_TABLE, ENGINE_DAY)
    people_ = [_random(rng) for _ in range(500)]
    chosen = rng.integers(0, len(people_), size)
    columns = {
        name: np.array([numbers(person)[name] for person in people_])[chosen]
        for name in batch.columns
    }
    each = np.array([_in_numbers(by_hand(person, ENGINE_DAY)) for person in people_])[chosen]
    rows = batch.rows(columns)
    assert rows.dtype == np.uint8
    assert np.array_equal(rows, each[:, 0])
    for place, name in enumerate(OUTPUTS, 1):
        assert np.array_equal(batch.output(name, columns, rows), each[:, place])
    assert len(np.unique(rows)) == len(ROW_IDS)


def _random(rng: np.random.Generator) -> EnginePerson:
    def day(first: date, days: int) -> date:
        return first + timedelta(days=int(rng.integers(0, days)))

    def chance(share: float) -> bool:
        return bool(rng.random() < share)

    return EnginePerson(
        birth=date(1952, 2, 29) if chance(0.05) else day(date(1946, 1, 1), 27_000),
        acquired=day(date(2010, 1, 1), 5_000) if chance(0.4) else day(date(2025, 2, 20), 72),
        lost=day(date(2025, 4, 1), 60) if chance(0.04) else None,
        card=chance(0.9),
        usage=chance(0.9),
        mynumber=chance(0.95),
        cert_expiry=day(date(2025, 4, 1), 2000) if chance(0.9) else None,
        shikaku_expiry=day(date(2025, 4, 1), 900) if chance(0.2) else None,
        card_state="normal" if chance(0.9) else "lost",
        wish=chance(0.3),
        assist=chance(0.3),
        app_reason=str(rng.integers(1, 9)) if chance(0.4) else "0",
        wave=int(rng.integers(1, 5)),
        wave_start=day(date(2025, 7, 31), 80),
    )
