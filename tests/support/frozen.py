"""A made-up frozen wave for tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from kenpo.mailing.canonical import frozen_hash
from kenpo.mailing.households import group_by_addressee
from kenpo.mailing.model import FrozenWave, Held, Piece, Wave
from kenpo.mailing.pieces import household_pieces
from kenpo.mailing.target_lists import target_lists
from kenpo.register.view import MemberRecord
from kenpo.values.ids import WaveId
from kenpo.values.insurer import Insurer
from support.faces import faces_of
from support.members import SHIMANE, family, insured

WAVE = Wave(
    WaveId("bulk-2025-07"),
    Insurer.KYOKAI_KENPO,
    date(2025, 4, 30),
    ((SHIMANE, date(2025, 7, 31)),),
)
FROZEN_AT = datetime(2025, 7, 10, 0, 0, tzinfo=UTC)


def nothing_unprintable(text: str) -> tuple[str, ...]:
    """Every character can be printed."""
    return ()


def members(sizes: Iterable[int] = (1, 2, 6)) -> Sequence[MemberRecord]:
    """Families of so many certificates each."""
    return [
        member
        for number, size in enumerate(sizes, 1)
        for member in family(insured(number), size - 1)
    ]


def pieces_of(records: Sequence[MemberRecord]) -> tuple[Piece, ...]:
    """The pieces of records, four certificates an envelope."""
    return tuple(
        piece
        for household in group_by_addressee(records)
        for piece in household_pieces(WAVE.wave_id, household, faces_of(household), 4)
    )


def frozen_wave(sizes: Iterable[int] = (1, 2, 6)) -> FrozenWave:
    """A frozen wave of families of so many certificates, with one held and one dropped."""
    records = members(sizes)
    frozen = FrozenWave(
        wave=WAVE,
        frozen_at=FROZEN_AT,
        book="0123456789abcdef",
        pieces=pieces_of(records),
        lists=target_lists(records, WAVE.snapshot_on, nothing_unprintable),
        held=(Held(insured(90).paper_key, SHIMANE, "住所が分かりません", "確かめてください。"),),
        dropped=(Held(insured(91).paper_key, SHIMANE, "喪失しました", "送りません。"),),
        sha256="",
    )
    return replace(frozen, sha256=frozen_hash(frozen))
