"""Rules of one insurer: arrays of members, one member, and one explained answer.

The floor reads every column once and writes every result once; nothing that decides can be faster.
Ten million members, a million when quick; the cost of a member at the largest size over that at
the smallest is ``growth``: a million to ten, and to forty when long. Times are CPU seconds of all
threads. No time is told before all results hash alike.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from bench.measure import Options, Report, cpu_seconds
from bench.rules_peers import Mode, modes
from bench.rules_people import ON, TABLE, Arrays, decide, digest, first, members, repeated
from kenpo.rulebook import Batch, Book
from kenpo.values.insurer import Insurer, Policy
from kenpo.wiring import rule_library

MILLION = 1_000_000
RUNS = 5


def run(options: Options) -> Report:
    """Measure; raises ValueError if two ways to decide differ in any member."""
    book = rule_library().book(Insurer.KYOKAI_KENPO, Policy.CURRENT)
    plain, fast = book.compile(TABLE, ON), book.compile(TABLE, ON, fast=True)
    size = MILLION if options.quick else 10 * MILLION
    columns = members(book, plain, size)
    expected = digest(decide(plain, columns))
    _same("numba", digest(decide(fast, columns)), expected)
    peers = modes(plain, columns) if options.peers else []
    for mode in peers:
        _same(mode.peer, digest(list(mode.results())), expected)
    floor = cpu_seconds(lambda: touch(columns, plain), RUNS)
    ours = cpu_seconds(lambda: decide(fast, columns), RUNS)
    arrays = cpu_seconds(lambda: decide(plain, columns), 1 if size > MILLION else RUNS)
    best = _quickest(peers)
    return Report(
        name="rules",
        floor=floor,
        ours=ours,
        ratios={
            "ours_over_floor": ours / floor,
            "growth": growth(fast, columns, times=4 if options.long else 1),
            "numpy_over_ours": arrays / ours,
            **{f"{name}_over_ours": seconds / ours for name, (seconds, _) in best.items()},
        },
        peers={name: seconds for name, (seconds, _) in best.items()},
        details={
            "members": size,
            "ours": "numba" if fast.fast else "numpy",
            "floor_ns_per_member": floor / size * 1e9,
            "ns_per_member": ours / size * 1e9,
            "numpy_ns_per_member": arrays / size * 1e9,
            "one_microseconds": one_by_one(plain, columns) * 1e6,
            "explained_microseconds": explained(book, plain, columns) * 1e6,
            "rows_answering": len(np.unique(plain.rows(first(columns, MILLION)))),
            "cells": int(book.proven(TABLE).winners.size),
            "result": expected,
            "peers": {name: _described(mode) for name, (_, mode) in best.items()},
            "book": book.hash,
        },
    )


def _same(name: str, found: str, expected: str) -> None:
    if found != expected:
        raise ValueError(f"{name}: {found}, numpy: {expected}")


def _quickest(peers: list[Mode]) -> Mapping[str, tuple[float, Mode]]:
    """Return each peer's quickest mode with its seconds."""
    found: dict[str, tuple[float, Mode]] = {}
    for mode in peers:
        seconds = cpu_seconds(mode.run, 3)
        if mode.peer not in found or seconds < found[mode.peer][0]:
            found[mode.peer] = (seconds, mode)
    return found


def _described(mode: Mode) -> str:
    return f"{mode.version}, {mode.settings}"


def growth(batch: Batch, columns: Arrays, times: int) -> float:
    """Return the cost of a member at the largest size over that among a tenth or a million."""
    size = len(next(iter(columns.values())))
    few = first(columns, min(MILLION, size // 10))
    many = repeated(columns, times) if times > 1 else columns
    small = cpu_seconds(lambda: decide(batch, few), 15) / min(MILLION, size // 10)
    return cpu_seconds(lambda: decide(batch, many), RUNS) / (size * times) / small


def touch(columns: Arrays, batch: Batch) -> None:
    """Read every column once and write a row index and every output once."""
    size = len(next(iter(columns.values())))
    for array in columns.values():
        array.max()
    np.full(size, 1, dtype=np.uint8)
    for _ in batch.outputs:
        np.full(size, 1, dtype=np.int32)


def one_by_one(batch: Batch, columns: Arrays) -> float:
    """Return the CPU seconds of one decision by the generated function."""
    several = list(zip(*(columns[name][:20_000].tolist() for name in batch.columns), strict=True))
    return cpu_seconds(lambda: [batch.one(*numbers) for numbers in several]) / len(several)


def explained(book: Book, batch: Batch, columns: Arrays) -> float:
    """Return the CPU seconds of one answer with sentences, conflicts and the facts used."""
    several = [
        {name: book.columns[name].shown(int(columns[name][i])) for name in batch.columns}
        for i in range(2_000)
    ]
    asked = cpu_seconds(lambda: [book.ask(TABLE, facts, ON) for facts in several])
    return asked / len(several)
