"""Taking a snapshot in: once, in one transaction, with every row accounted for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kenpo.exchange.status import read_status, write_status
from kenpo.operations.import_files import ImportReport
from kenpo.operations.import_status import import_status
from kenpo.operations.take_in import Desk, Options
from kenpo.register.commands import ReportCardStatus
from kenpo.register.view import MemberRecord
from kenpo.values.insurer import Insurer
from kenpo.values.person import MyNumberCardState
from support.fakes import CountingIds, FakeDatabase, NoonOf, silent
from support.members import family, insured

ON = date(2025, 8, 1)
MAY = date(2025, 4, 30)
JULY = date(2025, 7, 31)
HEAD, CHILD = family(insured(7), 1)


@pytest.fixture
def database() -> FakeDatabase:
    found = FakeDatabase()
    for member in (HEAD, CHILD):
        found.register.members[member.person_id] = replace(member, status=None)
    return found


@pytest.fixture
def desk(database: FakeDatabase) -> Desk:
    return Desk(database, NoonOf(ON), CountingIds(), Insurer.KYOKAI_KENPO, "test")


def report(
    member: MemberRecord, as_of: date, card: MyNumberCardState = MyNumberCardState.HELD
) -> ReportCardStatus:
    return ReportCardStatus(
        as_of=as_of,
        insurer_number=member.insurer_number,
        member_number=member.member_number,
        birth_date=member.birth_date,
        card=card,
        my_number_filed=True,
        use_registered_on=None,
        electronic_certificate_valid_until=None,
        address=None,
    )


def take(desk: Desk, *reports: ReportCardStatus, options: Options | None = None) -> ImportReport:
    file = read_status("status.csv", write_status(reports), ON)
    return import_status(desk, file, silent, options or Options())


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return report.rows, report.accepted, report.unchanged, report.refused


def test_good_rows_are_taken_and_an_unknown_person_is_listed(
    desk: Desk, database: FakeDatabase
) -> None:
    result = take(desk, report(HEAD, MAY), report(insured(8), MAY), report(CHILD, MAY))
    assert counts(result) == (3, 2, 0, 1)
    (refusal,) = result.refusals
    assert (refusal.line, refusal.form) == (3, "登録と合わない値")
    assert database.register.members[HEAD.person_id].status is not None


def test_the_same_snapshot_again_changes_nothing(desk: Desk, database: FakeDatabase) -> None:
    take(desk, report(HEAD, MAY))
    again = take(desk, report(HEAD, MAY))
    assert again.already
    assert len(database.register.events) == 1


def test_rows_known_from_an_earlier_file_are_unchanged(desk: Desk) -> None:
    take(desk, report(HEAD, MAY))
    assert counts(take(desk, report(HEAD, MAY), report(CHILD, MAY))) == (2, 1, 1, 0)


def test_a_late_snapshot_is_kept_without_hiding_the_newer_one(
    desk: Desk, database: FakeDatabase
) -> None:
    take(desk, report(HEAD, JULY, MyNumberCardState.LOST))
    assert counts(take(desk, report(HEAD, MAY))) == (1, 1, 0, 0)
    assert counts(take(desk, report(HEAD, MAY), report(CHILD, MAY))) == (2, 1, 1, 0)
    status = database.register.members[HEAD.person_id].status
    assert status is not None
    assert (status.as_of, status.card) == (JULY, MyNumberCardState.LOST)


def test_a_corrected_snapshot_of_the_same_day_is_a_new_fact(desk: Desk) -> None:
    take(desk, report(HEAD, MAY))
    assert counts(take(desk, report(HEAD, MAY, MyNumberCardState.LOST))) == (1, 1, 0, 0)


def test_progress_is_shown_on_the_way_and_at_the_end(desk: Desk) -> None:
    seen: list[tuple[int, int]] = []
    file = read_status("status.csv", write_status([report(HEAD, MAY)] * 501), ON)
    import_status(desk, file, lambda done, total: seen.append((done, total)), Options())
    assert seen == [(500, 501), (501, 501)]


def test_a_dry_run_keeps_nothing(desk: Desk, database: FakeDatabase) -> None:
    take(desk, report(HEAD, MAY), options=Options(dry_run=True))
    assert database.register.events == []
    assert database.opened == [(Insurer.KYOKAI_KENPO, "test")]
