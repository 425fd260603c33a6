"""Waves in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from kenpo.mailing.model import FrozenWave, Held, Judged, PieceState, Wave
from kenpo.mailing.states import states_before
from kenpo.operations.ports import FrozenStamp, WaveCounts
from kenpo.storage import wave_tables as t
from kenpo.storage.wave_counts import WaveTallies
from kenpo.storage.wave_freezes import WaveFreezes
from kenpo.storage.wave_plans import WavePlans
from kenpo.values.branch import Branch
from kenpo.values.ids import WaveId
from kenpo.values.insurer import Insurer


@dataclass(frozen=True, slots=True)
class PostgresWaves:
    """Waves of one insurer inside one transaction; implements ``operations.ports.Waves``."""

    connection: Connection
    insurer: Insurer
    actor: str

    def save_plan(self, wave: Wave, book: str, judged: Sequence[Judged]) -> None:
        """Keep a plan; planning again replaces it until the wave is frozen."""
        WavePlans(self.connection, self.insurer).save(wave, book, judged)

    def plan(self, wave_id: WaveId) -> Wave | None:
        """Return the planned wave."""
        return WavePlans(self.connection, self.insurer).find(wave_id)

    def judged(self, wave_id: WaveId) -> Iterator[Judged]:
        """Yield who was judged for the wave, in and out, in list order."""
        return WavePlans(self.connection, self.insurer).judged(wave_id)

    def waves(self) -> Sequence[Wave]:
        """Return all waves by id."""
        return WavePlans(self.connection, self.insurer).all()

    def save_frozen(self, frozen: FrozenWave) -> None:
        """Keep the frozen wave once; certificates become issued in the register's view."""
        WaveFreezes(self.connection, self.insurer).save(frozen)

    def frozen(self, wave_id: WaveId) -> FrozenWave | None:
        """Return the frozen wave."""
        wave = self.plan(wave_id)
        return WaveFreezes(self.connection, self.insurer).find(wave) if wave else None

    def held(self, wave_id: WaveId) -> Sequence[Held]:
        """Return the targets of a frozen wave that are held, in list order."""
        return WaveFreezes(self.connection, self.insurer).held(wave_id)

    def dropped(self, wave_id: WaveId) -> Sequence[Held]:
        """Return the targets of a frozen wave that were dropped, in list order."""
        return WaveFreezes(self.connection, self.insurer).dropped(wave_id)

    def stamp(self, wave_id: WaveId) -> FrozenStamp | None:
        """Return the book of a planned wave and, once it is frozen, its time and hash."""
        c = t.wave.c
        statement = select(c.book, c.frozen_at, c.sha256).where(
            c.insurer == self.insurer.value, c.wave_id == wave_id
        )
        row = self.connection.execute(statement).one_or_none()
        return None if row is None else FrozenStamp(row.book, row.frozen_at, row.sha256)

    def mark(self, wave_id: WaveId, state: PieceState, at: datetime, note: str) -> int:
        """Move all pieces that stand right before ``state``, return how many moved."""
        c = t.piece.c
        statement = (
            update(t.piece)
            .where(c.insurer == self.insurer.value, c.wave_id == wave_id)
            .where(c.state.in_([before.value for before in states_before(state)]))
            .values(state=state.value)
        )
        moved = self.connection.execute(statement).rowcount
        if moved:
            self._log(wave_id, {"state": state.value, "at": at, "note": note, "moved": moved})
        return moved

    def states(self, wave_id: WaveId) -> Mapping[PieceState, int]:
        """Count the pieces of a wave by state."""
        return WaveTallies(self.connection, self.insurer).states(wave_id)

    def counts(self, wave_id: WaveId) -> WaveCounts:
        """Count a wave."""
        return WaveTallies(self.connection, self.insurer).all(wave_id)

    def counts_by_branch(self, wave_id: WaveId) -> Mapping[Branch, WaveCounts]:
        """Count a wave by branch."""
        return WaveTallies(self.connection, self.insurer).by_branch(wave_id)

    def outs_by_reason(self, wave_id: WaveId) -> Mapping[str, int]:
        """Count the members who are no targets by Japanese reason."""
        return WaveTallies(self.connection, self.insurer).outs_by_reason(wave_id)

    def _log(self, wave_id: WaveId, step: Mapping[str, object]) -> None:
        keys = {"insurer": self.insurer.value, "wave_id": wave_id, "actor": self.actor}
        self.connection.execute(insert(t.wave_step), keys | dict(step))
