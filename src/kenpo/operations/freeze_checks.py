"""What must hold before a wave is frozen for good."""

from __future__ import annotations

from dataclasses import dataclass

from kenpo.mailing.model import Wave
from kenpo.operations.judge_members import MemberJudge
from kenpo.operations.ports import FrozenStamp, Session
from kenpo.operations.wave_desk import WaveDesk, WaveNotReadyError


@dataclass(frozen=True, slots=True)
class FreezeChecks:
    """Looks at a plan once more before nothing of it can be changed."""

    desk: WaveDesk
    session: Session
    wave: Wave

    def require(self, stamp: FrozenStamp) -> None:
        """Stop for another book, a register without people or card status, or a plan out of date.

        Raises WaveNotReadyError, which says what to do first.
        """
        if stamp.book != self.desk.book.hash:
            raise self._late("規則の本が変わりました")
        self._require_people()
        branches = [branch for branch, _ in self.wave.posting]
        members = list(self.session.register.members_as_of(self.wave.snapshot_on, branches))
        if members and all(member.status is None for member in members):
            raise self._without(
                "利用登録状況が一つも取り込まれていません", "kenpo import status FILE"
            )
        judge = MemberJudge(self.desk.book, self.wave.snapshot_on)
        changed = set(judge(members)) ^ set(self.session.waves.judged(self.wave.wave_id))
        if changed:
            people = len({one.paper_key for one in changed})
            raise self._late(f"台帳が変わり、{people:,}人の判定が変わります")

    def _require_people(self) -> None:
        if not self.session.register.counts(self.wave.snapshot_on).members:
            raise self._without("加入者が一人もいません", "kenpo import notifications FILE")

    def _late(self, what: str) -> WaveNotReadyError:
        wave_id = self.wave.wave_id
        return WaveNotReadyError(
            f"送付時期 {wave_id} を計画した後で{what}。"
            f"kenpo wave plan {wave_id} で計画し直してください。"
            f" / The plan is out of date; run kenpo wave plan {wave_id} again."
        )

    def _without(self, what: str, command: str) -> WaveNotReadyError:
        wave_id = self.wave.wave_id
        return WaveNotReadyError(
            f"送付時期 {wave_id} の基準日 {self.wave.snapshot_on} には{what}。"
            f"{command} で取り込み、kenpo wave plan {wave_id} で計画し直してから確定してください。"
            f" / Take it in with {command} and plan again before the freeze."
        )
