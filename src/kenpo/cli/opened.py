"""Opens kenpo for a command, and turns what cannot be done into words and exit status 2."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from kenpo import wiring
from kenpo.rulebook import RuleBookError
from kenpo.storage.errors import StorageError
from kenpo.values.errors import InvalidValueError

if TYPE_CHECKING:
    from kenpo.wiring import Kenpo

WRONG_USE = 2


@contextmanager
def said_in_words() -> Iterator[None]:
    """Say an expected error's fault and repair instead of a traceback, and leave with status 2."""
    try:
        yield
    except RuleBookError as error:
        typer.echo(f"{error.place} {error.what}", err=True)
        typer.echo(f"→ {error.todo}", err=True)
        raise typer.Exit(WRONG_USE) from error
    except (StorageError, InvalidValueError) as error:
        typer.echo(error.what, err=True)
        typer.echo(f"→ {error.todo}", err=True)
        raise typer.Exit(WRONG_USE) from error
    except OSError as error:
        typer.echo(_unusable(error), err=True)
        raise typer.Exit(WRONG_USE) from error


def _unusable(error: OSError) -> str:
    place = error.filename or "ファイル"
    return (
        f"{place} を読み書きできません（{error.strerror or type(error).__name__}）。"
        f" / {place} cannot be read or written.\n"
        "→ 場所・権限・空き容量を確かめて、もう一度実行してください。"
        " / Check the place, its permissions and the free space, and run again."
    )


@contextmanager
def opened() -> Iterator[Kenpo]:
    """Give the open product; an expected error is said in words."""
    with said_in_words(), wiring.open_kenpo() as kenpo:
        yield kenpo
