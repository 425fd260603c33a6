"""Who gets a certificate, against an oracle written by hand, one by one and in arrays."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kenpo.issuance.decide import decide_documents
from kenpo.issuance.face import DocumentKind
from kenpo.values.insurer import Insurer
from kenpo.wiring.books import rule_library
from support.certificate_oracle import Member, as_facts, certificate_basis
from support.scale import scaled

_BOOK = rule_library().book(Insurer.KYOKAI_KENPO)
_EDGES = [
    date(2024, 11, 29),
    date(2024, 12, 2),
    date(2025, 4, 30),
    date(2025, 7, 16),
    date(2025, 8, 15),
    date(2025, 12, 1),
]
_near = st.builds(
    lambda day, n: day + timedelta(days=n), st.sampled_from(_EDGES), st.integers(-3, 3)
)
_day = st.one_of(_near, st.dates(date(2024, 10, 1), date(2030, 6, 30)))
_past = st.one_of(_near, st.dates(date(2015, 4, 1), date(2026, 12, 31)))
_maybe = st.one_of(st.none(), _day)
_members = st.builds(
    Member,
    acquired_on=_past,
    decided_on=_past,
    lost_on=st.one_of(st.none(), st.none(), _day),
    birth_date=st.one_of(st.dates(date(1949, 1, 1), date(1952, 12, 31)), st.just(date(1990, 2, 3))),
    my_number_card=st.sampled_from(
        ["held", "held", "held", "none", "lost", "returned", "renewing"]
    ),
    my_number_filed=st.sampled_from([True, True, False]),
    use_registered_on=st.one_of(st.none(), _past),
    electronic_certificate_valid_until=_maybe,
    wish_ticked=st.booleans(),
    application_attached=st.sampled_from([False, False, True]),
    needs_assistance=st.booleans(),
    certificates=st.one_of(st.none(), st.none(), _day),
)


@settings(max_examples=scaled(400, 20_000), deadline=None)
@given(_members, _day)
def test_the_book_issues_on_the_same_basis_as_the_hand_written_rules(
    member: Member, on: date
) -> None:
    decision = decide_documents(_BOOK, as_facts(member), on)
    certificates = [due for due in decision.due if due.kind is DocumentKind.CERTIFICATE]
    assert [due.basis.value for due in certificates] == [
        basis for basis in [certificate_basis(member, on)] if basis
    ]
    for due in certificates:
        assert due.issue_from is not None
        assert due.issue_from >= on
        assert due.issue_until is None or due.issue_until >= due.issue_from
        assert not due.overdue or (due.issue_from, due.issue_until) == (on, None)
        assert due.valid_until is not None
        assert due.valid_until < _five_years_after(due.issue_from)
        assert due.valid_until >= due.issue_from or member["decided_on"] > on


@settings(max_examples=scaled(60, 1_000), deadline=None)
@given(st.lists(_members, min_size=1, max_size=20), _day)
def test_arrays_give_the_same_rows_as_one_by_one(members: list[Member], on: date) -> None:
    batch = _BOOK.compile("certificate", on)
    columns = {
        name: np.array([_BOOK.columns[name].number(as_facts(one)[name]) for one in members])
        for name in batch.columns
    }
    rows = [batch.row_ids[index] for index in batch.rows(columns)]
    assert rows == [_BOOK.ask("certificate", as_facts(one), on).row for one in members]


def _five_years_after(day: date) -> date:
    return date(day.year + 5, day.month, day.day) if day.month != 2 else date(day.year + 5, 3, 1)
