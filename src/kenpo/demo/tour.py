"""The tour: from employers' files to certificates in envelopes, through the real operations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Protocol

from kenpo.demo.generate import Order, Received, generate
from kenpo.demo.presses import print_waves
from kenpo.demo.specimen import specimen
from kenpo.demo.summary import ACTOR, Summary, summarise
from kenpo.exchange.notifications import read_notifications
from kenpo.exchange.status import read_status
from kenpo.exchange.todokede import Checks
from kenpo.mailing.calendar import WaveCalendar
from kenpo.operations.freeze_wave import freeze_wave
from kenpo.operations.import_notifications import import_notifications
from kenpo.operations.import_status import import_status
from kenpo.operations.plan_wave import plan_wave
from kenpo.operations.ports import Progress, WaveCounts
from kenpo.operations.print_wave import PrintedWave
from kenpo.operations.take_in import Desk, Options
from kenpo.operations.wave_desk import WaveDesk
from kenpo.values.ids import WaveId
from kenpo.wiring import Kenpo
from kenpo.wiring.clock import TOKYO
from kenpo.wiring.waves import wave_desk

_OPENING = time(9)


class Watch(Protocol):
    """Shows the steps of the tour."""

    def step(self, label: str) -> AbstractContextManager[Progress]:
        """Show a step while it runs."""
        ...


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the made-up files go, and where the waves' folders go."""

    files: Path
    waves: Path


@dataclass(frozen=True, slots=True)
class Tour:
    """One walk through the product that the environment's settings open."""

    kenpo: Kenpo
    folders: Folders
    watch: Watch

    def run(self, order: Order) -> Summary:
        """Do everything up to the order's day; what is done already is done again without harm."""
        with self.watch.step("架空の町の届書と利用登録状況をつくる") as progress:
            received = generate(order, self.folders.files)
            progress(1, 1)
        self._import_notifications(received)
        self._import_snapshots(received)
        real = wave_desk(self.kenpo, ACTOR)
        desk = replace(real, issuer=specimen(real.issuer))
        frozen = self._freeze(desk, waves_by(desk.calendar, order.until))
        return summarise(self.kenpo, desk, self._print(frozen))

    def _import_notifications(self, received: Received) -> None:
        checks = Checks(self.kenpo.clock.today())
        with self.watch.step("届書を取り込む") as progress:
            for path, share in _shares(received.notifications, progress):
                file = read_notifications(path.name, path.read_bytes(), checks)
                import_notifications(self._desk(), file, share, Options())

    def _import_snapshots(self, received: Received) -> None:
        with self.watch.step("利用登録状況を取り込む") as progress:
            for path, share in _shares(received.snapshots, progress):
                file = read_status(path.name, path.read_bytes(), self.kenpo.clock.today())
                import_status(self._desk(), file, share, Options())

    def _freeze(self, desk: WaveDesk, wave_ids: list[WaveId]) -> dict[WaveId, WaveCounts]:
        counts = {}
        for wave_id in wave_ids:
            with self.watch.step(f"{wave_id}: 計画・確定") as progress:
                watched = replace(desk, progress=progress)
                plan_wave(watched, wave_id)
                at = opening_of(desk.calendar, wave_id)
                counts[wave_id] = freeze_wave(watched, wave_id, at)
        return counts

    def _print(self, frozen: dict[WaveId, WaveCounts]) -> dict[WaveId, PrintedWave]:
        largest_first = sorted(frozen, key=lambda wave_id: -frozen[wave_id].certificates)
        with ExitStack() as shown:
            bars = {
                wave_id: shown.enter_context(self.watch.step(f"{wave_id}: 印刷・検査・梱包"))
                for wave_id in largest_first
            }
            return print_waves(ACTOR, self.folders.waves, bars)

    def _desk(self) -> Desk:
        kenpo = self.kenpo
        return Desk(kenpo.database, kenpo.clock, kenpo.ids, kenpo.settings.insurer, ACTOR)


def waves_by(calendar: WaveCalendar, day: date) -> list[WaveId]:
    """Return the waves whose first posting day has come."""
    return [each for each in calendar.wave_ids if _first_posting(calendar, each) <= day]


def opening_of(calendar: WaveCalendar, wave_id: WaveId) -> datetime:
    """Return the frozen time of a demo's wave, so that two demos write the same bytes."""
    opening = datetime.combine(_first_posting(calendar, wave_id), _OPENING, TOKYO)
    return opening.astimezone(UTC)


def _first_posting(calendar: WaveCalendar, wave_id: WaveId) -> date:
    return min(day for _, day in calendar.wave(wave_id).posting)


def _shares(paths: tuple[Path, ...], progress: Progress) -> Iterator[tuple[Path, Progress]]:
    """Give each file its share of a bar by its bytes."""
    total = sum(path.stat().st_size for path in paths)
    before = 0
    for path in paths:
        size = path.stat().st_size
        yield path, _Share(progress, (before, size, total))
        before += size
        progress(before, total)


@dataclass(frozen=True, slots=True)
class _Share:
    progress: Progress
    span: tuple[int, int, int]

    def __call__(self, done: int, total: int) -> None:
        """Say how far the whole bar is."""
        before, size, whole = self.span
        self.progress(before + size * done // max(total, 1), whole)
