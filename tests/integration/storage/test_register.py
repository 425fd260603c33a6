"""The register on a real PostgreSQL."""

from __future__ import annotations

import time
import uuid
from datetime import date

import pytest
from sqlalchemy import insert

from kenpo.operations.ports import RegisterCounts
from kenpo.register.events import Event, PersonChanged
from kenpo.register.view import HeldCertificate, MemberRecord
from kenpo.storage.database import PostgresDatabase
from kenpo.storage.errors import ConflictError
from kenpo.storage.tables import certificate
from kenpo.values.address import Address
from kenpo.values.branch import ALL_BRANCHES
from kenpo.values.ids import PersonId
from kenpo.values.insurer import Insurer
from kenpo.values.name import PersonName
from kenpo.values.person import MyNumberCardState
from support.register_events import OSAKA, SHIMANE, SNAPSHOT, Office, lost, numbered, reported

KYOKAI = Insurer.KYOKAI_KENPO


def test_a_family_is_seen_with_the_insured_persons_name_and_address(
    kenpo_database: PostgresDatabase,
) -> None:
    office = Office()
    parent = office.joined(7)
    child = office.certified(parent, 1)
    with kenpo_database.begin(KYOKAI, "test") as session:
        added = session.register.append(
            numbered(office.registered(), parent, child, reported(parent.person_id))
        )
    with kenpo_database.begin(KYOKAI, "test") as session:
        first, second = session.register.members_as_of(SNAPSHOT, [SHIMANE])
    assert added == 4
    assert (first.person_id, second.person_id) == (parent.person_id, child.person_id)
    assert second.insured_name == parent.name
    assert second.address == parent.address
    assert first.status is not None
    assert second.status is None
    assert first.office == office.key


def test_the_same_events_again_change_nothing(kenpo_database: PostgresDatabase) -> None:
    office = Office()
    parent = office.joined(7)
    events = numbered(office.registered(), parent, lost(parent.person_id, date(2025, 6, 1)))
    with kenpo_database.begin(KYOKAI, "test") as session:
        assert session.register.append(events) == 3
    with kenpo_database.begin(KYOKAI, "test") as session:
        assert session.register.append(events) == 0
        assert len(session.register.history_of(parent.person_id)) == 2


def test_a_member_who_moves_from_shimane_to_osaka_keeps_one_history(
    kenpo_database: PostgresDatabase,
) -> None:
    shimane, osaka = Office(), Office(branch=OSAKA, office_symbol="ｻｻｻ")
    before = shimane.joined(7)
    after = osaka.joined(8, on=date(2025, 2, 1), person=before.person_id)
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.register.append(
            numbered(
                shimane.registered(),
                osaka.registered(),
                before,
                lost(before.person_id, date(2025, 2, 1)),
                after,
            )
        )
        (then,) = session.register.members_as_of(date(2025, 1, 31), ALL_BRANCHES)
        (now,) = session.register.members_as_of(date(2025, 2, 1), ALL_BRANCHES)
        assert len(session.register.history_of(before.person_id)) == 3
    assert (then.branch, now.branch) == (SHIMANE, OSAKA)
    assert then.person_id == now.person_id


def records(database: PostgresDatabase, on: date = SNAPSHOT) -> list[MemberRecord]:
    with database.begin(KYOKAI, "test") as session:
        return list(session.register.members_as_of(on, ALL_BRANCHES))


def append(database: PostgresDatabase, *events: Event) -> None:
    with database.begin(KYOKAI, "test") as session:
        session.register.append(numbered(*events))


@pytest.mark.parametrize(
    ("on", "card"),
    [
        (date(2025, 4, 29), None),
        (date(2025, 4, 30), MyNumberCardState.HELD),
        (date(2025, 7, 30), MyNumberCardState.HELD),
        (date(2025, 7, 31), MyNumberCardState.LOST),
    ],
)
def test_the_card_status_is_the_newest_snapshot_by_the_day(
    kenpo_database: PostgresDatabase, on: date, card: MyNumberCardState | None
) -> None:
    office = Office()
    person = office.joined(7)
    append(
        kenpo_database,
        office.registered(),
        person,
        reported(person.person_id, date(2025, 7, 31), MyNumberCardState.LOST),
        reported(person.person_id, date(2025, 4, 30), MyNumberCardState.HELD),
    )
    (record,) = records(kenpo_database, on)
    assert (record.status.card if record.status else None) == card


@pytest.mark.parametrize(
    ("on", "name", "address"),
    [
        (date(2025, 3, 2), "島根　7", "島根県松江市大正町7"),
        (date(2025, 3, 3), "嶋根　七", "島根県松江市大正町7"),
        (date(2025, 4, 30), "嶋根　七", "島根県出雲市今市町"),
    ],
)
def test_name_and_address_are_as_they_were_on_the_day(
    kenpo_database: PostgresDatabase, on: date, name: str, address: str
) -> None:
    office = Office()
    person = office.joined(7)
    append(
        kenpo_database,
        office.registered(),
        person,
        PersonChanged(
            person_id=person.person_id,
            changed_on=date(2025, 3, 3),
            name=PersonName("ｼﾏﾈ ﾅﾅ", "嶋根　七"),
        ),
        reported(person.person_id, SNAPSHOT, address=Address("6930001", "島根県出雲市今市町")),
    )
    (record,) = records(kenpo_database, on)
    assert record.name.registered == name
    assert record.address is not None
    assert record.address.text == address


@pytest.mark.parametrize(("kana", "registered"), [("ｼﾏﾈ 7", "島根　7"), ("ｼﾏﾈ ﾍﾞﾂ", None)])
def test_a_later_notice_in_kana_only_keeps_the_registered_form_of_the_same_name(
    kenpo_database: PostgresDatabase, kana: str, registered: str | None
) -> None:
    office = Office()
    person = office.joined(7)
    later = PersonChanged(
        person_id=person.person_id, changed_on=date(2025, 3, 3), name=PersonName(kana)
    )
    append(kenpo_database, office.registered(), person, later)
    (record,) = records(kenpo_database)
    assert record.name == PersonName(kana, registered)


def test_everybody_comes_in_the_one_order_of_every_list(kenpo_database: PostgresDatabase) -> None:
    shimane, osaka = Office(), Office(branch=OSAKA, office_symbol="ｻｻｻ")
    joined = [shimane.joined(number) for number in (10, 9, 100, 1)]
    child = shimane.certified(joined[1], 1)
    append(
        kenpo_database,
        shimane.registered(),
        osaka.registered(),
        *joined,
        child,
        osaka.joined(5),
    )
    found = records(kenpo_database)
    assert len(found) == 6
    assert found == sorted(found, key=lambda record: record.sort_key)


def test_who_has_left_is_still_listed_and_who_has_not_joined_yet_is_not(
    kenpo_database: PostgresDatabase,
) -> None:
    office = Office()
    left, future = office.joined(7), office.joined(8, on=date(2025, 5, 1))
    append(
        kenpo_database,
        office.registered(),
        left,
        future,
        lost(left.person_id, date(2025, 4, 1)),
    )
    (record,) = records(kenpo_database)
    assert record.lost_on == date(2025, 4, 1)


def test_counts_are_of_those_covered_on_the_day(kenpo_database: PostgresDatabase) -> None:
    shimane, osaka = Office(), Office(branch=OSAKA, office_symbol="ｻｻｻ")
    parent = shimane.joined(7)
    left = osaka.joined(8)
    append(
        kenpo_database,
        shimane.registered(),
        osaka.registered(),
        parent,
        shimane.certified(parent, 1),
        left,
        lost(left.person_id, date(2025, 4, 30)),
    )
    with kenpo_database.begin(KYOKAI, "test") as session:
        last_day = session.register.counts(date(2025, 4, 29))
        next_day = session.register.counts(date(2025, 4, 30))
        branches = session.register.counts_by_branch(date(2025, 4, 29))
    assert last_day == RegisterCounts(members=3, insured=2, dependents=1, establishments=2)
    assert next_day == RegisterCounts(members=2, insured=1, dependents=1, establishments=2)
    assert branches == {OSAKA: 1, SHIMANE: 2}


def test_intake_finds_offices_and_everybody_ever_covered_there(
    kenpo_database: PostgresDatabase,
) -> None:
    shimane, osaka = Office(), Office(branch=OSAKA, office_symbol="ｻｻｻ")
    moved, stayed = shimane.joined(7), shimane.joined(8)
    append(
        kenpo_database,
        shimane.registered(),
        osaka.registered(),
        moved,
        stayed,
        lost(moved.person_id, date(2025, 2, 1)),
        osaka.joined(9, on=date(2025, 2, 1), person=moved.person_id),
    )
    unknown = Office(office_symbol="ｲｲｲ").key
    with kenpo_database.begin(KYOKAI, "test") as session:
        offices = session.register.establishments([shimane.key, unknown])
        there = session.register.coverage_of_offices([shimane.key, unknown])
        numbers = session.register.coverage_of_insurer_numbers([OSAKA.insurer_number])
        nobody = session.register.coverage_of_offices([])
    assert list(offices) == [shimane.key]
    assert [record.person_id for record in there] == [moved.person_id, stayed.person_id]
    assert there[0].lost_on == date(2025, 2, 1)
    assert [record.person_id for record in numbers] == [moved.person_id]
    assert nobody == []


def test_an_establishment_that_changes_and_changes_back_is_as_last_reported(
    kenpo_database: PostgresDatabase,
) -> None:
    office = Office()
    names = ["出雲そば製作所", "出雲そば工房", "出雲そば製作所"]
    for month, name in enumerate(names, start=1):
        append(kenpo_database, office.registered(name, date(2025, month, 1)))
    append(kenpo_database, office.registered("出雲そば工房", date(2025, 2, 1)))
    with kenpo_database.begin(KYOKAI, "test") as session:
        assert session.register.establishments([office.key])[office.key].name == names[-1]


def test_an_older_report_in_the_same_file_does_not_undo_a_newer(
    kenpo_database: PostgresDatabase,
) -> None:
    office = Office()
    newer = office.registered("出雲そば工房", date(2025, 2, 1))
    older = office.registered("出雲そば製作所", date(2025, 1, 1))
    append(kenpo_database, newer, older)
    with kenpo_database.begin(KYOKAI, "test") as session:
        assert session.register.establishments([office.key])[office.key].name == "出雲そば工房"


def test_a_certificate_is_held_from_its_day_of_issue(kenpo_database: PostgresDatabase) -> None:
    office = Office()
    person = office.joined(7)
    append(kenpo_database, office.registered(), person)
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.connection.execute(
            insert(certificate).values(
                insurer=KYOKAI.value,
                serial="ABCDEFGHIJKL",
                person_id=person.person_id,
                issued_on=date(2025, 7, 31),
                valid_until=date(2029, 11, 30),
            )
        )
    (before,), (after,) = records(kenpo_database), records(kenpo_database, date(2025, 7, 31))
    assert before.certificates == ()
    assert after.certificates == (
        HeldCertificate("ABCDEFGHIJKL", date(2025, 7, 31), date(2029, 11, 30)),
    )


def test_an_event_about_somebody_unknown_is_refused(kenpo_database: PostgresDatabase) -> None:
    with pytest.raises(ConflictError, match="登録のない人"):
        append(kenpo_database, reported(PersonId(uuid.uuid4())))


def test_the_same_fact_under_another_id_is_the_same_fact(kenpo_database: PostgresDatabase) -> None:
    office = Office()
    append(kenpo_database, office.registered(), office.joined(7))
    with kenpo_database.begin(KYOKAI, "test") as session:
        again = numbered(office.registered(), office.joined(7))
        assert session.register.append(again) == 0


def test_ten_thousand_people_go_in_within_two_seconds_of_our_processor_time(
    kenpo_database: PostgresDatabase,
) -> None:
    office = Office()
    parents = [office.joined(number) for number in range(5000)]
    children = [office.certified(one, 1) for one in parents]
    events: list[Event] = [office.registered(), *parents, *children]
    begun = time.process_time()
    append(kenpo_database, *events)
    written = time.process_time()
    found = records(kenpo_database)
    assert len(found) == 10_000
    assert written - begun < 2
    assert time.process_time() - written < 2
