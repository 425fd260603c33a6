"""From members to envelopes: each count is its own, and they must add up."""

from __future__ import annotations

from dataclasses import dataclass

from kenpo.operations.ports import WaveCounts
from kenpo.web.words import msg


@dataclass(frozen=True, slots=True)
class Step:
    """One bar: what is counted, in which unit, and its share of the widest bar (0 to 1000)."""

    label: str
    unit: str
    count: int
    width: int
    note: str
    is_aside: bool = False


@dataclass(frozen=True, slots=True)
class Balance:
    """Two sides that must be equal."""

    words: str
    left: int
    right: int

    @property
    def holds(self) -> bool:
        """Whether both sides are equal."""
        return self.left == self.right


def funnel(counts: WaveCounts) -> tuple[Step, ...]:
    """Return the bars from top to bottom; people who leave the way stand aside."""
    people, envelopes = msg("人"), msg("通")
    rows = (
        (msg("判定した加入者"), people, counts.judged, msg("基準日の台帳から"), False),
        (msg("対象でない"), people, counts.not_targets, msg("交付しない人"), True),
        (msg("対象"), people, counts.targets, msg("交付する人"), False),
        (msg("保留"), people, counts.held, msg("印刷できない文字や住所の不備"), True),
        (msg("取りやめ"), people, counts.dropped, msg("発送前の確認で外れた人"), True),
        (msg("資格確認書"), msg("枚"), counts.certificates, msg("1人に1枚"), False),
        (msg("封筒"), envelopes, counts.pieces, msg("世帯ごとに作る"), False),
    )
    widest = max((row[2] for row in rows), default=0)
    return tuple(
        Step(label, unit, count, _share(count, widest), note, aside)
        for label, unit, count, note, aside in rows
    )


def balances(counts: WaveCounts) -> tuple[Balance, ...]:
    """Return the sums a clerk checks; the second one exists once envelopes are made."""
    judged = Balance(
        msg("加入者は、対象と対象でない人の合計"),
        counts.judged,
        counts.targets + counts.not_targets,
    )
    if counts.pieces == 0:
        return (judged,)
    printed = counts.certificates + counts.held + counts.dropped
    return (
        judged,
        Balance(msg("対象は、資格確認書・保留・取りやめの合計"), counts.targets, printed),
    )


def _share(count: int, widest: int) -> int:
    if count == 0 or widest == 0:
        return 0
    return max(4, round(count * 1000 / widest))
