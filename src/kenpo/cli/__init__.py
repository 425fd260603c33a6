"""The command line: one module a command group."""

from __future__ import annotations

import sys
from pathlib import Path
from traceback import extract_tb

INTERRUPTED = 130
STOPPED = 2


def main() -> None:
    """Run the command line; nobody ever meets a traceback.

    Exit status 130 after Ctrl+C, 2 after what nobody foresaw.
    """
    try:
        # Here and not above: loading takes seconds, and Ctrl+C may come meanwhile.
        from kenpo.cli.app import app  # noqa: PLC0415 - see above

        app()
    except KeyboardInterrupt:
        _stop(INTERRUPTED, "中断しました。 / Stopped.")
    except Exception as error:  # noqa: BLE001 - the last door before a person
        _stop(STOPPED, unforeseen(error))


def unforeseen(error: Exception) -> str:
    """Return the words for what nobody foresaw: kind and place, never a value."""
    place = extract_tb(error.__traceback__)[-1:]
    where = "".join(f", {Path(step.filename).name}:{step.lineno}" for step in place)
    return (
        f"思わぬ問題で止まりました（{type(error).__name__}{where}）。"
        " / Stopped by an unforeseen problem.\n"
        "→ kenpo doctor で様子を確かめて、もう一度実行してください。"
        "続くときはこの行を知らせてください。"
        " / Look at kenpo doctor and run again; if it stays, report this line."
    )


def _stop(status: int, words: str) -> None:
    sys.stderr.write(f"{words}\n")
    raise SystemExit(status)
