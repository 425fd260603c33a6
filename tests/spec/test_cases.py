"""Whole situations as a clerk would ask them, answered from the books."""

from __future__ import annotations

import json

import pytest

from kenpo.operations.decide import QuestionKind, decide
from kenpo.wiring.books import rule_library
from support.cases import OWN, SHARED, cases_in, meets

_OWN = cases_in(OWN)
_GIVEN = cases_in(SHARED / "cases")


def _name(case: dict[str, object]) -> str:
    return str(case["id"])


@pytest.mark.parametrize("case", _OWN, ids=_name)
def test_our_own_case_gets_the_answer_it_expects(case: dict[str, object]) -> None:
    _check(case)


@pytest.mark.skipif(not _GIVEN, reason="the given cases lie beside the repository only in CI")
@pytest.mark.parametrize("case", _GIVEN, ids=_name)
def test_given_case_gets_the_answer_it_expects(case: dict[str, object]) -> None:
    _check(case)


def test_every_question_has_a_case_of_ours() -> None:
    assert {case["question"] for case in _OWN} == {kind.value for kind in QuestionKind}


@pytest.mark.parametrize(
    ("expect", "answer"),
    [
        ({"outcome": "none"}, {"outcome": "issue"}),
        ({"outcome": None}, {}),
        ({"documents": [{"kind": "notice"}]}, {"documents": []}),
        ({"documents": [{"kind": "notice"}]}, {"documents": [{"kind": "certificate"}]}),
        ({"conflicts": ["D1"]}, {"conflicts": [{"id": "D1"}, {"id": "D9"}]}),
        ({"bulk": True}, {"bulk": 1}),
    ],
)
def test_the_comparison_sees_a_wrong_answer(expect: object, answer: object) -> None:
    assert not meets(expect, answer)


def _check(case: dict[str, object]) -> None:
    answer = json.loads(json.dumps(decide(rule_library(), case)))
    assert meets(case["expect"], answer), json.dumps(answer, ensure_ascii=False, indent=1)
    cited = answer["citations"] or answer["missing"]
    assert cited, "every answer cites a sentence"
    assert all(one["mark"] in {"verbatim", "reported", "none"} for one in answer["citations"])
    assert all((one["quote"] is None) != (one["mark"] == "verbatim") for one in answer["citations"])
