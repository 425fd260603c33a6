"""What the demo prints: how far it is, what came of it, where to look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from kenpo.demo.summary import Summary
from kenpo.operations import ports
from kenpo.operations.ports import ImportedFile, Refusal
from kenpo.values.wareki import era_of, era_year

_MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Bars:
    """Shows each step of the tour as a bar with its time, on standard error."""

    bars: Progress

    @contextmanager
    def step(self, label: str) -> Iterator[ports.Progress]:
        """Show a step while it runs, and let it stand when it is done."""
        bar = self.bars.add_task(label, total=None)

        def show(done: int, total: int) -> None:
            self.bars.update(bar, completed=done, total=total)

        yield show
        if not self.bars.tasks[bar].finished:
            self.bars.update(bar, completed=1, total=1)


@contextmanager
def shown_bars() -> Iterator[Bars]:
    """Give the bars."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True)) as bars:
        yield Bars(bars)


def show_summary(summary: Summary, branches: int, today: date) -> None:
    """Print what the tour did; ``branches`` have members."""
    year = f"{era_of(today).label_ja}{era_year(today)}年"
    _say("kenpo デモ ― すべて架空のデータです / everything is made up")
    _say(
        f" 加入者 {summary.members:,} ・事業所 {summary.establishments:,}"
        f" ・支部 {branches}   きょう {today}（{year}）"
    )
    _say(
        f" 対象者 {summary.targets:,} = 資格確認書 {summary.certificates:,}"
        f" + 保留 {summary.held:,} + 取りやめ {summary.dropped:,}"
    )
    _say(
        f" 封筒 {summary.envelopes:,} ・事業所への一覧表 {summary.employer_lists:,}"
        f" ・断った届書の行 {summary.refused:,}"
    )


def show_refused(rows: Sequence[tuple[ImportedFile, Refusal]]) -> None:
    """Print the refused rows with the reason and what to do, as an import lists them."""
    table = Table(box=None, padding=(0, 1), title="断った行 / refused rows", title_justify="left")
    for heading in ("行", "項目 / field", "理由 / reason", "すること / what to do"):
        table.add_column(heading, overflow="fold")
    for _, refusal in rows[:_MOST_ROWS]:
        table.add_row(str(refusal.line), refusal.field, refusal.reason, refusal.todo)
    Console(highlight=False, markup=False).print(table)


def show_places(waves: Path, address: str | None) -> None:
    """Print where the envelopes lie, and where to look next."""
    for wave in sorted(waves.glob("bulk-*")):
        _say(f" できた封筒: {wave / 'package'}   一覧表: {wave / 'lists'}")
    if address is None:
        return
    _say(f" {address}  窓口 /r  保険者 /o  （ログイン不要・役を選ぶだけ）")
    _say(" 日付を動かす: ./run demo --today 2025-07-31   止める: Ctrl+C   消す: ./run demo --reset")


def _say(line: str) -> None:
    typer.echo(line)
