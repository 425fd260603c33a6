"""Certificates and notices of JSR健保 and 労金, and applications, against rules by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kenpo.issuance.decide import Due, decide_documents
from kenpo.issuance.face import DocumentKind
from kenpo.operations.decide import decide
from kenpo.values.insurer import Insurer
from kenpo.wiring.books import rule_library
from support import issue_oracles as by_hand
from support.certificate_oracle import Member, as_facts
from support.scale import scaled

_EDGES = [date(2024, 8, 31), date(2024, 11, 30), date(2024, 12, 2), date(2025, 12, 1)]
_near = st.builds(
    lambda day, n: day + timedelta(days=n), st.sampled_from(_EDGES), st.integers(-3, 3)
)
_day = st.one_of(_near, st.dates(date(2024, 8, 1), date(2030, 6, 30)))
_past = st.one_of(_near, st.dates(date(2015, 4, 1), date(2026, 12, 31)))
_members = st.builds(
    Member,
    acquired_on=_past,
    decided_on=_past,
    lost_on=st.one_of(st.none(), st.none(), _day),
    birth_date=st.one_of(st.dates(date(1949, 1, 1), date(1952, 12, 31)), st.just(date(1990, 2, 3))),
    my_number_card=st.sampled_from(["held", "held", "none", "lost", "returned", "renewing"]),
    my_number_filed=st.sampled_from([True, True, False]),
    use_registered_on=st.one_of(st.none(), _past),
    electronic_certificate_valid_until=st.one_of(st.none(), _day),
    wish_ticked=st.booleans(),
    application_attached=st.booleans(),
    needs_assistance=st.booleans(),
    certificates=st.one_of(st.none(), st.none(), _day),
)
Certificate = Callable[[Member, date], str | None]
Notice = Callable[[Member, date | None, date], str | None]


@pytest.mark.parametrize(
    ("insurer", "certificate", "notice"),
    [
        (Insurer.JSR_KENPO, by_hand.jsr_certificate, by_hand.jsr_notice),
        (Insurer.ROKIN_KENPO, by_hand.rokin_certificate, by_hand.rokin_notice),
    ],
)
@settings(max_examples=scaled(300, 20_000), deadline=None)
@given(member=_members, on=_day, ago=st.one_of(st.none(), st.integers(-2, 40)))
def test_documents_are_due_as_the_rules_by_hand_say(
    insurer: Insurer,
    certificate: Certificate,
    notice: Notice,
    member: Member,
    on: date,
    ago: int | None,
) -> None:
    changed_on = None if ago is None else on - timedelta(days=ago)
    facts = {**as_facts(member), "changed_on": changed_on}
    decision = decide_documents(rule_library().book(insurer), facts, on)
    assert decision.missing == ()
    due = {each.kind: each.basis.value for each in decision.due}
    assert due.get(DocumentKind.CERTIFICATE) == certificate(member, on)
    assert due.get(DocumentKind.NOTICE) == notice(member, changed_on, on)
    for each in decision.due:
        _check_days(each, member, on)


def _check_days(due: Due, member: Member, on: date) -> None:
    assert due.issue_from is not None
    assert due.issue_from >= on
    assert due.issue_until is None or due.issue_until >= due.issue_from
    if due.kind is DocumentKind.CERTIFICATE:
        assert due.valid_until is not None
        assert due.issue_from <= due.valid_until
        assert due.valid_until < by_hand.birthday(due.issue_from, 5)
        assert due.valid_until < by_hand.birthday(member["birth_date"], 75)


_applicants = st.fixed_dictionaries(
    {
        "reason": st.one_of(st.sampled_from(sorted(by_hand.REASONS)), st.none(), st.just("旅行")),
        "myna_usable": st.booleans(),
        "has_certificate": st.booleans(),
        "needs_assistance": st.booleans(),
        "lost_document": st.sampled_from(
            [None, "certificate", "notice", "legacy_card", "elderly_certificate"]
        ),
    }
)


@settings(max_examples=scaled(400, 20_000), deadline=None)
@given(_applicants, _day, st.sampled_from(list(Insurer)))
def test_applications_are_answered_as_the_rules_by_hand_say(
    facts: dict[str, object], on: date, insurer: Insurer
) -> None:
    asked = {"question": "application", "insurer": insurer, "on": on.isoformat(), "facts": facts}
    answer = decide(rule_library(), asked)
    outcome, forms = by_hand.application(facts, on)
    assert (answer["outcome"], answer["forms"]) == (outcome, list(forms))
    assert answer["citations"]
