"""The register's records as facts and as arrays say the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kenpo.issuance.columns import columns_of, facts_of, latest_end, unknown_of
from kenpo.issuance.decide import decide_documents
from kenpo.register.view import CardStatus, HeldCertificate, MemberRecord
from kenpo.values.insurer import Insurer
from kenpo.values.person import MyNumberCardState
from kenpo.wiring.books import rule_library
from support.members import insured

_BOOK = rule_library().book(Insurer.KYOKAI_KENPO)
_ON = date(2025, 4, 30)


def _held(state: MyNumberCardState, registered: date | None, end: date | None) -> CardStatus:
    return CardStatus(_ON, state, my_number_filed=True, use_registered_on=registered,
                      electronic_certificate_valid_until=end)  # fmt: skip


def _records() -> list[MemberRecord]:
    certificate = HeldCertificate("AAAA", date(2025, 1, 20), date(2029, 11, 30))
    short = HeldCertificate("BBBB", date(2025, 2, 20), date(2025, 4, 19))
    statuses = [_held(state, None, None) for state in MyNumberCardState]
    statuses.append(_held(MyNumberCardState.HELD, date(2022, 1, 5), date(2030, 1, 5)))
    records = [replace(insured(n), status=status) for n, status in enumerate(statuses, 1)]
    return [
        *records,
        replace(insured(20), certificates=(certificate, short)),
        replace(insured(21), lost_on=date(2025, 4, 1)),
        replace(insured(22), wish_ticked=True, decided_on=date(2025, 2, 3)),
        replace(insured(23), birth_date=date(1950, 4, 30)),
    ]


@pytest.mark.parametrize("table", ["certificate", "notice"])
def test_arrays_and_single_facts_win_the_same_rows(table: str) -> None:
    records = _records()
    batch = _BOOK.compile(table, _ON)
    rows = [batch.row_ids[index] for index in batch.rows(columns_of(records))]
    assert rows == [_BOOK.ask(table, facts_of(record), _ON).row for record in records]
    assert len(set(rows)) > 1


def test_every_array_holds_the_numbers_of_the_books_columns() -> None:
    records = _records()
    columns = columns_of(records)
    for i, record in enumerate(records):
        for name, value in facts_of(record).items():
            assert int(columns[name][i]) == _BOOK.columns[name].number(value), name


def test_a_member_no_snapshot_has_named_is_unknown_and_not_guessed() -> None:
    unknown = replace(insured(1), status=None)
    assert list(unknown_of([insured(2), unknown])) == [False, True]
    assert "my_number_card" not in facts_of(unknown)
    decision = decide_documents(_BOOK, facts_of(unknown), _ON)
    assert decision.outcome is None
    assert set(decision.missing) == {
        "my_number_card",
        "use_registered_on",
        "electronic_certificate_valid_until",
    }
    with pytest.raises(ValueError, match="unknown_of"):
        columns_of([unknown])


def test_whose_number_was_never_filed_is_a_target_whatever_the_card_is() -> None:
    unfiled = replace(insured(1), status=None, my_number_filed=False)
    decision = decide_documents(_BOOK, facts_of(unfiled), _ON)
    assert decision.bulk
    assert decision.missing == ()


def test_the_latest_end_of_no_certificate_is_none() -> None:
    assert latest_end(()) is None


def test_no_record_gives_empty_arrays() -> None:
    assert {len(array) for array in columns_of([]).values()} == {0}
