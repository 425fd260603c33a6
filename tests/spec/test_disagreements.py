"""Where the source texts disagree (D1-D14): both versions, their sentences, the reading taken."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from kenpo.operations.decide import decide
from kenpo.rulebook import Conflict, Mark
from kenpo.values.insurer import Insurer
from kenpo.wiring.books import rule_library
from support.disagreement_cases import ANSWERS, READINGS, J, K, R, without_card


def _conflict(name: str, insurer: Insurer) -> Conflict:
    return rule_library().book(insurer).conflicts[name]


@pytest.mark.parametrize(("name", "insurer", "taken", "seeds"), READINGS)
def test_both_versions_stand_with_their_sentences_and_one_is_taken(
    name: str, insurer: Insurer, taken: str, seeds: list[str]
) -> None:
    conflict = _conflict(name, insurer)
    assert [reading.text for reading in conflict.readings if reading.taken] == [taken]
    assert [reading.citations[0].source for reading in conflict.readings] == seeds
    for reading in conflict.readings:
        assert all(
            citation.quote or citation.mark is not Mark.VERBATIM for citation in reading.citations
        )


def test_every_disagreement_is_in_the_table() -> None:
    listed = {name for name, *_ in READINGS}
    assert listed == {f"D{number}" for number in range(1, 15)} | {"D13b"}
    assert listed == {
        name for insurer in Insurer for name in rule_library().book(insurer).conflicts
    }


@pytest.mark.parametrize(
    ("name", "asked", "insurer", "key", "value"),
    [
        (name, {"question": kind, "on": on, "facts": facts}, insurer, key, value)
        for name, kind, on, facts, by_insurer in ANSWERS
        for insurer, (key, value) in by_insurer.items()
    ],
)
def test_an_answer_that_depends_on_one_says_so_with_both_sentences(
    name: str, asked: Mapping[str, object], insurer: Insurer, key: str, value: object
) -> None:
    answer = decide(rule_library(), {**asked, "insurer": insurer})
    assert answer[key] == value
    conflicts = answer["conflicts"]
    assert isinstance(conflicts, list)
    (found,) = [conflict for conflict in conflicts if conflict["id"] == name]
    assert len(found["readings"]) >= 2
    assert [reading["reading"] for reading in found["readings"] if reading["taken"]] == [
        found["taken"]
    ]


@pytest.mark.parametrize(
    ("insurer", "route", "conflicts"), [(K, "home", []), (J, "employer", ["D7"])]
)
def test_the_way_of_the_bulk_issue_is_the_insurers_own(
    insurer: Insurer, route: str, conflicts: list[str]
) -> None:
    facts = without_card(acquired_on="2020-04-01", decided_on="2020-04-03")
    asked = {"question": "documents", "insurer": insurer, "on": "2025-09-01", "facts": facts}
    answer = decide(rule_library(), asked)
    assert [document["route"] for document in _list(answer["documents"])] == [route]
    assert [conflict["id"] for conflict in _list(answer["conflicts"])] == conflicts


@pytest.mark.parametrize(
    ("insurer", "english", "conflicts"),
    [
        (K, "yellow plastic card", ["D2", "D3"]),
        (J, "A4 paper", ["D2", "D3", "D14"]),
        (R, "card-size thick paper with anti-copy pattern", ["D2", "D3"]),
    ],
)
def test_a_certificate_says_its_form_and_what_the_texts_disagree_about(
    insurer: Insurer, english: str, conflicts: list[str]
) -> None:
    facts = without_card(acquired_on="2020-04-01", decided_on="2020-04-03")
    asked = {"question": "documents", "insurer": insurer, "on": "2025-09-01", "facts": facts}
    (document,) = _list(decide(rule_library(), asked)["documents"])
    assert document["form"]["en"] == english
    assert {conflict["id"] for conflict in document["form"]["conflicts"]} == set(conflicts)


@pytest.mark.parametrize(
    ("table", "facts", "on", "outcome", "conflicts"),
    [
        ("not_arrived", {}, date(2025, 10, 31), "wait", []),
        ("not_arrived", {}, date(2025, 11, 15), "call", ["D12"]),
        ("not_arrived", {}, date(2025, 12, 1), "call", []),
        ("language", {"language": "zh"}, date(2025, 11, 15), "served", []),
        ("language", {"language": "other"}, date(2025, 11, 15), "unknown", ["D13"]),
    ],
)
def test_the_call_centre_tables_say_what_the_report_leaves_open(
    table: str, facts: dict[str, object], on: date, outcome: str, conflicts: list[str]
) -> None:
    answer = rule_library().book(K).ask(table, facts, on)
    assert answer.text("outcome") == outcome
    assert [conflict.id for conflict in answer.conflicts] == conflicts


def _list(value: object) -> list[dict[str, Any]]:
    assert isinstance(value, list)
    return value
