"""The root command and its groups."""

from __future__ import annotations

import typer

from kenpo.cli import docs

app = typer.Typer(
    name="kenpo",
    help="健康保険証のあとを支える / What an insurer runs now that the insurance card is gone.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
)


@app.callback()
def root() -> None:
    """健康保険証のあとを支える / What an insurer runs now that the insurance card is gone."""


app.command("docs")(docs.docs)
