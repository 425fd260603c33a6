"""Folding all events again gives the same tables, however the events first came in."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

import pytest
from sqlalchemy import insert, text

from kenpo.operations.ports import NumberedEvent
from kenpo.register.events import CardStatusReported, PersonChanged
from kenpo.storage.access import Access
from kenpo.storage.database import PostgresDatabase
from kenpo.storage.projections import FOLDED
from kenpo.storage.rebuild import fingerprint
from kenpo.storage.tables import certificate
from kenpo.values.address import Address
from kenpo.values.branch import ALL_BRANCHES
from kenpo.values.insurer import Insurer
from kenpo.values.name import PersonName
from kenpo.values.person import MyNumberCardState
from support.register_events import OSAKA, SNAPSHOT, Office, lost, numbered, reported
from support.scale import SEED, scaled

KYOKAI = Insurer.KYOKAI_KENPO


def story() -> list[NumberedEvent]:
    """A little of everything: a family, a move, a correction, changed names, two snapshots."""
    shimane, osaka = Office(), Office(branch=OSAKA, office_symbol="ｻｻｻ")
    parent, colleague = shimane.joined(7), shimane.joined(8)
    child = shimane.certified(parent, 1)
    moved = osaka.joined(3, on=date(2025, 7, 1), person=parent.person_id)
    changed = PersonChanged(
        person_id=colleague.person_id,
        changed_on=date(2025, 3, 3),
        name=PersonName("ｼﾏﾈ ﾊﾁ", "嶋根　八"),
        birth_date=date(1979, 9, 9),
        address=Address("6900003", "島根県松江市朝日町"),
    )
    return numbered(
        shimane.registered(reported_on=date(2024, 11, 20)),
        osaka.registered(reported_on=date(2024, 11, 20)),
        parent,
        child,
        colleague,
        reported(parent.person_id),
        shimane.registered("出雲そば工房", date(2025, 1, 20)),
        shimane.registered(reported_on=date(2025, 2, 20)),
        changed,
        lost(child.person_id, date(2025, 6, 1)),
        lost(parent.person_id, date(2025, 6, 1)),
        lost(parent.person_id, date(2025, 6, 15)),
        moved,
        reported(parent.person_id, date(2025, 7, 31), MyNumberCardState.LOST),
        reported(parent.person_id, date(2025, 7, 31), MyNumberCardState.NONE),
    )


def append(database: PostgresDatabase, batches: Sequence[Sequence[NumberedEvent]]) -> None:
    for batch in batches:
        with database.begin(KYOKAI, "test") as session:
            session.register.append(batch)


def cut(events: list[NumberedEvent], seed: int) -> list[list[NumberedEvent]]:
    """Cut a story into random consecutive batches."""
    chance = random.Random(seed)
    places = sorted(chance.sample(range(1, len(events)), chance.randrange(len(events))))
    return [events[start:end] for start, end in zip([0, *places], [*places, None], strict=True)]


@pytest.mark.parametrize("seed", range(SEED, SEED + scaled(3, 40)))
def test_the_tables_folded_again_have_the_same_hash(
    kenpo_database: PostgresDatabase, seed: int
) -> None:
    append(kenpo_database, cut(story(), seed))
    with kenpo_database.begin(KYOKAI, "test") as session:
        tables = session.register.rebuild()
    assert [(table.table, table.is_same) for table in tables] == [(name, True) for name in FOLDED]
    assert all(table.rows > 0 for table in tables)


def test_a_table_that_was_tampered_with_is_found_and_mended(
    kenpo_database: PostgresDatabase, kenpo_access: Access
) -> None:
    append(kenpo_database, [story()])
    with kenpo_access.login() as connection:
        right = fingerprint(connection, KYOKAI, "coverage")
        connection.execute(text("update kenpo.coverage set wish_ticked = not wish_ticked"))
    with kenpo_database.begin(KYOKAI, "test") as session:
        found = {table.table: table for table in session.register.rebuild()}
    assert [name for name, table in found.items() if not table.is_same] == ["coverage"]
    assert found["coverage"].after == right


def test_certificates_stay_while_the_tables_around_them_are_made_again(
    kenpo_database: PostgresDatabase,
) -> None:
    office = Office()
    person = office.joined(7)
    append(kenpo_database, [numbered(office.registered(), person)])
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.connection.execute(
            insert(certificate).values(
                insurer=KYOKAI.value,
                serial="ABCDEFGHIJKL",
                person_id=person.person_id,
                issued_on=date(2025, 4, 1),
                valid_until=date(2029, 11, 30),
            )
        )
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.register.rebuild()
    with kenpo_database.begin(KYOKAI, "test") as session:
        (record,) = session.register.members_as_of(SNAPSHOT, ALL_BRANCHES)
    assert [held.serial for held in record.certificates] == ["ABCDEFGHIJKL"]


def test_events_keep_their_order_however_many_batches_bring_them(
    kenpo_database: PostgresDatabase,
) -> None:
    events = story()
    append(kenpo_database, [[event] for event in events])
    person = next(
        one.event.person_id for one in events if isinstance(one.event, CardStatusReported)
    )
    with kenpo_database.begin(KYOKAI, "test") as session:
        history = session.register.history_of(person)
    expected = [one.event for one in events if getattr(one.event, "person_id", None) == person]
    assert [recorded.event for recorded in history] == expected
