"""Show a wave: how far it is, its counts, and why people are out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TypeVar

from kenpo.mailing.canonical import instant_text
from kenpo.mailing.model import Held, Judged, PieceState, Wave
from kenpo.operations.freeze_wave import require_frozen
from kenpo.operations.plan_wave import require_planned
from kenpo.operations.ports import FrozenStamp, WaveCounts
from kenpo.operations.wave_desk import WaveDesk, WaveNotReadyError
from kenpo.values.branch import Branch
from kenpo.values.ids import WaveId

Taken = TypeVar("Taken")


@dataclass(frozen=True, slots=True)
class WaveReport:
    """A wave as the register has it; ``stamp`` None: it is not planned yet and all counts are 0."""

    wave: Wave
    stamp: FrozenStamp | None
    counts: WaveCounts
    by_branch: Mapping[Branch, WaveCounts]
    outs: Mapping[str, int]
    states: Mapping[PieceState, int]
    held: Sequence[Held]
    dropped: Sequence[Held]

    def to_json(self) -> dict[str, object]:
        """Return the report as JSON values."""
        stamp = self.stamp
        frozen_at = stamp.frozen_at if stamp else None
        return {
            "wave": self.wave.wave_id,
            "snapshot_on": self.wave.snapshot_on.isoformat(),
            "posting": {str(branch): day.isoformat() for branch, day in self.wave.posting},
            "book": stamp.book if stamp else None,
            "frozen_at": instant_text(frozen_at) if frozen_at else None,
            "sha256": stamp.sha256 if stamp else None,
            "counts": asdict(self.counts),
            "by_branch": {str(branch): asdict(one) for branch, one in self.by_branch.items()},
            "outs_by_reason": dict(self.outs),
            "states": {state.value: count for state, count in self.states.items()},
            "held": [_stopped(one) for one in self.held],
            "dropped": [_stopped(one) for one in self.dropped],
        }


def _stopped(one: Held) -> dict[str, str]:
    return {
        "paper_key": one.paper_key,
        "branch": str(one.branch),
        "reason": one.reason,
        "todo": one.todo,
    }


def show_wave(desk: WaveDesk, wave_id: WaveId) -> WaveReport:
    """Return the report of a wave; raise UnbalancedError when its counts do not add up."""
    wave = desk.calendar.wave(wave_id)
    with desk.database.begin(wave.insurer, desk.actor) as session:
        waves = session.waves
        report = WaveReport(
            wave=wave,
            stamp=waves.stamp(wave_id),
            counts=waves.counts(wave_id),
            by_branch=waves.counts_by_branch(wave_id),
            outs=waves.outs_by_reason(wave_id),
            states=waves.states(wave_id),
            held=waves.held(wave_id),
            dropped=waves.dropped(wave_id),
        )
    _require_balanced(report)
    return report


def judged_in(desk: WaveDesk, wave_id: WaveId, take: Callable[[Iterator[Judged]], Taken]) -> Taken:
    """Hand everybody judged for a wave, in list order, to ``take`` and return what it made of them.

    Raises WaveNotReadyError before the wave is planned.
    """
    wave = desk.calendar.wave(wave_id)
    with desk.database.begin(wave.insurer, desk.actor) as session:
        if session.waves.plan(wave_id) is None:
            raise WaveNotReadyError(
                f"送付時期 {wave_id} はまだ計画していません。"
                f"先に kenpo wave plan {wave_id} を実行してください。"
            )
        return take(session.waves.judged(wave_id))


def _require_balanced(report: WaveReport) -> None:
    frozen = report.stamp is not None and report.stamp.sha256 is not None
    for counts in (report.counts, *report.by_branch.values()):
        (require_frozen if frozen else require_planned)(counts)
