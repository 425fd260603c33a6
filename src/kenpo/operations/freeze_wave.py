"""Freeze a wave: look at its targets again, make faces, pieces and lists, and keep them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from kenpo.mailing.balance import require_balance
from kenpo.mailing.canonical import frozen_hash
from kenpo.mailing.model import FrozenWave, Judged, TargetList, TargetListEntry, Wave
from kenpo.mailing.recheck import Recheck
from kenpo.mailing.target_lists import target_lists
from kenpo.operations.fill_envelopes import BranchMail, EnvelopeFiller
from kenpo.operations.freeze_checks import FreezeChecks
from kenpo.operations.plan_wave import require_planned
from kenpo.operations.ports import Session, WaveCounts
from kenpo.operations.wave_desk import WaveDesk, WaveNotReadyError
from kenpo.register.view import MemberRecord
from kenpo.values.branch import Branch
from kenpo.values.ids import WaveId

Records = Mapping[str, MemberRecord]


def freeze_wave(desk: WaveDesk, wave_id: WaveId, at: datetime | None = None) -> WaveCounts:
    """Fix who gets which envelope with which contents, for good; count it.

    ``at`` is the wave's frozen time (default now): the only time that reaches paper or package. A
    frozen wave stays as it is. Raises WaveNotReadyError before the plan and for a plan that is out
    of date, UnbalancedError when a count does not add up.
    """
    with desk.database.begin(desk.calendar.insurer, desk.actor) as session:
        stamp = session.waves.stamp(wave_id)
        wave = session.waves.plan(wave_id)
        if stamp is None or wave is None:
            raise WaveNotReadyError(
                f"送付時期 {wave_id} はまだ計画していません。"
                f"先に kenpo wave plan {wave_id} を実行してください。"
            )
        if stamp.sha256 is None:
            FreezeChecks(desk, session, wave).require(stamp)
            session.waves.save_frozen(_frozen(desk, session, (wave, at or desk.clock.now())))
        counts = session.waves.counts(wave_id)
        require_frozen(counts)
    return counts


def require_frozen(counts: WaveCounts) -> None:
    """Stop unless every target is in a piece, held or dropped, and every known one is listed."""
    require_planned(counts)
    parts = {"資格確認書": counts.certificates, "保留": counts.held, "取りやめ": counts.dropped}
    require_balance("確定", ("対象者", counts.targets), parts)
    require_balance("確定", ("判定できた対象者", counts.known), {"一覧表の行": counts.listed})


def _frozen(desk: WaveDesk, session: Session, order: tuple[Wave, datetime]) -> FrozenWave:
    wave, at = order
    targets = [one for one in session.waves.judged(wave.wave_id) if one.is_target]
    mails = list(_mails(_Branches(desk, session, wave), targets))
    frozen = FrozenWave(
        wave=wave,
        frozen_at=at,
        book=desk.book.hash,
        pieces=tuple(piece for mail in mails for piece in mail.pieces),
        lists=tuple(one for mail in mails for one in mail.lists),
        held=tuple(one for mail in mails for one in mail.held),
        dropped=tuple(one for mail in mails for one in mail.dropped),
        sha256="",
    )
    return replace(frozen, sha256=frozen_hash(frozen))


def _mails(branches: _Branches, targets: Sequence[Judged]) -> Iterator[BranchMail]:
    done = 0
    for branch, posting_on in branches.wave.posting:
        mine = [target for target in targets if target.branch == branch]
        yield branches.mail((branch, posting_on), mine)
        done += len(mine)
        branches.desk.progress(done, len(targets))


@dataclass(frozen=True, slots=True)
class _Branches:
    desk: WaveDesk
    session: Session
    wave: Wave

    def mail(self, when: tuple[Branch, date], targets: Sequence[Judged]) -> BranchMail:
        branch, posting_on = when
        then = self._at_snapshot(branch, targets)
        now = self._on_posting_day(branch, posting_on, then)
        found = Recheck(posting_on, self.desk.printer.unprintable)(targets, now)
        mail = EnvelopeFiller(self.desk, self.wave, branch, posting_on).fill(found)
        listed = (then[target.paper_key] for target in targets if not target.missing)
        return replace(mail, lists=target_lists(listed, self.wave.snapshot_on, self._unlistable))

    def _unlistable(self, name: str) -> tuple[str, ...]:
        """Why a name cannot stand on a list as it is: lacking characters, or too long."""
        entry = TargetListEntry("", name, name)
        day = self.wave.snapshot_on
        alone = TargetList("", self.wave.posting[0][0], "", "", day, (entry,))
        return tuple(self.desk.printer.target_list_faults(alone))

    def _at_snapshot(self, branch: Branch, targets: Sequence[Judged]) -> Records:
        wanted = {target.paper_key for target in targets}
        day = self.wave.snapshot_on
        return {
            record.paper_key: record
            for record in self.session.register.members_as_of(day, [branch])
            if record.paper_key in wanted and (record.lost_on is None or record.lost_on > day)
        }

    def _on_posting_day(self, branch: Branch, day: date, then: Records) -> Records:
        """Who had the number at the snapshot and has it still; a new holder is another person."""
        persons = {record.paper_key: record.person_id for record in then.values()}
        return {
            record.paper_key: record
            for record in self.session.register.members_as_of(day, [branch])
            if persons.get(record.paper_key) == record.person_id
        }
