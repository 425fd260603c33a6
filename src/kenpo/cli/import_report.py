"""What an import did, as a table for people or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kenpo.operations.import_files import ImportReport
from kenpo.operations.ports import Refusal


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a report, or why the whole file could not be read."""

    path: Path
    report: ImportReport | None
    unreadable: Refusal | None


def show(outcome: Outcome) -> None:
    """Print one file's counts and its refused rows."""
    console = Console(highlight=False, soft_wrap=False)
    console.print(f"[bold]{escape(str(outcome.path))}[/]")
    if outcome.unreadable is not None:
        console.print("  このファイルは取り込めません。 / This file cannot be read.")
        console.print(_table([outcome.unreadable]))
    if outcome.report is not None:
        _show_report(console, outcome.report)


def _show_report(console: Console, report: ImportReport) -> None:
    if report.already:
        console.print(
            "  このファイルは取り込み済みです。何も変えていません。"
            " / Already taken in; nothing was changed."
        )
    if report.dry_run:
        console.print("  試しただけです。何も残していません。 / Dry run; nothing was kept.")
    console.print(
        f"  行 / rows {report.rows:,} = 受付 / accepted {report.accepted:,}"
        f" + 変更なし / unchanged {report.unchanged:,} + 断り / refused {report.refused:,}"
    )
    if report.refusals:
        console.print(_table(report.refusals))


def _table(refusals: Sequence[Refusal]) -> Table:
    table = Table(box=None, padding=(0, 1))
    table.add_column("行 / line", justify="right", no_wrap=True)
    table.add_column("項目と値の形 / field, form", ratio=2, overflow="fold")
    table.add_column("理由と、すること / reason, what to do", ratio=3, overflow="fold")
    for one in refusals:
        table.add_row(
            str(one.line) if one.line else "-",
            escape(f"{one.field}\n{one.form}"),
            escape(f"{one.reason}\n→{one.todo}"),
        )
    return table


def show_json(outcomes: Sequence[Outcome]) -> str:
    """Return all outcomes as one JSON object."""
    files = [
        {
            "path": str(outcome.path),
            "unreadable": outcome.unreadable,
            "report": outcome.report,
        }
        for outcome in outcomes
    ]
    return msgspec.json.encode({"files": files}).decode()
