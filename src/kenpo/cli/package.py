"""kenpo package: check the package for the print company."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kenpo.cli.wave_run import REFUSED, echo_json
from kenpo.exchange.print_package_files import PackageFolders

app = typer.Typer(
    help="印刷会社に渡すパッケージ / Packages for the print company.",
    no_args_is_help=True,
    add_completion=False,
)


@app.callback()
def group() -> None:
    """印刷会社に渡すパッケージ / Packages for the print company."""


@app.command("verify")
def verify(
    folder: Annotated[
        Path,
        typer.Argument(
            help="パッケージのフォルダー / folder of the package", exists=True, file_okay=False
        ),
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="JSONで出す / Print JSON.")] = False,
) -> None:
    """1バイトでも違えば断る / Refuse any changed byte, missing or extra file."""
    differences = list(PackageFolders().differences(folder))
    if as_json:
        echo_json({"folder": str(folder), "ok": not differences, "differences": differences})
    else:
        for difference in differences:
            typer.echo(difference, err=True)
        if not differences:
            typer.echo(f"{folder}: 変わりありません / unchanged")
    raise typer.Exit(REFUSED if differences else 0)
