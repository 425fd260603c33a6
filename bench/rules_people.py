"""Made-up members as arrays, the same for the same size, and what their decisions hash to."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from kenpo.rulebook import Batch, Book
from kenpo.rulebook.columns import Column
from kenpo.rulebook.terms import FAR_FUTURE, FAR_PAST, Kind

TABLE = "certificate"
ON = date(2025, 4, 30)
SEED = 20250430
Array = npt.NDArray[np.generic]
Arrays = dict[str, Array]


def members(book: Book, batch: Batch, size: int) -> Arrays:
    """Return columns of made-up members; every fact is drawn by itself, so all rows are met."""
    rng = np.random.default_rng(SEED)
    return {name: _column(book.columns[name], rng, size) for name in batch.columns}


def repeated(columns: Arrays, times: int) -> Arrays:
    """Return the same members several times over."""
    return {name: np.tile(array, times) for name, array in columns.items()}


def first(columns: Arrays, size: int) -> Arrays:
    """Return the first members alone, in arrays of their own."""
    return {name: array[:size].copy() for name, array in columns.items()}


def _column(column: Column, rng: np.random.Generator, size: int) -> Array:
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


def decide(batch: Batch, columns: Mapping[str, Array]) -> list[Array]:
    """Return the rows and all outputs."""
    decided = batch.decide(columns)
    return [decided.rows, *(decided.outputs[name] for name in batch.outputs)]


def digest(results: Sequence[Array]) -> str:
    """Return a hash of the row indexes (uint8) and the outputs (int32)."""
    found = hashlib.sha256(np.ascontiguousarray(results[0], dtype=np.uint8).tobytes())
    for array in results[1:]:
        found.update(np.ascontiguousarray(array, dtype=np.int32).tobytes())
    return found.hexdigest()[:16]
