"""The bound table as Polars expressions, in two forms.

``polars`` writes the facts, cells and dates of the book as they stand. ``polars_merged`` is handed
what our compiler worked out: options merged, dates looked up by day in ready-made tables.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from bench.rules_peers import Array, Mode
from kenpo.rulebook import NOTHING, Batch, calendar_batch
from kenpo.rulebook.calendar import day_number
from kenpo.rulebook.narrow import narrow
from kenpo.rulebook.plan import Choice, Plan
from kenpo.rulebook.terms import (
    FAR_FUTURE,
    FAR_PAST,
    ColumnRef,
    Compare,
    Extreme,
    Logic,
    Not,
    Shift,
    Sum,
    Term,
    Whole,
    is_open,
)

_FIRST, _LAST = day_number(date(1800, 1, 1)), day_number(date(2300, 1, 1))
_SIGNS = {"<": "lt", "<=": "le", ">": "gt", ">=": "ge", "==": "eq", "!=": "ne"}


def modes(batch: Batch, columns: Mapping[str, Array]) -> list[Mode]:
    """Return both forms, each on the in-memory and on the streaming engine."""
    frame = pl.DataFrame({name: columns[name] for name in batch.columns}).lazy()
    plan, small = batch.plan, narrow(batch.plan)
    forms = {
        "polars": _query(_Text(_by_date), plan, (plan.choices, plan.winners), frame),
        "polars_merged": _query(_Text(_by_day), plan, (small.choices, small.winners), frame),
    }
    return [
        _mode(peer, query, engine)
        for peer, query in forms.items()
        for engine in ("in-memory", "streaming")
    ]


def _mode(peer: str, query: pl.LazyFrame, engine: Any) -> Mode:  # noqa: ANN401 - a literal of Polars
    def run() -> pl.DataFrame:
        return query.collect(engine=engine)

    def results() -> list[Array]:
        return [column.to_numpy() for column in run().get_columns()]

    settings = f"{engine}, {pl.thread_pool_size()} threads"
    return Mode(peer, pl.__version__, settings, run, results)


def _query(
    text: _Text,
    plan: Plan,
    table: tuple[Sequence[Choice], npt.NDArray[np.int16]],
    frame: pl.LazyFrame,
) -> pl.LazyFrame:
    choices, winners = table
    cell = reduce(lambda a, b: a + b, map(text.share, choices))
    outputs = [
        text.output([group[place] for group in plan.groups]).alias(output.name)
        for place, output in enumerate(plan.outputs)
    ]
    rows = pl.Series("rows", winners.astype(np.uint8))
    groups = pl.Series("groups", np.array(plan.group_of, dtype=np.uint8))
    found = text.staged(frame).with_columns(pl.lit(rows).gather(cell).alias("_row"))
    found = found.with_columns(pl.lit(groups).gather(pl.col("_row")).alias("_group"))
    return found.select("_row", *outputs)


def _by_day(word: str, day: pl.Expr, by: int) -> pl.Expr:
    """Look the moved day up."""
    move = calendar_batch.anniversary if word == "応当日" else calendar_batch.month_end
    moved = pl.Series(move(np.arange(_FIRST, _LAST, dtype=np.int32), by))
    return pl.lit(moved).gather((day - _FIRST).cast(pl.UInt32))


def _by_date(word: str, day: pl.Expr, by: int) -> pl.Expr:
    """Move the first of the day's month by Polars' own calendar."""
    start = day.cast(pl.Date).dt.month_start()
    if word == "月末":
        return start.dt.offset_by(f"{by + 1}mo").cast(pl.Int32) - 1
    return start.dt.offset_by(f"{by}y").cast(pl.Int32) + (day - start.cast(pl.Int32))


@dataclass(frozen=True)
class _Text:
    """Writes terms; ``shift`` moves a day by years or months.

    Each moved day is a column of its own, made once in ``stages``: nested expressions are worked
    out again at each use, which costs Polars a hundred times as much.
    """

    shift: Callable[[str, pl.Expr, int], pl.Expr]
    stages: dict[Term, pl.Expr] = field(default_factory=dict)

    def staged(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        for place, stage in enumerate(self.stages.values()):
            frame = frame.with_columns(stage.alias(f"_day{place}"))
        return frame

    def output(self, terms: Sequence[Term | None]) -> pl.Expr:
        found = pl.lit(NOTHING, dtype=pl.Int32)
        for group, term in enumerate(terms):
            if term is not None:
                value = self.closed(term).cast(pl.Int32)
                found = pl.when(pl.col("_group") == group).then(value).otherwise(found)
        return found

    def closed(self, term: Term) -> pl.Expr:
        value = self.expr(term)
        if not is_open(term):
            return value
        return pl.when(value == FAR_FUTURE).then(pl.lit(FAR_PAST, dtype=pl.Int32)).otherwise(value)

    def share(self, choice: Choice) -> pl.Expr:
        if choice.column is not None:
            return pl.col(choice.column).cast(pl.UInt32) * choice.stride
        found = pl.lit(choice.rest, dtype=pl.UInt32)
        for condition, share in reversed(choice.steps):
            share_of = pl.lit(share, dtype=pl.UInt32)
            found = pl.when(self.expr(condition)).then(share_of).otherwise(found)
        return found

    def expr(self, term: Term) -> pl.Expr:
        match term:
            case Whole(value=value):
                return pl.lit(value, dtype=pl.Int32)
            case ColumnRef(name=name):
                return pl.col(name)
            case Not(item=item):
                return ~self.expr(item)
            case Logic(word=word, items=items):
                join = pl.all_horizontal if word == "and" else pl.any_horizontal
                return join(*map(self.expr, items))
            case Compare(sign=sign, left=left, right=right):
                found: pl.Expr = getattr(self.expr(left), _SIGNS[sign])(self.expr(right))
                return found
            case _:
                return self.day(term)

    def day(self, term: Term) -> pl.Expr:
        match term:
            case Sum(sign=sign, left=left, right=right):
                one, other = self.expr(left), self.expr(right)
                return _kept(term, one, one + other if sign == "+" else one - other)
            case Extreme(word=word, items=items):
                join = pl.min_horizontal if word == "min" else pl.max_horizontal
                return join(*map(self.expr, items))
            case Shift(word=word, day=day, by=Whole(value=by)):
                start = self.expr(day)
                moved = self.shift(word, _near(term, start), by)
                self.stages.setdefault(term, _kept(term, start, moved))
                return pl.col(f"_day{list(self.stages).index(term)}")
            case _:
                raise AssertionError(term)


def _far(day: pl.Expr) -> pl.Expr:
    return (day == FAR_FUTURE) | (day == FAR_PAST)


def _near(term: Sum | Shift, day: pl.Expr) -> pl.Expr:
    return pl.when(_far(day)).then(pl.lit(0, dtype=pl.Int32)).otherwise(day) if term.open else day


def _kept(term: Sum | Shift, day: pl.Expr, moved: pl.Expr) -> pl.Expr:
    return pl.when(_far(day)).then(day).otherwise(moved) if term.open else moved
