"""Taking a file of notices in: once, in one transaction, with every row accounted for."""

from __future__ import annotations

from datetime import date

import pytest

from kenpo.exchange.notifications import read_notifications
from kenpo.exchange.todokede import Checks
from kenpo.operations.import_files import CountsDifferError, ImportReport
from kenpo.operations.import_notifications import import_notifications
from kenpo.operations.take_in import Desk, Options
from kenpo.values.insurer import Insurer
from support.fakes import CountingIds, FakeDatabase, NoonOf, silent
from support.notices import (
    ACQUISITION,
    CHILD,
    CONTROL,
    LOSS,
    NAME,
    OFFICE,
    ON,
    SPOUSE,
    file_of,
    line,
    with_items,
)

JOINS = with_items(ACQUISITION, {6: "7", 19: "070601"})
FAMILY = with_items(SPOUSE, CHILD)
SECOND = with_items(
    ACQUISITION, {7: "ﾐﾎﾝ ﾏﾂ", 8: "見本　松", 13: ""} | {29: "690", 30: "0003", 31: "ﾏﾂｴｼ"}
)


@pytest.fixture
def database() -> FakeDatabase:
    return FakeDatabase()


@pytest.fixture
def desk(database: FakeDatabase) -> Desk:
    return Desk(database, NoonOf(ON), CountingIds(), Insurer.KYOKAI_KENPO, "test")


def take(desk: Desk, *lines: str, options: Options | None = None) -> ImportReport:
    return take_bytes(desk, file_of(*lines), options)


def take_bytes(desk: Desk, data: bytes, options: Options | None = None) -> ImportReport:
    file = read_notifications(NAME, data, Checks(ON))
    return import_notifications(desk, file, silent, options or Options())


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return report.rows, report.accepted, report.unchanged, report.refused


def test_good_rows_are_taken_and_the_bad_one_is_listed(desk: Desk, database: FakeDatabase) -> None:
    report = take(desk, line(JOINS), line(with_items(SECOND, {10: "551301"})), line(FAMILY))
    assert counts(report) == (3, 2, 0, 1)
    assert [refusal.line for refusal in report.refusals] == [7]
    assert len(database.register.members) == 3
    assert database.imports.files()[0].refused == 1
    assert database.imports.refusals(report.sha256) == report.refusals


def test_the_same_file_again_changes_nothing_and_says_so(
    desk: Desk, database: FakeDatabase
) -> None:
    first = take(desk, line(JOINS), "2200700,58")
    events = list(database.register.events)
    again = take(desk, line(JOINS), "2200700,58")
    assert again.already
    assert again.events == 0
    assert (counts(again), again.refusals) == (counts(first), first.refusals)
    assert database.register.events == events


def test_the_same_rows_in_another_file_are_unchanged(desk: Desk, database: FakeDatabase) -> None:
    take(desk, line(JOINS), line(FAMILY), line(with_items(LOSS, {15: "070801"})))
    events = list(database.register.events)
    control = CONTROL.replace(",001,", ",002,")
    data = file_of(line(JOINS), line(FAMILY), line(LOSS), line(LOSS), control=control)
    report = take_bytes(desk, data)
    assert counts(report) == (4, 0, 4, 0)
    assert database.register.events == events


def test_a_row_twice_in_one_file_is_taken_once(desk: Desk, database: FakeDatabase) -> None:
    report = take(desk, line(JOINS), line(JOINS), line(LOSS), line(LOSS))
    assert counts(report) == (4, 2, 2, 0)
    assert len(database.register.members) == 1


def test_numbers_left_out_are_given_in_file_order_after_all_named_ones(
    desk: Desk, database: FakeDatabase
) -> None:
    third = with_items(SECOND, {7: "ﾐﾎﾝ ﾀｹ", 8: "見本　竹", 6: "12"})
    take(desk, line(SECOND), line(JOINS), line(third))
    assert database.register.named("見本　松").member_number.number == "13"
    assert database.register.named("見本　花子").member_number.number == "7"
    assert database.register.named("見本　竹").member_number.number == "12"


def test_what_reaches_paper_is_derived_from_the_notice(desk: Desk, database: FakeDatabase) -> None:
    take(desk, line(JOINS), line(FAMILY))
    keys = sorted(member.paper_key for member in database.register.members.values())
    assert keys == [
        "01320019:11022130:7:00", "01320019:11022130:7:01", "01320019:11022130:7:02"
    ]  # fmt: skip


def test_my_numbers_go_along_for_the_vault_and_stand_in_no_event(
    desk: Desk, database: FakeDatabase
) -> None:
    take(desk, line(JOINS), line(FAMILY))
    with_number = [each for each in database.register.events if each.my_number is not None]
    assert len(with_number) == 3
    assert "1234567" not in repr(database.register.events)


def test_a_dry_run_reports_and_keeps_nothing(desk: Desk, database: FakeDatabase) -> None:
    report = take(desk, line(JOINS), options=Options(dry_run=True))
    assert counts(report) == (1, 1, 0, 0)
    assert report.dry_run
    assert database.register.events == []
    assert database.imports.files() == []
    assert not take(desk, line(JOINS)).already


def test_a_refused_row_can_be_tried_again_once_its_reason_is_gone(
    desk: Desk, database: FakeDatabase
) -> None:
    too_early = take(desk, line(FAMILY))
    assert counts(too_early) == (1, 0, 0, 1)
    take(desk, line(JOINS))
    assert take(desk, line(FAMILY)).already
    again = take(desk, line(FAMILY), options=Options(again=True))
    assert counts(again) == (1, 1, 0, 0)
    assert len(database.imports.files()) == 2
    assert again.refusals == ()


def test_a_row_with_one_impossible_person_is_refused_whole(
    desk: Desk, database: FakeDatabase
) -> None:
    before_joining = with_items(FAMILY, {91: "070531", 74: "070520"})
    report = take(desk, line(JOINS), line(before_joining))
    assert counts(report) == (2, 1, 0, 1)
    assert len(database.register.members) == 1
    (refusal,) = report.refusals
    assert (refusal.line, refusal.field) == (7, "被扶養者になった日")


def test_a_changed_establishment_is_a_new_event_under_the_same_id(
    desk: Desk, database: FakeDatabase
) -> None:
    take(desk, line(JOINS))
    (before,) = database.register.offices.values()
    take_bytes(desk, file_of(line(JOINS), office=OFFICE.replace("いなほ見本", "いなほ商店")))
    (after,) = database.register.offices.values()
    assert after.name == "株式会社いなほ商店"
    assert (after.establishment_id, after.symbol) == (before.establishment_id, before.symbol)


def test_counts_that_do_not_add_up_stop_the_import_and_keep_nothing(
    desk: Desk, database: FakeDatabase
) -> None:
    database.register.loses_events = True
    with pytest.raises(CountsDifferError, match="しか書けませんでした"):
        take(desk, line(JOINS), line(FAMILY))
    assert database.imports.files() == []


def test_a_row_that_got_lost_between_reader_and_register_stops_the_import(desk: Desk) -> None:
    file = read_notifications(NAME, file_of(line(JOINS)), Checks(ON))
    missing = type(file)(
        name=file.name,
        sha256=file.sha256,
        rows=2,
        establishments=file.establishments,
        commands=file.commands,
        refusals=file.refusals,
    )
    with pytest.raises(CountsDifferError, match="行数 2"):
        import_notifications(desk, missing, silent, Options())


def test_progress_is_shown_on_the_way_and_at_the_end(desk: Desk) -> None:
    seen: list[tuple[int, int]] = []
    file = read_notifications(NAME, file_of(*[line(JOINS)] * 501), Checks(ON))
    import_notifications(desk, file, lambda done, total: seen.append((done, total)), Options())
    assert seen == [(500, 501), (501, 501)]


def test_a_notice_about_the_pension_only_changes_nothing(
    desk: Desk, database: FakeDatabase
) -> None:
    only_70 = {9: "5", 10: "250516", 11: "", 12: "", 24: "1", 33: "1", 34: ""}
    report = take(desk, line(with_items(ACQUISITION, only_70)))
    assert counts(report) == (1, 0, 1, 0)
    assert database.register.members == {}


def test_the_decision_day_and_the_origin_are_kept(desk: Desk, database: FakeDatabase) -> None:
    take(desk, line(JOINS))
    assert database.register.named("見本　花子").decided_on == date(2025, 7, 10)
    origins = [(each.origin.file, each.origin.line) for each in database.register.events]
    assert origins == [("SHFD0006.CSV", 4), ("SHFD0006.CSV", 6)]
