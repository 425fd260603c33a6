"""kenpo register: how many are in it, what happened to one person, and folding it again."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from kenpo.cli.opened import WRONG_USE, opened
from kenpo.register.events import Recorded
from kenpo.values.insurer_number import InsurerNumber
from kenpo.values.member_number import MemberNumber

app = typer.Typer(
    help="加入者の台帳 / The register of members.", no_args_is_help=True, add_completion=False
)
ACTOR = "cli"
_Json = Annotated[bool, typer.Option("--json", help="JSONで出す / Print JSON.")]
_On = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="基準日（なければ今日） / Day, by default today."),
]


@app.command("counts")
def counts(*, on: _On = None, as_json: _Json = False) -> None:
    """ある日の加入者と事業所を数える / Count the members and establishments of a day."""
    with opened() as kenpo:
        day = on.date() if on else kenpo.clock.today()
        with kenpo.database.begin(kenpo.settings.insurer, ACTOR) as session:
            total = session.register.counts(day)
            branches = session.register.counts_by_branch(day)
    if as_json:
        by_branch = {str(branch): count for branch, count in branches.items()}
        report = {"on": day, **msgspec.to_builtins(total), "by_branch": by_branch}
        typer.echo(msgspec.json.encode(report).decode())
        return
    table = Table(title=f"{day}", box=None)
    table.add_column("")
    table.add_column("人 / people", justify="right")
    rows = [("加入者 / members", total.members), ("本人 / insured", total.insured)]
    rows += [("家族 / dependents", total.dependents)]
    rows += [(branch.name, count) for branch, count in branches.items()]
    rows += [("事業所の数 / establishments", total.establishments)]
    for label, count in rows:
        table.add_row(label, f"{count:,}")
    Console(highlight=False).print(table)


@app.command("history")
def history(
    insurer_number: Annotated[str, typer.Argument(help="保険者番号 / insurer number")],
    symbol: Annotated[str, typer.Argument(help="記号 / symbol")],
    number: Annotated[str, typer.Argument(help="番号 / number")],
    sub_number: Annotated[str, typer.Argument(help="枝番 / sub-number")] = "00",
    *,
    as_json: _Json = False,
) -> None:
    """一人に起きたことを、届いた順に / What happened to one person, in the order recorded."""
    with opened() as kenpo:
        member = MemberNumber(symbol, number, sub_number)
        with kenpo.database.begin(kenpo.settings.insurer, ACTOR) as session:
            person = session.register.find(f"{InsurerNumber(insurer_number)}:{member.key}")
            events = session.register.history_of(person) if person else ()
    if not events:
        typer.echo("その番号の人はいません。番号を確かめてください。 / Nobody has it.", err=True)
        raise typer.Exit(WRONG_USE)
    if as_json:
        typer.echo(msgspec.json.encode([line(event) for event in events]).decode())
        return
    table = Table(box=None)
    for heading in ("記録 / recorded", "何が / what", "いつから / from", "どこから / origin"):
        table.add_column(heading)
    for event in events:
        table.add_row(*(str(value) for value in line(event).values()))
    Console(highlight=False).print(table)


def line(recorded: Recorded) -> dict[str, object]:
    """Return an event without any personal data: when, what, from which day, from where."""
    return {
        "recorded_at": recorded.recorded_at,
        "event": type(recorded.event).__name__,
        "day": day_of(recorded),
        "origin": f"{recorded.origin.file}:{recorded.origin.line}",
    }


def day_of(recorded: Recorded) -> date | None:
    """Return the day an event holds from."""
    names = ("acquired_on", "lost_on", "changed_on", "as_of")
    return next((found for name in names if (found := getattr(recorded.event, name, None))), None)


@app.command("rebuild")
def rebuild(*, as_json: _Json = False) -> None:
    """出来事から表を作り直し、同じかを確かめる / Fold all events again and compare the tables."""
    with (
        opened() as kenpo,
        kenpo.database.begin(kenpo.settings.insurer, ACTOR) as session,
    ):
        tables = session.register.rebuild()
    same = all(table.is_same for table in tables)
    if as_json:
        report = {"same": same, "tables": msgspec.to_builtins(list(tables))}
        typer.echo(msgspec.json.encode(report).decode())
    else:
        for table in tables:
            verdict = "同じ / same" if table.is_same else "直した / corrected"
            typer.echo(f"{table.table:<15}{table.rows:>10,}  {verdict}  {table.after[:16]}")
    raise typer.Exit(0 if same else 1)
