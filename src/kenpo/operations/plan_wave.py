"""Plan a wave: judge every member of its branches as of the snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kenpo.mailing.balance import require_balance
from kenpo.mailing.model import Judged, Wave
from kenpo.operations.judge_members import MemberJudge
from kenpo.operations.ports import Session, WaveCounts
from kenpo.operations.wave_desk import WaveDesk
from kenpo.register.view import MemberRecord
from kenpo.values.ids import WaveId


def plan_wave(desk: WaveDesk, wave_id: WaveId) -> WaveCounts:
    """Judge and keep everybody of the wave's branches, in or out with row and reason; count them.

    Planning again replaces the plan; a frozen wave is left as it is. Raises LookupError for a wave
    the calendar does not have, UnbalancedError when a count does not add up.
    """
    wave = desk.calendar.wave(wave_id)
    with desk.database.begin(wave.insurer, desk.actor) as session:
        stamp = session.waves.stamp(wave_id)
        if stamp is None or stamp.sha256 is None:
            read = _plan(desk, wave, session)
            counts = session.waves.counts(wave_id)
            require_balance("計画", ("加入者", read), {"判定した人": counts.judged})
        counts = session.waves.counts(wave_id)
        require_planned(counts)
    return counts


def require_planned(counts: WaveCounts) -> None:
    """Stop unless everybody judged is in or out."""
    parts = {"対象者": counts.targets, "対象外": counts.not_targets}
    require_balance("計画", ("判定した人", counts.judged), parts)
    known = {"判定できた対象者": counts.known, "事実が分からない人": counts.unknown}
    require_balance("計画", ("対象者", counts.targets), known)


def _plan(desk: WaveDesk, wave: Wave, session: Session) -> int:
    branches = [branch for branch, _ in wave.posting]
    members = list(session.register.members_as_of(wave.snapshot_on, branches))
    judged = list(_watched(desk, members, MemberJudge(desk.book, wave.snapshot_on)(members)))
    session.waves.save_plan(wave, desk.book.hash, judged)
    return len(members)


def _watched(
    desk: WaveDesk, members: list[MemberRecord], judged: Iterable[Judged]
) -> Iterator[Judged]:
    for done, one in enumerate(judged, 1):
        yield one
        if done % 1_000 == 0 or done == len(members):
            desk.progress(done, len(members))
