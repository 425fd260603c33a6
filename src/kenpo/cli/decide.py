"""kenpo decide: one question, or a list of them, in JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from kenpo.operations.decide import decide_document
from kenpo.wiring.books import rule_library

_Json = Annotated[
    str,
    typer.Option(
        "--json",
        metavar="FILE",
        help="問い、- は標準入力 / The question's file, - for standard input.",
    ),
]


class _UnreadableError(ValueError):
    """The file cannot be read as JSON."""


def decide(source: _Json) -> None:
    """問いに規則書から答える / Answer questions from the rule books, with the sentences quoted.

    終了コード: 0 すべてに答えた、2 形の違う問いがあった。
    Exit status: 0 all answered, 2 something was not of the documented form.
    """
    try:
        document = _read(source)
    except _UnreadableError as error:
        _print({"error": {"field": "", "must": f"JSON ({error})"}})
        raise typer.Exit(2) from error
    answer, well_formed = decide_document(rule_library(), document)
    _print(answer)
    if not well_formed:
        raise typer.Exit(2)


def _read(source: str) -> object:
    try:
        content = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        return json.loads(
            content.decode("utf-8-sig"), object_pairs_hook=_unique, parse_constant=_refuse
        )
    except (OSError, ValueError, RecursionError) as error:
        raise _UnreadableError(str(error)) from error


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for i, (key, _) in enumerate(pairs) if key in dict(pairs[:i]))
        raise ValueError(f"キー「{twice}」が二度あります / key twice: {twice}")
    return found


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} は JSON の数ではありません / not a JSON number")


def _print(answer: object) -> None:
    typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
