"""Returns of every document for every reason, against rules written by hand."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from kenpo.issuance.returns import ReturnDocument, Trigger
from kenpo.operations.decide import decide
from kenpo.values.insurer import Insurer, Policy
from kenpo.wiring.books import rule_library
from support.return_oracle import LAST_DAY, Situation, expected

_LEFT = [LAST_DAY + timedelta(days=days) for days in (-60, -1, 0, 1, 400)]
_ENDS = [None, LAST_DAY, date(2029, 11, 30)]
_ONS = [date(2025, 10, 1), LAST_DAY, date(2025, 12, 2), date(2029, 12, 10)]


def _situations() -> list[Situation]:
    return [
        Situation(document.value, trigger.value, left_on, end, voluntary, on)
        for document, trigger, left_on, end, voluntary, on in product(
            ReturnDocument, Trigger, _LEFT, _ENDS, (False, True), _ONS
        )
        if trigger is not Trigger.EXPIRED or (end is not None and end < on)
    ]


def _ask(insurer: Insurer, case: Situation, policy: Policy) -> dict[str, object]:
    end = None if case.valid_until is None else case.valid_until.isoformat()
    return decide(
        rule_library(),
        {
            "question": "return",
            "insurer": insurer,
            "on": case.on.isoformat(),
            "policy": policy,
            "facts": {
                "document": case.document,
                "trigger": case.trigger,
                "left_on": case.left_on.isoformat(),
                "valid_until": end,
                "voluntarily_continued": case.voluntary,
            },
        },
    )


@pytest.mark.parametrize("insurer", Insurer)
def test_every_situation_is_answered_as_by_hand_and_cites(insurer: Insurer) -> None:
    situations = _situations()
    assert len(situations) > 2_000
    for case in situations:
        answer = _ask(insurer, case, Policy.CURRENT)
        assert (answer["outcome"], answer["to"]) == expected(insurer, case), case
        assert answer["citations"]


def test_only_the_association_is_in_doubt_about_the_first_of_december_and_only_then() -> None:
    for insurer, left_on in product(Insurer, _LEFT):
        case = Situation("legacy_card", "left", left_on, None, voluntary=False, on=date(2026, 1, 5))
        conflicts = _ask(insurer, case, Policy.SEEDS)["conflicts"]
        assert isinstance(conflicts, list)
        doubted = insurer is Insurer.KYOKAI_KENPO and left_on == LAST_DAY
        assert [conflict["id"] for conflict in conflicts] == (["D4"] if doubted else [])
