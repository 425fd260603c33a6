"""Waves, their judged members, targets and pieces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kenpo.mailing.model import FrozenWave, Held, Judged, PieceState, Wave
from kenpo.values.branch import Branch
from kenpo.values.ids import WaveId


@dataclass(frozen=True, slots=True)
class WaveCounts:
    """The counts of a wave or of one branch of it; each number is its own query.

    judged = targets + not_targets; targets = known + unknown; once the wave is frozen
    targets = certificates + held + dropped and known = listed.
    ``unknown``: targets about whom a fact is missing; they are held. ``listed``: list entries.
    """

    judged: int
    targets: int
    not_targets: int
    held: int
    dropped: int
    certificates: int
    pieces: int
    lists: int
    known: int = 0
    unknown: int = 0
    listed: int = 0


@dataclass(frozen=True, slots=True)
class FrozenStamp:
    """By which book a wave was planned and, once it is frozen, when and with which hash."""

    book: str
    frozen_at: datetime | None
    sha256: str | None


class Waves(Protocol):
    """Waves, their judged members, targets and pieces."""

    def save_plan(self, wave: Wave, book: str, judged: Sequence[Judged]) -> None:
        """Keep a plan; planning again replaces it until the wave is frozen."""
        ...

    def plan(self, wave_id: WaveId) -> Wave | None:
        """Return the planned wave."""
        ...

    def judged(self, wave_id: WaveId) -> Iterator[Judged]:
        """Yield who was judged for the wave, in and out, in list order."""
        ...

    def save_frozen(self, frozen: FrozenWave) -> None:
        """Keep the frozen wave once; certificates become issued in the register's view."""
        ...

    def frozen(self, wave_id: WaveId) -> FrozenWave | None:
        """Return the frozen wave."""
        ...

    def stamp(self, wave_id: WaveId) -> FrozenStamp | None:
        """Return the book of a planned wave and, once it is frozen, its time and hash."""
        ...

    def held(self, wave_id: WaveId) -> Sequence[Held]:
        """Return the targets of a frozen wave that are held, in list order."""
        ...

    def dropped(self, wave_id: WaveId) -> Sequence[Held]:
        """Return the targets of a frozen wave that were dropped, in list order."""
        ...

    def mark(self, wave_id: WaveId, state: PieceState, at: datetime, note: str) -> int:
        """Move all pieces that stand right before ``state``, return how many moved."""
        ...

    def states(self, wave_id: WaveId) -> Mapping[PieceState, int]:
        """Count the pieces of a wave by state."""
        ...

    def waves(self) -> Sequence[Wave]:
        """Return all waves by id."""
        ...

    def counts(self, wave_id: WaveId) -> WaveCounts:
        """Count a wave."""
        ...

    def counts_by_branch(self, wave_id: WaveId) -> Mapping[Branch, WaveCounts]:
        """Count a wave by branch."""
        ...

    def outs_by_reason(self, wave_id: WaveId) -> Mapping[str, int]:
        """Count the members who are no targets by Japanese reason."""
        ...
