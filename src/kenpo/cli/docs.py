"""kenpo docs: make the reference pages, or check that they are fresh."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from kenpo.cli.coverage_page import coverage_page
from kenpo.cli.files_page import files_page
from kenpo.cli.reference import MADE, commands_page, glossary_page
from kenpo.cli.rules_page import rules_page
from kenpo.values.insurer import Insurer
from kenpo.wiring.books import rule_catalogue, rule_library

_Out = Annotated[Path, typer.Option("--out", help="ページを置くフォルダー / Folder of the pages.")]
_Check = Annotated[
    bool,
    typer.Option("--check", help="書かずに、古いページを挙げる / Write nothing, name stale pages."),
]


def pages(root: object) -> dict[str, str]:
    """Return the reference pages by file name."""
    glossary = files("kenpo.values").joinpath("glossary.toml").read_text(encoding="utf-8")
    books = {insurer: rule_library().book(insurer) for insurer in Insurer}
    return {
        "commands.md": commands_page(root),
        "coverage.md": coverage_page(rule_catalogue(), books, MADE),
        "files.md": files_page(MADE),
        "glossary.md": glossary_page(glossary),
        "rules.md": rules_page(list(books.values()), MADE),
    }


def stale(made: dict[str, str], out: Path) -> list[str]:
    """Return the names of pages that are missing or differ from what would be made now."""
    return [
        name
        for name, text in made.items()
        if not (out / name).is_file() or (out / name).read_text(encoding="utf-8") != text
    ]


def docs(
    context: typer.Context, out: _Out = Path("docs/reference"), *, check: _Check = False
) -> None:
    """参照のページを作り直す / Make the reference pages again."""
    made = pages(context.find_root().command)
    old = stale(made, out)
    if check:
        for name in old:
            typer.echo(
                f"{out / name}: 古くなっています。./run docs で作り直してください。", err=True
            )
        raise typer.Exit(1 if old else 0)
    out.mkdir(parents=True, exist_ok=True)
    for name in old:
        (out / name).write_text(made[name], encoding="utf-8")
    typer.echo(f"{len(made)} ページ / {len(old)} を更新 / updated")
