"""kenpo wave: plan, freeze, print, pack and show the waves of the bulk issue."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kenpo.cli.wave_run import echo_json, report_console, run_on_waves
from kenpo.cli.wave_tables import counts_table, printed_table, report_tables
from kenpo.exchange.judged_csv import write_judged
from kenpo.operations.freeze_wave import freeze_wave
from kenpo.operations.pack_wave import pack_wave
from kenpo.operations.plan_wave import plan_wave
from kenpo.operations.ports import WaveCounts
from kenpo.operations.print_wave import print_wave
from kenpo.operations.show_wave import judged_in, show_wave
from kenpo.operations.wave_desk import WaveDesk
from kenpo.values.ids import WaveId

app = typer.Typer(
    help="資格確認書の一括発行の送付時期 / Waves of the bulk issue of certificates.",
    no_args_is_help=True,
    add_completion=False,
)
_Waves = Annotated[
    list[str] | None, typer.Argument(help="送付時期 / waves, e.g. bulk-2025-07", metavar="WAVE")
]
_All = Annotated[bool, typer.Option("--all", help="すべての送付時期 / All waves.")]
_Json = Annotated[bool, typer.Option("--json", help="JSONで出す / Print JSON.")]
_Out = Annotated[
    Path | None,
    typer.Option("--out", help="出力フォルダー / Output folder.", file_okay=False),
]
_At = Annotated[
    datetime | None,
    typer.Option(
        "--at",
        formats=["%Y-%m-%dT%H:%M:%SZ"],
        help="確定の時刻（UTC、なければ今） / Time of the freeze (UTC, by default now).",
    ),
]


@app.command("plan")
def plan(waves: _Waves = None, *, every: _All = False, as_json: _Json = False) -> None:
    """基準日の加入者を判定し、対象者と理由を残す / Judge the members of the snapshot day."""
    found = run_on_waves(
        waves or [], every=every, verb=lambda desk, wave_id, _: plan_wave(desk, wave_id)
    )
    _tell(found, as_json=as_json)


@app.command("freeze")
def freeze(
    waves: _Waves = None, *, every: _All = False, at: _At = None, as_json: _Json = False
) -> None:
    """対象者を確かめ直し、封筒の中身を確定する / Look again and fix the contents of envelopes."""
    when = at.replace(tzinfo=UTC) if at else None
    found = run_on_waves(
        waves or [], every=every, verb=lambda desk, wave_id, _: freeze_wave(desk, wave_id, when)
    )
    _tell(found, as_json=as_json)


@app.command("print")
def print_(
    waves: _Waves = None, *, every: _All = False, out: _Out = None, as_json: _Json = False
) -> None:
    """資格確認書・送付案内・一覧表を印刷し、読み返す / Print everything and read it back."""
    found = run_on_waves(waves or [], every=every, verb=print_wave, out=out)
    if as_json:
        echo_json({wave: asdict(printed) for wave, printed in found.items()})
    else:
        report_console().print(printed_table(found))


@app.command("pack")
def pack(
    waves: _Waves = None, *, every: _All = False, out: _Out = None, as_json: _Json = False
) -> None:
    """印刷会社に渡すパッケージを作る / Make the package for the print company."""
    found = run_on_waves(waves or [], every=every, verb=pack_wave, out=out)
    if as_json:
        echo_json({wave: asdict(one) | {"folder": str(one.folder)} for wave, one in found.items()})
        return
    for packed in found.values():
        typer.echo(f"{packed.folder}  sha256={packed.sha256}")


@app.command("show")
def show(waves: _Waves = None, *, every: _All = False, as_json: _Json = False) -> None:
    """送付時期の進み具合・数・理由 / Show how far waves are, their counts and reasons."""
    found = run_on_waves(
        waves or [], every=every, verb=lambda desk, wave_id, _: show_wave(desk, wave_id)
    )
    if as_json:
        echo_json([report.to_json() for report in found.values()])
        return
    console = report_console()
    for report in found.values():
        console.print(*report_tables(report), sep="\n\n")


@app.command("people")
def people(waves: _Waves = None, *, every: _All = False, out: _Out = None) -> None:
    """一人ずつの理由をCSVに書く / Write each person's reason as CSV."""
    found = run_on_waves(waves or [], every=every, verb=_write_people, out=out)
    for path, count in found.values():
        typer.echo(f"{path}  {count:,} 人 / people")


def _write_people(desk: WaveDesk, wave_id: WaveId, out: Path) -> tuple[Path, int]:
    path = out / wave_id / "people.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path, judged_in(desk, wave_id, lambda judged: write_judged(judged, path))


def _tell(found: dict[str, WaveCounts], *, as_json: bool) -> None:
    if as_json:
        echo_json({wave: asdict(counts) for wave, counts in found.items()})
    else:
        report_console().print(counts_table(found))
