"""The rules of one insurer: arrays of members, one member, and one explained answer.

The floor reads every column once and writes every result once; nothing that decides can be faster.
Peers are not run here yet.
"""

from __future__ import annotations

import hashlib
from datetime import date

import numpy as np
import numpy.typing as npt

from bench.measure import Options, Report, cpu_seconds
from kenpo.rulebook import Batch, Book
from kenpo.rulebook.columns import Column
from kenpo.rulebook.terms import FAR_FUTURE, FAR_PAST, Kind
from kenpo.values.insurer import Insurer, Policy
from kenpo.wiring import rule_library

TABLE = "certificate"
ON = date(2025, 4, 30)
SEED = 20250430
Arrays = dict[str, npt.NDArray[np.generic]]


def run(options: Options) -> Report:
    """Measure on one million made-up members, or on a hundred thousand when quick."""
    book = rule_library().book(Insurer.KYOKAI_KENPO, Policy.CURRENT)
    batch = book.compile(TABLE, ON)
    size = 100_000 if options.quick else 1_000_000
    columns = members(book, batch, size)
    small = {name: array[: size // 10] for name, array in columns.items()}
    floor = cpu_seconds(lambda: touch(columns, batch))
    ours = cpu_seconds(lambda: decide(batch, columns))
    growth = (ours / size) / (cpu_seconds(lambda: decide(batch, small), 15) / (size // 10))
    return Report(
        name="rules",
        floor=floor,
        ours=ours,
        ratios={"ours_over_floor": ours / floor, "growth": growth},
        details={
            "members": size,
            "ns_per_member": ours / size * 1e9,
            "floor_ns_per_member": floor / size * 1e9,
            "one_microseconds": one_by_one(batch, columns) * 1e6,
            "explained_microseconds": explained(book, batch, columns) * 1e6,
            "rows_answering": len(np.unique(batch.rows(columns))),
            "cells": int(book.proven(TABLE).winners.size),
            "result": digest(batch, columns),
            "book": book.hash,
        },
    )


def members(book: Book, batch: Batch, size: int) -> Arrays:
    """Return columns of made-up members, the same for the same size."""
    rng = np.random.default_rng(SEED)
    return {name: _column(book.columns[name], rng, size) for name in batch.columns}


def _column(column: Column, rng: np.random.Generator, size: int) -> npt.NDArray[np.generic]:
    match column.kind:
        case Kind.TRUTH:
            return rng.random(size) < 0.5
        case Kind.CODE:
            return rng.integers(0, len(column.codes), size).astype(np.uint8)
        case Kind.NUMBER:
            return rng.integers(0, 4, size).astype(np.int32)
        case Kind.DAY:
            days = rng.integers(*_span(column), size).astype(np.int32)
            none = rng.random(size) < 0.6
            return days if column.null is None else np.where(none, np.int32(column.null), days)


def _span(column: Column) -> tuple[int, int]:
    """Return the days to draw from: births reach far back, other days lie around the decision."""
    near = (ON - date(1970, 1, 1)).days
    if column.null in {FAR_FUTURE, FAR_PAST} or "birth" not in column.name:
        return near - 400, near + 100
    return near - 90 * 365, near


def touch(columns: Arrays, batch: Batch) -> None:
    """Read every column once and write a row index and every output once."""
    size = len(next(iter(columns.values())))
    for array in columns.values():
        array.max()
    np.full(size, 1, dtype=np.uint8)
    for _ in batch.outputs:
        np.full(size, 1, dtype=np.int32)


def decide(batch: Batch, columns: Arrays) -> list[npt.NDArray[np.generic]]:
    """Return the rows and all outputs."""
    rows = batch.rows(columns)
    return [rows, *(batch.output(name, columns, rows) for name in batch.outputs)]


def digest(batch: Batch, columns: Arrays) -> str:
    """Return a hash of all results."""
    found = hashlib.sha256()
    for array in decide(batch, columns):
        found.update(np.ascontiguousarray(array).tobytes())
    return found.hexdigest()[:16]


def one_by_one(batch: Batch, columns: Arrays) -> float:
    """Return the CPU seconds of one decision by the generated function."""
    several = list(zip(*(columns[name][:20_000].tolist() for name in batch.columns), strict=True))
    return cpu_seconds(lambda: [batch.one(*numbers) for numbers in several]) / len(several)


def explained(book: Book, batch: Batch, columns: Arrays) -> float:
    """Return the CPU seconds of one answer with sentences, conflicts and the facts used."""
    several = [
        {name: book.columns[name].shown(int(columns[name][i])) for name in batch.columns}
        for i in range(300)
    ]
    asked = cpu_seconds(lambda: [book.ask(TABLE, facts, ON) for facts in several], 3)
    return asked / len(several)
