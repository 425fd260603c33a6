"""What an import did, as a table for people or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from rich.console import Console
from rich.padding import Padding

from kenpo.operations.import_files import ImportReport
from kenpo.operations.ports import Refusal

_MOST = 100


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a report, or why the whole file could not be read."""

    path: Path
    report: ImportReport | None
    unreadable: Refusal | None


def show(outcome: Outcome) -> None:
    """Print one file's counts and its refused rows, folded to the width of the terminal."""
    console = Console(highlight=False, markup=False, emoji=False)
    console.print(str(outcome.path), style="bold")
    if outcome.unreadable is not None:
        console.print("  このファイルは取り込めません。 / This file cannot be read.")
        _show_refusals(console, [outcome.unreadable])
    if outcome.report is not None:
        _show_report(console, outcome.report)


def _show_report(console: Console, report: ImportReport) -> None:
    if report.already:
        console.print("  このファイルは取り込み済みです。何も変えていません。 / Already taken in.")
    if report.dry_run:
        console.print("  試しただけです。何も残していません。 / Dry run; nothing was kept.")
    counts = (
        f"行 rows {report.rows:,} = 受付 taken {report.accepted:,}",
        f"変更なし same {report.unchanged:,}",
        f"断り refused {report.refused:,}",
    )
    console.print(Padding(" + ".join(counts), (0, 0, 0, 2), expand=False))
    _show_refusals(console, report.refusals)


def _show_refusals(console: Console, refusals: Sequence[Refusal]) -> None:
    """Print where, why and what to do, one under the other; the rest is in --json."""
    for one in refusals[:_MOST]:
        line = f"{one.line}行目 / line {one.line}: " if one.line else ""
        console.print(Padding(f"{line}{one.field}（{one.form}）", (0, 0, 0, 2), expand=False))
        console.print(Padding(f"{one.reason}\n→{one.todo}", (0, 0, 0, 4), expand=False))
    if len(refusals) > _MOST:
        more = f"ほか {len(refusals) - _MOST:,} 件。すべて見るには --json を付けてください。"
        console.print(Padding(f"{more} / More; --json shows all.", (0, 0, 0, 2), expand=False))


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
