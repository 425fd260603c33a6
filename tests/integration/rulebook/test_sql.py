"""PostgreSQL decides what the arrays decide, person by person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np
import psycopg
import pytest

from kenpo.rulebook import Batch, Book
from kenpo.rulebook.sql import SqlText
from kenpo.rulebook.terms import Kind
from kenpo.storage.launcher import Server
from kenpo.values.insurer import Insurer
from kenpo.wiring.books import rule_library
from support.book_cases import Numbers, random_numbers

PEOPLE = 100_000
FEWER = 10_000
BOOK = rule_library().book(Insurer.KYOKAI_KENPO)
DAYS = (date(2025, 4, 30), date(2025, 12, 2), date(2026, 1, 5))
TABLES = [
    *(("certificate", on, PEOPLE if on == DAYS[0] else FEWER) for on in DAYS),
    *((table, DAYS[2], FEWER) for table in BOOK.tables if table != "certificate"),
]


@pytest.fixture
def connection(kenpo_server: Server) -> Iterator[psycopg.Connection]:
    with psycopg.connect(
        host=str(kenpo_server.socket), user=kenpo_server.superuser, dbname="postgres"
    ) as found:
        yield found
        found.rollback()


@pytest.mark.parametrize(("table", "on", "people"), TABLES, ids=str)
def test_postgresql_decides_as_the_arrays_do_row_by_row(
    connection: psycopg.Connection, table: str, on: date, people: int
) -> None:
    batch = BOOK.compile(table, on)
    columns = random_numbers(BOOK, on, people)
    _store_people(connection, (BOOK, batch), columns)
    text = batch.sql("people", "cells_of_table")
    _store_cells(connection, text)
    found = connection.execute(f"{text.query} order by id").fetchall()
    decided = batch.decide(columns)
    rules = [batch.row_ids[row] for row in decided.rows.tolist()]
    outputs = [decided.outputs[name].tolist() for name in batch.outputs]
    assert found == list(zip(range(people), rules, *outputs, strict=True))


def _store_people(connection: psycopg.Connection, of: tuple[Book, Batch], columns: Numbers) -> None:
    book, batch = of
    people = len(next(iter(columns.values())))
    truths = {name for name in batch.columns if book.columns[name].kind is Kind.TRUTH}
    typed = ", ".join(
        f"{name} {'boolean' if name in truths else 'integer'} not null"
        for name in ("id", *batch.columns)
    )
    connection.execute(f"create temporary table people ({typed})")
    arrays = [
        columns[name].astype(bool).tolist() if name in truths else columns[name].tolist()
        for name in batch.columns
    ]
    names = ", ".join(("id", *batch.columns))
    with connection.cursor().copy(f"copy people ({names}) from stdin") as copy:
        for person in zip(range(people), *arrays, strict=True):
            copy.write_row(person)


def _store_cells(connection: psycopg.Connection, text: SqlText) -> None:
    connection.execute(text.create)
    with connection.cursor().copy("copy cells_of_table from stdin") as copy:
        for cell in text.cells:
            copy.write_row(cell)
    connection.execute("analyze cells_of_table")


def test_the_query_names_every_column_once_and_joins_the_cells() -> None:
    text = BOOK.compile("certificate", DAYS[0]).sql("people", "cells_of_table")
    assert text.query.count("join") == 1
    assert len(text.query) < 20_000
    cells = np.array([cell for cell, _, _ in text.cells])
    assert np.array_equal(cells, np.arange(len(cells)))
