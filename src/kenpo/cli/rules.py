"""kenpo rules: prove the books, show a table, keep the quoted sentences."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from kenpo.cli.rule_text import book_json, book_lines, table_lines
from kenpo.operations.check_rules import check_rules
from kenpo.operations.keep_sources import quoted_passages, sources_json
from kenpo.rulebook import Library, Passage, RuleBookError, Sources
from kenpo.values.insurer import Insurer, Policy
from kenpo.wiring.books import BOOKS, SOURCES, book_texts, rule_library

app = typer.Typer(help="規則書 / The rule books.", no_args_is_help=True)

_Table = Annotated[str, typer.Argument(help="決定表の名 / Name of a decision table.")]
_Insurer = Annotated[Insurer, typer.Option("--insurer", help="保険者 / Insurer.")]
_Texts = Annotated[
    Path, typer.Option("--texts", help="原文のフォルダー / Folder of the five source texts.")
]
_Out = Annotated[
    Path | None,
    typer.Option(
        "--out", help="書くファイル（既定は規則書の隣） / File to write (beside the books)."
    ),
]


_AsJson = Annotated[bool, typer.Option("--json", help="JSON で書く / Write JSON.")]


@app.command("check")
def check(*, as_json: _AsJson = False) -> None:
    """規則書を証明し、原文のない行を挙げる / Prove the books, list rows without a sentence."""
    try:
        reports = check_rules(rule_library())
    except RuleBookError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    if as_json:
        found = [book_json(report) for report in reports]
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for report in reports:
        typer.echo("\n".join(book_lines(report)))


@app.command("show")
def show(table: _Table, insurer: _Insurer = Insurer.KYOKAI_KENPO) -> None:
    """決定表の行と根拠の文を見せる / Show a table's rows and the sentences behind them."""
    book = rule_library().book(insurer)
    if table not in book.tables:
        known = ", ".join(book.tables)
        typer.echo(f"{book.title} の決定表は / its tables are: {known}", err=True)
        raise typer.Exit(2)
    typer.echo("\n".join(table_lines(book.proven(table).table)))


@app.command("sources")
def sources(texts: _Texts, out: _Out = None) -> None:
    """原文から引用の行だけを写し直す / Keep again the lines of the texts that the books quote."""
    whole = _whole_texts(texts)
    library = Library(book_texts(), whole)
    try:
        books = [library.book(insurer, Policy.CURRENT) for insurer in Insurer]
    except RuleBookError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    passages = quoted_passages(books, whole)
    target = out or Path(str(files(BOOKS).joinpath(SOURCES)))
    target.write_text(sources_json(passages), encoding="utf-8")
    lines = sum(passage.last_line - passage.first_line + 1 for passage in passages)
    typer.echo(
        f"{target}: {len(passages)} か所・{lines} 行 / {len(passages)} passages, {lines} lines"
    )


def _whole_texts(folder: Path) -> Sources:
    """Read the five texts; the first three digits of a file's name number it from 0."""
    found = sorted(folder.glob("[0-9][0-9][0-9]_*.txt"))
    if not found:
        typer.echo(f"{folder}: 原文（000_….txt）がありません / no source texts there", err=True)
        raise typer.Exit(2)
    return Sources(_whole(path) for path in found)


def _whole(path: Path) -> Passage:
    text = path.read_text(encoding="utf-8")
    return Passage(f"S{int(path.name[:3])}", 1, text.count("\n") + 1, path.name, text)
