"""Runs a verb on one wave or several, with a bar, and says in words what stopped it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import msgspec
import typer
from rich.console import Console

from kenpo import wiring
from kenpo.cli.opened import WRONG_USE, opened
from kenpo.cli.progress import shown_progress
from kenpo.exchange.print_package_files import PackageConflictError
from kenpo.mailing.balance import UnbalancedError
from kenpo.operations.print_wave import PreflightError
from kenpo.operations.wave_desk import WaveDesk, WaveNotReadyError
from kenpo.values.ids import WaveId

ACTOR = "cli"
REFUSED = 1
_PIPED_WIDTH = 160
Found = TypeVar("Found")


def run_on_waves(
    asked: Sequence[str],
    *,
    every: bool,
    verb: Callable[[WaveDesk, WaveId, Path], Found],
    out: Path | None = None,
) -> dict[str, Found]:
    """Run a verb on the waves asked for (``every``: all of the calendar); return what it found."""
    with opened() as kenpo, stopped_in_words():
        desk = wiring.wave_desk(kenpo, ACTOR)
        folder = out or kenpo.settings.home_folder / "waves"
        return {
            wave_id: _with_bar(desk, wave_id, folder, verb)
            for wave_id in _chosen(desk, asked, every=every)
        }


@contextmanager
def stopped_in_words() -> Iterator[None]:
    """Say what stopped a verb: status 1 for work that is wrong, 2 for a wrong question."""
    try:
        yield
    except (UnbalancedError, PreflightError, PackageConflictError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(REFUSED) from error
    except (WaveNotReadyError, LookupError) as error:
        typer.echo(str(error.args[0]), err=True)
        raise typer.Exit(WRONG_USE) from error


def echo_json(found: object) -> None:
    """Print one JSON value."""
    typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())


def report_console() -> Console:
    """Return a console for tables; what is piped into a file is never folded at 80 columns."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = _PIPED_WIDTH
    return console


def _chosen(desk: WaveDesk, asked: Sequence[str], *, every: bool) -> Sequence[WaveId]:
    if every == bool(asked):
        raise WaveNotReadyError(
            "送付時期の名前か --all のどちらかを指定してください。"
            f"送付時期: {' '.join(desk.calendar.wave_ids)}"
            " / Name waves, or say --all."
        )
    wanted = desk.calendar.wave_ids if every else tuple(map(WaveId, asked))
    for wave_id in wanted:
        desk.calendar.wave(wave_id)
    return wanted


def _with_bar(
    desk: WaveDesk, wave_id: WaveId, out: Path, verb: Callable[[WaveDesk, WaveId, Path], Found]
) -> Found:
    with shown_progress(wave_id) as progress:
        return verb(replace(desk, progress=progress), wave_id, out)
