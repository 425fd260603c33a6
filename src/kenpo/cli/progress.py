"""Progress bars on standard error, so that reports on standard output stay clean."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kenpo.operations import ports


@contextmanager
def shown_progress(label: str) -> Iterator[ports.Progress]:
    """Show a bar with a label while a long step runs; a terminal-less run shows none."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    quiet = not console.is_terminal
    with Progress(
        *columns, TimeRemainingColumn(), console=console, transient=True, disable=quiet
    ) as bars:
        bar = bars.add_task(label, total=None)

        def show(done: int, total: int) -> None:
            bars.update(bar, completed=done, total=total)

        yield show
