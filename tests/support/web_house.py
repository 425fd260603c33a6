"""A house for the screens' tests: a small desk, two waves in memory, a fixed day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

from kenpo.mailing.model import PieceState, Wave
from kenpo.operations.ports import RegisterCounts, Session, WaveCounts
from kenpo.values.branch import Branch
from kenpo.values.ids import WaveId
from kenpo.values.insurer import Insurer
from kenpo.web.house import House

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


@dataclass
class FixedClock:
    """Always the same day."""

    day: date = date(2026, 11, 20)

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, tzinfo=UTC)

    def today(self) -> date:
        return self.day


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


def fake_house(packages: Path, *, is_down: bool = False) -> House:
    """Return a house that answers from memory."""
    return House(small_desk, FakeDatabase(is_down), FixedClock(), packages)


def small_desk(question: Mapping[str, Any]) -> dict[str, object]:
    """Answer as the engine would, by three made-up rules: good enough to see a screen by."""
    on, facts = date.fromisoformat(question["on"]), question["facts"]
    items = [one["item"] for one in facts["brought"]]
    if "certificate" in items and "valid_until" not in facts["brought"][items.index("certificate")]:
        return _answer(None, [], "") | {"missing": ["valid_until"]}
    if "myna_card" in items and facts["reader"] == "works":
        return _answer("accept", items, "myna_card")
    if "legacy_card" in items and on <= date(2025, 12, 1):
        return _answer("accept", items, "legacy_card")
    if "legacy_card" in items and on <= date(2026, 3, 31):
        return _answer("provisional", items, "legacy_card")
    return _answer("refuse", items, "")


def _answer(outcome: str | None, items: list[str], used: str) -> dict[str, object]:
    return {
        "outcome": outcome,
        "by": {"item": used} if used else None,
        "reasons": {"ja": ["健康保険証は2025年12月1日まで使える"], "en": ["Until 2025-12-01"]},
        "do": {
            "ja": ["健康保険証の氏名・生年月日を確かめる", "記号・番号・枝番と保険者番号を写す"],
            "en": ["Check name and birth date on the card", "Copy symbol and number"],
        },
        "say": {
            "ja": "健康保険証で受け付けます。2025年12月2日からは使えなくなります。",
            "en": "Your insurance card is accepted. It cannot be used from 2 December 2025.",
        },
        "rule": "M50",
        "citations": [
            {
                "source": "S0",
                "place": "S0 L46",
                "quote": "令和7年12月1日までは健康保険証を使用することができます",
                "mark": "verbatim",
            }
        ],
        "conflicts": [],
        "missing": [],
        "book": "0123456789abcdef",
    }
