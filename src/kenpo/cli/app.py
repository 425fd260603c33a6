"""The root command and its groups."""

from __future__ import annotations

import typer

from kenpo.cli import (
    decide,
    demo,
    docs,
    doctor,
    import_,
    package,
    people,
    register,
    rules,
    serve,
    wave,
)

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


app.command("decide")(decide.decide)
app.command("demo")(demo.demo)
app.command("docs")(docs.docs)
app.command("doctor")(doctor.doctor)
app.add_typer(import_.app, name="import")
app.add_typer(people.app, name="people")
app.add_typer(register.app, name="register")
app.add_typer(rules.app, name="rules")
app.command("serve")(serve.serve)
app.add_typer(wave.app, name="wave")
app.add_typer(package.app, name="package")
