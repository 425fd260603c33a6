"""What the officer's wave pages show, read in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date

from kenpo.mailing.model import PieceState, Wave
from kenpo.operations.ports import Session, WaveCounts
from kenpo.values.ids import WaveId
from kenpo.values.insurer import Insurer
from kenpo.web.house import House
from kenpo.web.officer.funnel import Balance, Step, balances, funnel
from kenpo.web.officer.packages import WaveFile, files_of
from kenpo.web.officer.tile_map import Tile, tiles

INSURER = Insurer.KYOKAI_KENPO


@dataclass(frozen=True, slots=True)
class WaveLine:
    """One wave of the list."""

    wave: Wave
    counts: WaveCounts

    @property
    def first_on(self) -> date:
        """The first posting day of the wave."""
        return first_day(self.wave)


@dataclass(frozen=True, slots=True)
class WaveView:
    """Everything on a wave's page."""

    wave: Wave
    counts: WaveCounts
    steps: tuple[Step, ...]
    balances: tuple[Balance, ...]
    tiles: tuple[Tile, ...]
    outs: Mapping[str, int]
    states: Mapping[PieceState, int]
    files: tuple[WaveFile, ...]

    @property
    def first_on(self) -> date:
        """The first posting day of the wave."""
        return first_day(self.wave)


def first_day(wave: Wave) -> date:
    """Return the first posting day; a wave without branches is named by its snapshot day."""
    return min((day for _, day in wave.posting), default=wave.snapshot_on)


def read_waves(house: House) -> tuple[WaveLine, ...]:
    """Return all waves with their counts."""
    with begin(house) as session:
        return tuple(
            WaveLine(wave, session.waves.counts(wave.wave_id)) for wave in session.waves.waves()
        )


def known_wave(house: House, wave_id: WaveId) -> Wave | None:
    """Return the wave of that id, if there is one."""
    with begin(house) as session:
        return session.waves.plan(wave_id)


def wave_tiles(house: House, wave_id: WaveId) -> tuple[Tile, ...] | None:
    """Return the wave's map, or None when there is no such wave."""
    with begin(house) as session:
        wave = session.waves.plan(wave_id)
        return None if wave is None else tiles(wave, session.waves.counts_by_branch(wave_id))


def read_wave(house: House, wave_id: WaveId) -> WaveView | None:
    """Return the wave's page, or None when there is no such wave."""
    with begin(house) as session:
        wave = session.waves.plan(wave_id)
        return None if wave is None else _view(house, session, wave)


def begin(house: House) -> AbstractContextManager[Session]:
    """Open the officer's transaction."""
    return house.database.begin(INSURER, "screen:officer")


def _view(house: House, session: Session, wave: Wave) -> WaveView:
    store, wave_id = session.waves, wave.wave_id
    counts = store.counts(wave_id)
    return WaveView(
        wave=wave,
        counts=counts,
        steps=funnel(counts),
        balances=balances(counts),
        tiles=tiles(wave, store.counts_by_branch(wave_id)),
        outs=store.outs_by_reason(wave_id),
        states=store.states(wave_id),
        files=tuple(file for file in files_of(house.packages, wave_id) if file.branch is None),
    )
