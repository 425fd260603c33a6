"""Identifiers in the order of their making."""

from __future__ import annotations

import time
import uuid

import pytest

from kenpo.storage.uuid7 import Uuid7


def test_every_identifier_is_a_uuid_of_version_7_and_greater_than_the_one_before() -> None:
    make = Uuid7()
    made = [make() for _ in range(5000)]
    assert made == sorted(set(made))
    assert {(one.version, one.variant) for one in made} == {(7, uuid.RFC_4122)}


def test_its_time_is_the_machines_in_milliseconds() -> None:
    before = time.time_ns() // 1_000_000
    made = Uuid7()()
    assert before <= made.int >> 80 <= time.time_ns() // 1_000_000


def test_it_grows_when_the_clock_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    make = Uuid7()
    first = make()
    monkeypatch.setattr(time, "time_ns", lambda: 1_000_000_000)
    assert first < make() < make()


def test_it_is_greater_than_the_last_one_of_another_machine() -> None:
    other = uuid.UUID("ffff0000-0000-7fff-bfff-ffffffffffff")
    made = Uuid7()(after=other)
    assert made > other
    assert made.version == 7
