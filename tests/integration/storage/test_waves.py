"""Waves on a real PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import text

from kenpo.issuance.make_face import certificate_face
from kenpo.mailing.canonical import frozen_hash
from kenpo.mailing.households import group_by_addressee
from kenpo.mailing.model import FrozenWave, Held, Judged, PieceState, Wave
from kenpo.mailing.pieces import household_pieces
from kenpo.mailing.target_lists import target_lists
from kenpo.operations.ports import WaveCounts
from kenpo.register.view import MemberRecord
from kenpo.storage.database import PostgresDatabase
from kenpo.storage.errors import ConflictError
from kenpo.values.branch import Branch
from kenpo.values.ids import RowId, WaveId, serial_of
from kenpo.values.insurer import Insurer
from support.faces import ISSUE
from support.register_events import SHIMANE, SNAPSHOT, Office, numbered

KYOKAI = Insurer.KYOKAI_KENPO
POSTING = date(2025, 7, 31)
OTHER = Branch(31)
WAVE = Wave(WaveId("bulk-2025-07"), KYOKAI, SNAPSHOT, ((OTHER, POSTING), (SHIMANE, POSTING)))
AT = datetime(2025, 7, 10, 1, 2, 3, tzinfo=UTC)


def fill(database: PostgresDatabase) -> list[MemberRecord]:
    """Six members: a family of three, two single people and one more who will be out."""
    office = Office()
    heads = [office.joined(number) for number in (1, 2, 3, 4)]
    children = [office.certified(heads[0], n) for n in (1, 2)]
    with database.begin(KYOKAI, "test") as session:
        session.register.append(numbered(office.registered(), *heads, *children))
        return list(session.register.members_as_of(SNAPSHOT, [SHIMANE]))


def judged(records: list[MemberRecord]) -> list[Judged]:
    """All are targets but the last; about the last target a fact is missing."""
    return [
        Judged(
            paper_key=record.paper_key,
            branch=record.branch,
            office=str(record.office),
            is_target=place < 5,
            row=RowId("C10" if place < 5 else "C13"),
            reason_ja="マイナ保険証がない" if place < 5 else "マイナ保険証で受診できる",
            reason_en="no card" if place < 5 else "card works",
            missing=("my_number_card",) if place == 4 else (),
        )
        for place, record in enumerate(records)
    ]


def frozen(records: list[MemberRecord], wave: Wave = WAVE) -> FrozenWave:
    """The family goes, the first single person is dropped, the second held."""
    pieces = tuple(
        piece
        for household in group_by_addressee(records[:3])
        for piece in household_pieces(
            wave.wave_id,
            household,
            [
                certificate_face(one, serial_of(wave.wave_id, one.paper_key, "c", 1), ISSUE)
                for one in household
            ],
            2,
        )
    )
    made = FrozenWave(
        wave=wave,
        frozen_at=AT,
        book="b" * 16,
        pieces=pieces,
        lists=target_lists(records[:4], SNAPSHOT, lambda _: ()),
        held=(Held(records[4].paper_key, SHIMANE, "分かりません", "調べてください。"),),
        dropped=(Held(records[3].paper_key, SHIMANE, "喪失しました", "送りません。"),),
        sha256="",
    )
    return replace(made, sha256=frozen_hash(made))


@pytest.fixture
def records(kenpo_database: PostgresDatabase) -> list[MemberRecord]:
    found = fill(kenpo_database)
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.waves.save_plan(WAVE, "b" * 16, judged(found))
    return found


def test_a_plan_is_read_back_as_it_was_saved(
    kenpo_database: PostgresDatabase, records: list[MemberRecord]
) -> None:
    with kenpo_database.begin(KYOKAI, "test") as session:
        assert session.waves.plan(WAVE.wave_id) == WAVE
        assert session.waves.waves() == [WAVE]
        assert list(session.waves.judged(WAVE.wave_id)) == judged(records)
        assert session.waves.plan(WaveId("bulk-2025-08")) is None


def test_planning_again_replaces_the_plan(
    kenpo_database: PostgresDatabase, records: list[MemberRecord]
) -> None:
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.waves.save_plan(WAVE, "c" * 16, judged(records)[:2])
    with kenpo_database.begin(KYOKAI, "test") as session:
        assert list(session.waves.judged(WAVE.wave_id)) == judged(records)[:2]
        stamp = session.waves.stamp(WAVE.wave_id)
        assert stamp is not None
        assert (stamp.book, stamp.frozen_at, stamp.sha256) == ("c" * 16, None, None)


def test_a_frozen_wave_is_read_back_with_the_same_hash(
    kenpo_database: PostgresDatabase, records: list[MemberRecord]
) -> None:
    made = frozen(records)
    with kenpo_database.begin(KYOKAI, "test") as session:
        assert session.waves.frozen(WAVE.wave_id) is None
        session.waves.save_frozen(made)
    with kenpo_database.begin(KYOKAI, "test") as session:
        assert session.waves.frozen(WAVE.wave_id) == made


def test_every_count_is_counted_by_itself_and_they_add_up(
    kenpo_database: PostgresDatabase, records: list[MemberRecord]
) -> None:
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.waves.save_frozen(frozen(records))
        counts = session.waves.counts(WAVE.wave_id)
        by_branch = session.waves.counts_by_branch(WAVE.wave_id)
        outs = session.waves.outs_by_reason(WAVE.wave_id)
    assert counts == WaveCounts(
        judged=6,
        targets=5,
        not_targets=1,
        held=1,
        dropped=1,
        certificates=3,
        pieces=2,
        lists=1,
        known=4,
        unknown=1,
        listed=4,
    )
    assert by_branch[SHIMANE] == counts
    assert by_branch[OTHER] == WaveCounts(0, 0, 0, 0, 0, 0, 0, 0)
    assert outs == {"マイナ保険証で受診できる": 1}


def test_frozen_certificates_stand_in_the_register_from_their_day_of_issue(
    kenpo_database: PostgresDatabase, records: list[MemberRecord]
) -> None:
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.waves.save_frozen(frozen(records))
    with kenpo_database.begin(KYOKAI, "test") as session:
        before, after = (
            [len(one.certificates) for one in session.register.members_as_of(on, [SHIMANE])]
            for on in (SNAPSHOT, POSTING)
        )
    assert before == [0] * 6
    assert after == [1, 1, 1, 0, 0, 0]


def test_a_frozen_wave_cannot_be_planned_or_frozen_again(
    kenpo_database: PostgresDatabase, records: list[MemberRecord]
) -> None:
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.waves.save_frozen(frozen(records))
    with (
        pytest.raises(ConflictError, match="確定"),
        kenpo_database.begin(KYOKAI, "test") as session,
    ):
        session.waves.save_plan(WAVE, "c" * 16, [])
    with (
        pytest.raises(ConflictError, match="確定"),
        kenpo_database.begin(KYOKAI, "test") as session,
    ):
        session.waves.save_frozen(frozen(records))


def test_nobody_stands_in_two_open_pieces_even_in_two_waves(
    kenpo_database: PostgresDatabase, records: list[MemberRecord]
) -> None:
    second = replace(WAVE, wave_id=WaveId("bulk-2025-08"))
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.waves.save_frozen(frozen(records))
        session.waves.save_plan(second, "b" * 16, judged(records))
    with (
        pytest.raises(ConflictError, match="別の封筒"),
        kenpo_database.begin(KYOKAI, "test") as session,
    ):
        session.waves.save_frozen(frozen(records, second))


def test_pieces_move_only_along_the_arrows_and_each_step_is_kept(
    kenpo_database: PostgresDatabase, records: list[MemberRecord]
) -> None:
    wave_id = WAVE.wave_id
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.waves.save_frozen(frozen(records))
        assert session.waves.mark(wave_id, PieceState.PACKED, AT, "too early") == 0
        for state in (PieceState.RENDERED, PieceState.PREFLIGHTED, PieceState.PACKED):
            assert session.waves.mark(wave_id, state, AT, "note") == 2
            assert session.waves.mark(wave_id, state, AT, "again") == 0
        assert session.waves.states(wave_id)[PieceState.PACKED] == 2
        steps = session.connection.execute(
            text("select actor, state, moved, note from kenpo.wave_step order by step_id")
        ).all()
    assert [tuple(step) for step in steps] == [
        ("test", state, 2, "note") for state in ("rendered", "preflighted", "packed")
    ]


@pytest.mark.parametrize(
    "change",
    [
        "update kenpo.piece set addressee = 'x' where position = 1",
        "update kenpo.piece_certificate set number = '9' where position = 2",
        "update kenpo.piece_certificate set valid_until = valid_until - 1 where position = 1",
    ],
)
def test_a_frozen_wave_that_was_changed_behind_our_back_is_refused(
    kenpo_database: PostgresDatabase, records: list[MemberRecord], change: str
) -> None:
    with kenpo_database.begin(KYOKAI, "test") as session:
        session.waves.save_frozen(frozen(records))
        session.connection.execute(text(change))
    with (
        pytest.raises(ConflictError, match="変わって"),
        kenpo_database.begin(KYOKAI, "test") as session,
    ):
        session.waves.frozen(WAVE.wave_id)


def test_another_insurer_sees_nothing_of_a_wave(
    kenpo_database: PostgresDatabase, records: list[MemberRecord]
) -> None:
    with kenpo_database.begin(Insurer.JSR_KENPO, "test") as session:
        assert session.waves.waves() == []
        rows: Any = session.connection.execute(text("select count(*) from kenpo.judged")).scalar()
        assert rows == 0


def test_a_certificate_for_nobody_in_the_register_is_refused(
    kenpo_database: PostgresDatabase, records: list[MemberRecord]
) -> None:
    made = frozen(records)
    (first, *rest) = made.pieces
    stranger = replace(first.certificates[0], number="999")
    odd = replace(made, pieces=(replace(first, certificates=(stranger,)), *rest))
    with (
        pytest.raises(ConflictError, match="結びつきません"),
        kenpo_database.begin(KYOKAI, "test") as session,
    ):
        session.waves.save_frozen(odd)
