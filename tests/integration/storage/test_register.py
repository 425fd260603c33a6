"""The register on a real PostgreSQL."""

from __future__ import annotations

from datetime import date

from kenpo.storage.database import PostgresDatabase
from kenpo.values.branch import ALL_BRANCHES
from kenpo.values.insurer import Insurer
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
