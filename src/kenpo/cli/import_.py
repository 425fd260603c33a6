"""kenpo import: employers' notices and card snapshots into the register."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kenpo.cli.import_report import Outcome, show, show_json
from kenpo.cli.opened import WRONG_USE, opened
from kenpo.cli.progress import shown_progress
from kenpo.exchange.notifications import read_notifications
from kenpo.exchange.status import read_status
from kenpo.exchange.todokede import Checks
from kenpo.operations.import_files import CountsDifferError, ImportReport, UnreadableFileError
from kenpo.operations.import_notifications import import_notifications
from kenpo.operations.import_status import import_status
from kenpo.operations.ports import Progress, Refusal
from kenpo.operations.take_in import Desk, Options
from kenpo.wiring import Kenpo

app = typer.Typer(
    help="届書や利用登録状況を取り込む / Take notices and card snapshots in.",
    no_args_is_help=True,
    add_completion=False,
)
ACTOR = "cli"
SOME_REFUSED = 1
_Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE", help="取り込むファイル（いくつでも） / The files to take in."),
]
_DecidedOn = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        metavar="DAY",
        help="決定の日 / Day of the decision, by default the file's own day.",
    ),
]
_Json = Annotated[bool, typer.Option("--json", help="JSONで出す / Print JSON.")]
_DryRun = Annotated[
    bool, typer.Option("--dry-run", help="調べるだけで取り込まない / Check only, keep nothing.")
]
_Again = Annotated[
    bool,
    typer.Option(
        "--again",
        help="断られた行を調べ直す / Judge the refused rows of a file again.",
    ),
]
_CheckDigits = Annotated[
    bool,
    typer.Option(
        "--check-digits/--no-check-digits",
        help="個人番号の検査 / Check My Numbers' check digits.",
    ),
]
_TakeFile = Callable[[Kenpo, tuple[str, bytes], Progress], ImportReport]


@app.command("notifications")
def notifications(
    files: _Files,
    *,
    decided_on: _DecidedOn = None,
    check_digits: _CheckDigits = True,
    again: _Again = False,
    dry_run: _DryRun = False,
    as_json: _Json = False,
) -> None:
    """年金事務所の届書ファイル(SHFD0006.CSV)を取り込む / Take employers' notices in.

    終了状態 0: すべて取り込んだ、1: 断った行がある、2: 読めないファイルがある。
    Exit status 0: all taken, 1: some rows refused, 2: a file cannot be read.
    """
    options = Options(dry_run=dry_run, again=again)
    day = decided_on.date() if decided_on else None

    def take(kenpo: Kenpo, named: tuple[str, bytes], progress: Progress) -> ImportReport:
        checks = Checks(kenpo.clock.today(), check_digits)
        file = read_notifications(*named, checks, day)
        return import_notifications(_desk(kenpo), file, progress, options)

    _run(files, take, as_json=as_json)


@app.command("status")
def status(
    files: _Files,
    *,
    again: _Again = False,
    dry_run: _DryRun = False,
    as_json: _Json = False,
) -> None:
    """利用登録状況の一覧(CSV)を取り込む / Take snapshots of card registration in.

    終了状態 0: すべて取り込んだ、1: 断った行がある、2: 読めないファイルがある。
    Exit status 0: all taken, 1: some rows refused, 2: a file cannot be read.
    """
    options = Options(dry_run=dry_run, again=again)

    def take(kenpo: Kenpo, named: tuple[str, bytes], progress: Progress) -> ImportReport:
        file = read_status(*named, kenpo.clock.today())
        return import_status(_desk(kenpo), file, progress, options)

    _run(files, take, as_json=as_json)


def _desk(kenpo: Kenpo) -> Desk:
    return Desk(kenpo.database, kenpo.clock, kenpo.ids, kenpo.settings.insurer, ACTOR)


def _run(files: Sequence[Path], take: _TakeFile, *, as_json: bool) -> None:
    outcomes: list[Outcome] = []
    with opened() as kenpo:
        for path in files:
            with shown_progress(str(path)) as progress:
                outcomes.append(_outcome(kenpo, path, take, progress))
            if not as_json:
                show(outcomes[-1])
    if as_json:
        typer.echo(show_json(outcomes))
    raise typer.Exit(max(_exit_status(outcome) for outcome in outcomes))


def _outcome(kenpo: Kenpo, path: Path, take: _TakeFile, progress: Progress) -> Outcome:
    try:
        data = path.read_bytes()
    except OSError as error:
        return Outcome(path, None, _unread(path, error))
    try:
        return Outcome(path, take(kenpo, (path.name, data), progress), None)
    except UnreadableFileError as error:
        return Outcome(path, None, error.refusal)
    except CountsDifferError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(WRONG_USE) from error


def _unread(path: Path, error: OSError) -> Refusal:
    form = error.strerror or type(error).__name__
    todo = "ファイルがあり、読む権限があることを確かめて、もう一度取り込んでください。"
    return Refusal(path.name, 0, "ファイル全体", form, "ファイルを読めません。", todo)


def _exit_status(outcome: Outcome) -> int:
    if outcome.report is None:
        return WRONG_USE
    return SOME_REFUSED if outcome.report.refused else 0
