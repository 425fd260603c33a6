"""The chain of coverage spans: no overlap, whoever writes and however many at once."""

from __future__ import annotations

import random
import threading
import uuid
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from kenpo.storage.access import Access, Role
from kenpo.storage.database import PostgresDatabase, bind
from kenpo.storage.errors import ConflictError
from kenpo.values.insurer import Insurer
from support.register_events import ACQUIRED, Office, lost, numbered
from support.scale import SEED, scaled

KYOKAI = Insurer.KYOKAI_KENPO
START = date(2024, 1, 1)
PEOPLE = [uuid.UUID(int=number) for number in range(1, 41)]
OFFICE = Office()


def test_a_second_cover_while_the_first_is_open_is_refused_and_nothing_of_it_is_kept(
    kenpo_database: PostgresDatabase,
) -> None:
    office = Office()
    first = office.joined(7)
    second = office.joined(8, on=date(2025, 1, 1), person=first.person_id)
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.register.append(numbered(office.registered(), first))
    with (
        pytest.raises(ConflictError, match="重なります"),
        kenpo_database.begin(KYOKAI, "test") as session,
    ):
        session.register.append(numbered(second))
    with kenpo_database.begin(KYOKAI, "test") as session:
        assert len(session.register.history_of(first.person_id)) == 1


def test_two_writers_at_once_cannot_both_cover_one_person(
    kenpo_database: PostgresDatabase,
) -> None:
    office = Office()
    first = office.joined(7)
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.register.append(
            numbered(office.registered(), first, lost(first.person_id, date(2024, 12, 1)))
        )
    together = threading.Barrier(2)
    outcomes: list[str] = []

    def write(number: int) -> None:
        again = office.joined(number, on=date(2025, 1, number), person=first.person_id)
        together.wait()
        try:
            with kenpo_database.begin(KYOKAI, f"writer {number}") as session:
                session.register.append(numbered(again))
            outcomes.append("written")
        except ConflictError:
            outcomes.append("refused")

    writers = [threading.Thread(target=write, args=(number,)) for number in (8, 9)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(outcomes) == ["refused", "written"]


@pytest.mark.parametrize(
    ("on", "message"),
    [(ACQUIRED, "より前に始まった資格がありません"), (date(2020, 1, 1), "より前に始まった")],
)
def test_a_loss_before_any_cover_is_refused(
    kenpo_database: PostgresDatabase, on: date, message: str
) -> None:
    office = Office()
    person = office.joined(7)
    with (
        pytest.raises(ConflictError, match=message),
        kenpo_database.begin(KYOKAI, "test") as session,
    ):
        session.register.append(numbered(office.registered(), person, lost(person.person_id, on)))


def test_a_number_that_somebody_holds_cannot_be_given_to_another(
    kenpo_database: PostgresDatabase,
) -> None:
    office = Office()
    with (
        pytest.raises(ConflictError, match="同じ記号・番号・枝番"),
        kenpo_database.begin(KYOKAI, "test") as session,
    ):
        session.register.append(
            numbered(
                office.registered(),
                first := office.joined(7),
                lost(first.person_id, date(2025, 1, 1)),
                office.joined(8, on=date(2025, 2, 1), person=first.person_id),
                office.joined(8, on=date(2025, 3, 1)),
            )
        )


INSERT = text(
    """
    insert into kenpo.coverage (insurer, person_id, valid_from, valid_until, prev_until,
        insured_person_id, establishment_id, relation, insurer_number, symbol, number, paper_key,
        decided_on, wish_ticked, my_number_filed, lost_on, loss_reason, event_id, lost_event_id)
    values ('kyokai_kenpo', :person, :first, :last, :before, :person, :office, 'insured',
        '01320019', '1', '1', :paper_key, :first, false, false, cast(:last as date) + 1, 'left',
        uuidv7(), uuidv7())
    """
)


def prepared(database: PostgresDatabase) -> None:
    """Register the office and forty people who are not covered yet."""
    with database.begin(KYOKAI, "test") as session:
        session.register.append(numbered(OFFICE.registered()))
        session.connection.execute(
            text(
                "insert into kenpo.person select 'kyokai_kenpo', p, p::text, now(), null, uuidv7()"
                " from unnest(cast(:people as uuid[])) p"
            ),
            {"people": PEOPLE},
        )


def fuzz(access: Access, seed: int, steps: int) -> int:
    """Try random spans with right and wrong forerunners; return how many were taken."""
    chance = random.Random(seed)
    engine = access.engine(Role.APPLICATION)
    taken = 0
    for _ in range(steps):
        person = chance.choice(PEOPLE)
        first = START + timedelta(days=chance.randrange(300))
        last = first + timedelta(days=chance.randint(-3, 23))
        try:
            with engine.begin() as connection:
                bind(connection, KYOKAI)
                connection.execute(
                    INSERT,
                    {
                        "person": person,
                        "first": first,
                        "last": last,
                        "before": forerunner(connection, person, first, chance),
                        "office": OFFICE.establishment_id,
                        "paper_key": str(uuid.uuid4()),
                    },
                )
            taken += 1
        except DBAPIError:
            continue
    engine.dispose()
    return taken


def forerunner(
    connection: Connection, person: uuid.UUID, first: date, chance: random.Random
) -> date | None:
    """Return the last day of the span before, in four of five cases; else any or none."""
    if chance.random() < 0.8:
        query = text(
            "select max(valid_until) from kenpo.coverage"
            " where person_id = :person and valid_until < :first"
        )
        found: date | None = connection.scalar(query, {"person": person, "first": first})
        return found
    return chance.choice([None, START + timedelta(days=chance.randrange(320))])


@pytest.mark.slow
def test_several_fuzzing_writers_never_leave_an_overlap(
    kenpo_database: PostgresDatabase, kenpo_access: Access
) -> None:
    prepared(kenpo_database)
    taken: list[int] = []
    writers = [
        threading.Thread(
            target=lambda seed=seed: taken.append(fuzz(kenpo_access, seed, scaled(400, 3000)))
        )
        for seed in range(SEED, SEED + 3)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    spans = defaultdict(list)
    with kenpo_access.login() as connection:
        rows = connection.execute(
            text("select person_id, valid_from, valid_until from kenpo.coverage order by 1, 2")
        )
        for person, first, last in rows:
            spans[person].append((first, last))
    assert sum(taken) == sum(map(len, spans.values())) > len(PEOPLE)
    for chain in spans.values():
        for (_, last), (first, _) in pairwise(chain):
            assert last < first
