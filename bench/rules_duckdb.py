"""The bound table as the same SQL that PostgreSQL runs, in DuckDB."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import numpy as np
import pyarrow as pa

from bench.rules_peers import Array, Mode
from kenpo.rulebook import Batch
from kenpo.rulebook.narrow import narrow


def modes(batch: Batch, columns: Mapping[str, Array]) -> list[Mode]:
    """Return the cell join on one thread and on all."""
    connection = duckdb.connect()
    size = len(next(iter(columns.values())))
    people = pa.table({"id": np.arange(size, dtype=np.int32), **columns})
    connection.register("given", people)
    connection.execute("create table people as select * from given")
    _store_cells(connection, batch)
    query = batch.sql("people", "cells").query
    threads = connection.execute("select current_setting('threads')").fetchone()
    several = int(threads[0]) if threads else 1
    return [_mode(connection, query, count) for count in dict.fromkeys((1, several))]


def _store_cells(connection: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    """Store the cells with the row's index in place of its id, which is quicker."""
    rows = narrow(batch.plan).winners
    cells = pa.table(
        {
            "cell": np.arange(len(rows), dtype=np.int32),
            "rule": rows.astype(np.uint8),
            "formulas": np.array(batch.plan.group_of, dtype=np.int16)[rows],
        }
    )
    connection.register("given_cells", cells)
    connection.execute("create table cells as select * from given_cells")


def _mode(connection: duckdb.DuckDBPyConnection, query: str, threads: int) -> Mode:
    def run() -> None:
        connection.execute(f"set threads to {threads}")
        connection.execute(f"create or replace table decided as {query}")

    def results() -> list[Array]:
        run()
        found = connection.execute("select * exclude (id) from decided order by id").fetchnumpy()
        return list(found.values())

    settings = f"cell join, {threads} threads"
    return Mode("duckdb", duckdb.__version__, settings, run, results)
