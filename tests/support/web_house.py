"""A house for the screens' tests: the real rules, a wave in memory, a fixed day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import cast

from kenpo.mailing.model import PieceState, Wave
from kenpo.operations.decide import decide
from kenpo.operations.ports import RegisterCounts, Session, WaveCounts
from kenpo.values.branch import Branch
from kenpo.values.ids import WaveId
from kenpo.values.insurer import Insurer
from kenpo.web.house import House
from kenpo.wiring import FixedClock, rule_library

TODAY = date(2026, 11, 20)
SHIMANE, TOKYO = Branch(32), Branch(13)
WAVE = Wave(
    WaveId("bulk-2025-07"),
    Insurer.KYOKAI_KENPO,
    date(2025, 4, 30),
    ((SHIMANE, date(2025, 7, 31)), (TOKYO, date(2025, 8, 1))),
)
COUNTS = {
    SHIMANE: WaveCounts(300, 90, 210, 2, 1, 87, 60, 12),
    TOKYO: WaveCounts(1200, 340, 860, 3, 0, 337, 250, 48),
}
TOTAL = WaveCounts(1500, 430, 1070, 5, 1, 424, 310, 60)


class FakeWaves:
    """One wave of two branches."""

    def waves(self) -> tuple[Wave, ...]:
        return (WAVE,)

    def plan(self, wave_id: str) -> Wave | None:
        return WAVE if wave_id == WAVE.wave_id else None

    def counts(self, _wave_id: str) -> WaveCounts:
        return TOTAL

    def counts_by_branch(self, _wave_id: str) -> Mapping[Branch, WaveCounts]:
        return COUNTS

    def outs_by_reason(self, _wave_id: str) -> Mapping[str, int]:
        return {"マイナ保険証で受診できる": 1000, "資格を喪失している": 70}

    def states(self, _wave_id: str) -> Mapping[PieceState, int]:
        return {PieceState.PACKED: 310}


class FakeRegister:
    """Counts only."""

    def counts(self, _on: date) -> RegisterCounts:
        return RegisterCounts(1500, 900, 600, 40)


@dataclass
class FakeSession:
    """A session of the fakes."""

    waves: FakeWaves = field(default_factory=FakeWaves)
    register: FakeRegister = field(default_factory=FakeRegister)


@dataclass
class FakeDatabase:
    """Opens sessions of the fakes, or fails like a database that is down."""

    is_down: bool = False

    @contextmanager
    def begin(self, _insurer: Insurer, _actor: str) -> Iterator[Session]:
        if self.is_down:
            raise ConnectionError("secret-host 0570-015-369")
        yield cast("Session", FakeSession())


def fake_house(packages: Path, *, is_down: bool = False, day: date = TODAY) -> House:
    """Return a house with the real rules, waves from memory and a fixed day."""
    return House(partial(decide, rule_library()), FakeDatabase(is_down), FixedClock(day), packages)
