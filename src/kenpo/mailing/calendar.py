"""送付時期: which branch is mailed in which wave from which day, as data with its source."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kenpo.mailing.model import Wave
from kenpo.rulebook.citations import Mark
from kenpo.values.branch import Branch
from kenpo.values.ids import WaveId
from kenpo.values.insurer import Insurer


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One branch's wave and first posting day; ``mark`` says how well the day is known."""

    branch: Branch
    wave_id: WaveId
    posting_on: date
    mark: Mark
    source: str
    place: str


@dataclass(frozen=True, slots=True)
class WaveCalendar:
    """All waves of an insurer's bulk issue, from the register as of ``snapshot_on``."""

    insurer: Insurer
    snapshot_on: date
    rows: tuple[CalendarRow, ...]

    @property
    def wave_ids(self) -> tuple[WaveId, ...]:
        """The ids of the waves in order."""
        return tuple(sorted({row.wave_id for row in self.rows}))

    def wave(self, wave_id: WaveId) -> Wave:
        """Return the wave of that id; raise LookupError with the known ids."""
        posting = tuple((row.branch, row.posting_on) for row in self.rows if row.wave_id == wave_id)
        if not posting:
            known = " ".join(self.wave_ids)
            raise LookupError(
                f"送付時期 {wave_id} はありません。次のどれかを指定してください: {known}"
            )
        return Wave(wave_id, self.insurer, self.snapshot_on, posting)


def parse_calendar(text: str) -> WaveCalendar:
    """Read a calendar from its TOML text; raise ValueError when a branch stands in it twice."""
    data = tomllib.loads(text)
    rows = tuple(sorted((_row(item) for item in data["branch"]), key=lambda row: row.branch))
    _refuse_twice(rows)
    return WaveCalendar(Insurer(data["insurer"]), data["snapshot_on"], rows)


def _row(item: dict[str, object]) -> CalendarRow:
    posting_on = item["posting_on"]
    if not isinstance(posting_on, date):
        raise TypeError(f"支部 {item['code']}: posting_on は日付 (2025-07-31) で書いてください。")
    return CalendarRow(
        branch=Branch(int(str(item["code"]))),
        wave_id=WaveId(str(item["wave"])),
        posting_on=posting_on,
        mark=Mark(str(item["mark"])),
        source=str(item["source"]),
        place=str(item["place"]),
    )


def _refuse_twice(rows: tuple[CalendarRow, ...]) -> None:
    for before, after in pairwise(rows):
        if before.branch == after.branch:
            raise ValueError(f"支部 {after.branch} が2回あります。1行だけにしてください。")
