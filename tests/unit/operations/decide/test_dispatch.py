"""Questions of the wrong form get an error object and change nothing for the others."""

from __future__ import annotations

import pytest

from kenpo.operations.decide import decide, decide_document
from kenpo.wiring.books import rule_library

_MEMBER = {"acquired_on": "2024-11-18", "decided_on": "2024-11-20", "my_number_card": "none"}
_CARD = {"item": "legacy_card"}
_HELD = {"issued_on": "2025-01-20"}


def _desk(**changes: object) -> dict[str, object]:
    facts: dict[str, object] = {"brought": [_CARD], "reader": "works", "online": None}
    return _question("desk", facts | changes)


def _documents(**changes: object) -> dict[str, object]:
    return _question("documents", {"member": _MEMBER | changes})


def _return(**changes: object) -> dict[str, object]:
    facts: dict[str, object] = {"document": "certificate", "trigger": "left"}
    return _question("return", facts | {"left_on": "2025-02-01"} | changes)


def _question(kind: str, facts: object, **changes: object) -> dict[str, object]:
    asked = {"question": kind, "insurer": "kyokai_kenpo", "on": "2025-06-20", "facts": facts}
    return asked | changes


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        (None, ""),
        ("desk", ""),
        ([], ""),
        ({}, "question"),
        ({"question": "desk"}, "insurer"),
        (_question("desks", {}), "question"),
        (_question("desk", {}, insurer="kyokai"), "insurer"),
        (_question("desk", {}, insurer=None), "insurer"),
        (_question("desk", {}, on="2025-6-1"), "on"),
        (_question("desk", {}, on="2025-02-29"), "on"),
        (_question("desk", {}, on="20250601"), "on"),
        (_question("desk", {}, on=20250601), "on"),
        (_question("desk", {}, on="1999-12-31") | {"facts": {"brought": []}}, "on"),
        (_question("desk", {}, policy="seed"), "policy"),
        (_question("desk", {}, policy=None), "policy"),
        (_question("desk", []), "facts"),
        (_desk(brought={}), "facts.brought"),
        (_desk(brought=["legacy_card"]), "facts.brought[0]"),
        (_desk(brought=[{}]), "facts.brought[0].item"),
        (_desk(brought=[_CARD, {"item": "passport"}]), "facts.brought[1].item"),
        (_desk(brought=[_CARD | {"colour": "blue"}]), "facts.brought[0].colour"),
        (_desk(brought=[_CARD | {"valid_until": ""}]), "facts.brought[0].valid_until"),
        (_desk(brought=[_CARD | {"use_registered": "yes"}]), "facts.brought[0].use_registered"),
        (_desk(reader="broken"), "facts.reader"),
        (_desk(online="ok"), "facts.online"),
        (_desk(readers="works"), "facts.readers"),
        (_question("documents", {}), "facts.member"),
        (_question("documents", {"member": _MEMBER, "members": []}), "facts.members"),
        (_documents(my_number_card="maybe"), "facts.member.my_number_card"),
        (_documents(my_number_card=None), "facts.member.my_number_card"),
        (_documents(my_number_filed=1), "facts.member.my_number_filed"),
        (_documents(acquired_on=None), "facts.member.acquired_on"),
        (_documents(acquired_on="2024-13-01"), "facts.member.acquired_on"),
        (_documents(wish_ticked="1"), "facts.member.wish_ticked"),
        (_documents(relation="wife"), "facts.member.relation"),
        (_documents(salary=1), "facts.member.salary"),
        (_documents(lost_on="2024-11-17"), "facts.member.lost_on"),
        (_documents(birth_date="2024-11-19"), "facts.member.acquired_on"),
        (_documents(certificates={}), "facts.member.certificates"),
        (_documents(certificates=[_HELD]), "facts.member.certificates[0].valid_until"),
        (
            _documents(certificates=[_HELD | {"valid_until": "2025-01-19"}]),
            "facts.member.certificates[0].valid_until",
        ),
        (_question("envelopes", {"certificates": -1}), "facts.certificates"),
        (_question("envelopes", {"certificates": True}), "facts.certificates"),
        (_question("envelopes", {"certificates": 2.0}), "facts.certificates"),
        (_question("envelopes", {"certificates": 10**9}), "facts.certificates"),
        (_question("envelopes", {"certificates": 1}, insurer="jsr_kenpo"), "insurer"),
        (_question("target_list", {"targets": "61"}), "facts.targets"),
        (_documents(changed_on="soon"), "facts.member.changed_on"),
        (_question("application", {"reason": 3}), "facts.reason"),
        (_question("application", {"document": "card"}), "facts.document"),
        (_question("application", {"lost_document": "card"}), "facts.lost_document"),
        (_question("application", {"myna_usable": "no"}), "facts.myna_usable"),
        (_question("application", {"reasons": None}), "facts.reasons"),
        (_question("return", {"document": "passport"}), "facts.document"),
        (_question("return", {"trigger": "moved"}), "facts.trigger"),
        (_question("return", {"left_on": "2025-2-1"}), "facts.left_on"),
        (_question("return", {"left_on": "2025-02-01", "lost_on": "2025-02-01"}), "facts.lost_on"),
        (_return(lost_on="2025-01-31", voluntarily_continued=True), "facts.lost_on"),
        (_return(trigger="expired", valid_until="2025-06-20"), "facts.valid_until"),
        (_question("return", {"voluntarily_continued": 1}), "facts.voluntarily_continued"),
        (_question("usable_from", {"registered_on": ""}), "facts.registered_on"),
        (_question("usable_from", {"my_number_filed": "yes"}), "facts.my_number_filed"),
        (_question("returned_mail", {"reason": "lost"}), "facts.reason"),
        (_question("ceiling", {"presented": "passport"}), "facts.presented"),
        (_question("ceiling", {"consent": "yes"}), "facts.consent"),
        (_question("specific_disease", {"tax_exempt": True}), "facts.tax_exempt"),
        (_question("elderly_certificate", {"age": 70.5}), "facts.age"),
        (_question("elderly_certificate", {"age": -1}), "facts.age"),
    ],
)  # fmt: skip
def test_what_is_not_of_the_form_is_named(asked: object, field: str) -> None:
    answer = decide(rule_library(), asked)
    assert set(answer) == {"error"}
    error = answer["error"]
    assert isinstance(error, dict)
    assert error["field"] == field
    assert error["must"]


def test_one_bad_question_leaves_the_others_answered_in_order() -> None:
    asked = [_desk() | {"id": "a"}, {"id": "b"}, _desk() | {"id": "c"}]
    answers, well_formed = decide_document(rule_library(), asked)
    assert isinstance(answers, list)
    assert [answer["id"] for answer in answers] == ["a", "b", "c"]
    assert [answer.get("outcome") for answer in answers] == ["accept", None, "accept"]
    assert "error" in answers[1]
    assert not well_formed


def test_a_list_that_is_all_right_says_so() -> None:
    assert decide_document(rule_library(), []) == ([], True)
    answer, well_formed = decide_document(rule_library(), _desk())
    assert isinstance(answer, dict)
    assert well_formed


def test_a_key_that_means_nothing_is_reported_and_not_obeyed() -> None:
    answer = decide(rule_library(), _desk() | {"polcy": "seeds"})
    assert answer["ignored"] == ["polcy"]
    assert answer["policy"] == "current"


def test_every_answer_names_the_book_and_repeats_the_question() -> None:
    answer = decide(rule_library(), _documents())
    book = rule_library().book_named("kyokai_kenpo.md")
    assert answer["book"] == book.hash
    assert (answer["question"], answer["insurer"], answer["on"]) == (
        "documents",
        "kyokai_kenpo",
        "2025-06-20",
    )


def test_a_registration_nobody_asked_about_is_unknown_and_not_false() -> None:
    card = {"item": "myna_card", "use_registered": None}
    answer = decide(rule_library(), _desk(brought=[card]))
    assert answer["missing"] == ["use_registered"]
    assert answer["outcome"] is None
