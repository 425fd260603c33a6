"""Runs the tour in the demo's own data folder, and serves it."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import typer

from kenpo import wiring
from kenpo.cli.demo_page import show_places, show_refused, show_summary, shown_bars
from kenpo.cli.serve import refuse_unless_free, run_server
from kenpo.demo.data_folder import Stamp, forget, held, is_demo, make_ready
from kenpo.demo.generate import Order
from kenpo.demo.summary import Summary, branches_with_members, refused_rows
from kenpo.demo.tour import Folders, Tour
from kenpo.values.errors import InvalidValueError
from kenpo.values.insurer import Insurer, Policy
from kenpo.wiring import Kenpo

_HOST = "127.0.0.1"
_ONCE_HOME = ".kenpo-demo"
_WAVES = "bulk-20??-??"
_FIRST_DAY = date(2025, 4, 30)
# Settings of a real installation, which must not reach the made-up one.
_REAL = ("DATABASE_URL", "PG_DATA", "KEYS", "INSURER", "POLICY")


def order_of(count: int, seed: int, day: date | None) -> Order:
    """Return what the tour is to show; a day before the first snapshot is refused."""
    today = day or wiring.clock_for(wiring.load_settings().today).today()
    if today < _FIRST_DAY:
        raise InvalidValueError(
            f"デモは {_FIRST_DAY} から始まります。{today} には、まだ何も起きていません。",
            f"--today に {_FIRST_DAY} 以後の日を指定してください。"
            f" / The demo begins on {_FIRST_DAY}.",
        )
    return Order(count, seed, today)


def reset() -> None:
    """Remove the demo's data."""
    home = _home()
    forget(home)
    typer.echo(f"{home} を消しました。 / Removed.")


def run_once(order: Order, out: Path) -> None:
    """Do the job with a database that lives no longer, and leave files and numbers in ``out``.

    What is begun and not finished is removed again.
    """
    home = out.absolute() / _ONCE_HOME
    _remove_earlier(out, home)
    forget(home)
    make_ready(home, _stamp(order))
    _enter(home, order.until)
    try:
        with wiring.open_kenpo() as kenpo:
            summary = _tour(kenpo, order, out)
        summary.write(out)
    except BaseException:
        _remove_waves(out)
        raise
    finally:
        forget(home)
    show_places(out, None)


def run_and_serve(order: Order, day: date | None, port: int) -> None:
    """Do what is not done yet, then serve the screens until stopped."""
    refuse_unless_free(_HOST, port)
    home = _home()
    make_ready(home, _stamp(order))
    _enter(home, day)
    with wiring.open_kenpo() as kenpo:
        with held(home):
            _tour(kenpo, order, home / "waves")
        show_places(home / "waves", f"http://{_HOST}:{port}/")
        run_server(_HOST, port)


def _tour(kenpo: Kenpo, order: Order, waves: Path) -> Summary:
    folders = Folders(kenpo.settings.home_folder / "files", waves)
    with shown_bars() as bars:
        summary = Tour(kenpo, folders, bars).run(order)
    show_refused(refused_rows(kenpo))
    show_summary(summary, branches_with_members(kenpo), order.until)
    return summary


def _enter(home: Path, day: date | None) -> None:
    """Point the settings of this process and of the server it starts at the demo's folder."""
    for name in _REAL:
        os.environ.pop(f"KENPO_{name}", None)
    os.environ["KENPO_HOME"] = str(home)
    if day is not None:
        os.environ["KENPO_TODAY"] = day.isoformat()


def _home() -> Path:
    return wiring.load_settings().home_folder / "demo"


def _stamp(order: Order) -> Stamp:
    book = wiring.rule_library().book(Insurer.KYOKAI_KENPO, Policy.CURRENT)
    return Stamp.of(order, book.hash)


def _remove_earlier(out: Path, home: Path) -> None:
    """Remove what an earlier ``--once`` left; its summary, or its own folder, tells that it did."""
    summary = out / "summary.json"
    if summary.is_file() or is_demo(home):
        summary.unlink(missing_ok=True)
        _remove_waves(out)
    elif any(out.glob(_WAVES)):
        raise InvalidValueError(
            f"{out} に、このデモが作ったものではない送付時期のフォルダーがあります。"
            f" / {out} holds waves that no demo made.",
            "--out に別のフォルダーを指定してください。 / Name another folder in --out.",
        )


def _remove_waves(out: Path) -> None:
    for wave in out.glob(_WAVES):
        shutil.rmtree(wave)
