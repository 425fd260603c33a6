"""kenpo doctor: what is running where, what is missing and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from kenpo import wiring
from kenpo.cli.opened import said_in_words
from kenpo.wiring.checks import Check, State

_Json = Annotated[bool, typer.Option("--json", help="JSONで出す / Print JSON.")]
_COLOURS = {State.OK: "green", State.NOTE: "yellow", State.MISSING: "red"}


def doctor(*, as_json: _Json = False) -> None:
    """動いているもの、足りないもの、その直し方 / What runs where, what is missing, what to do.

    設定は環境変数 KENPO_… で、いまの値もここに出ます。 / Settings are environment variables
    KENPO_…; their values are shown here too.
    """
    with said_in_words():
        checks = list(wiring.examine(wiring.load_settings()))
    needs_help = any(check.state is State.MISSING for check in checks)
    if as_json:
        report = {"ok": not needs_help, "checks": [asdict(check) for check in checks]}
        typer.echo(msgspec.json.format(msgspec.json.encode(report), indent=2).decode())
    else:
        show(checks)
    raise typer.Exit(1 if needs_help else 0)


def show(checks: Sequence[Check]) -> None:
    """Print the checks as a table, and under it what to do."""
    table = Table(box=None, pad_edge=False)
    for heading in ("状態", "もの / thing", "見つけたもの / found"):
        table.add_column(heading, overflow="fold")
    for check in checks:
        state = f"[{_COLOURS[check.state]}]{check.state.label_ja}[/]"
        table.add_row(state, f"{check.label_ja} / {check.label_en}", check.found)
    console = Console(highlight=False)
    console.print(table)
    for check in checks:
        if check.todo:
            console.print(f"→ {check.label_ja}: {check.todo}", soft_wrap=True)
