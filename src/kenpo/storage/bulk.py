"""Many rows at once: COPY into a temporary table, then one statement into the real one.

PostgreSQL refuses COPY straight into a table with row-level security.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import Connection

from kenpo.values.insurer import Insurer


@dataclass(frozen=True, slots=True)
class Bulk:
    """Writes rows of one insurer inside the connection's transaction."""

    connection: Connection
    insurer: Insurer

    @property
    def _raw(self) -> psycopg.Connection[Any]:
        raw = self.connection.connection.driver_connection
        assert isinstance(raw, psycopg.Connection), "the engine is psycopg's"
        return raw

    def insert(
        self,
        table: str,
        columns: Sequence[str],
        rows: Iterable[Sequence[object]],
        on_conflict: str = "",
    ) -> int:
        """Insert rows (values in the columns' order, without the insurer); return how many."""
        self._stage(table, columns, rows)
        statement = sql.SQL(
            "insert into kenpo.{table} (insurer, {columns}) select %s, {columns} from {stage} "
        ).format(
            table=sql.Identifier(table),
            columns=_list(columns),
            stage=_stage_name(table),
        ) + sql.SQL(on_conflict)
        return self._raw.execute(statement, (self.insurer.value,)).rowcount

    def update(
        self,
        table: str,
        keys: Sequence[str],
        columns: Sequence[str],
        rows: Iterable[Sequence[object]],
    ) -> int:
        """Update rows found by their keys; a row holds the keys, then the columns."""
        self._stage(table, [*keys, *columns], rows)
        statement = sql.SQL(
            "update kenpo.{table} t set {sets} from {stage} s where t.insurer = %s and {same}"
        ).format(
            table=sql.Identifier(table),
            sets=sql.SQL(", ").join(_pair("{0} = s.{0}", name) for name in columns),
            stage=_stage_name(table),
            same=sql.SQL(" and ").join(_pair("t.{0} = s.{0}", name) for name in keys),
        )
        return self._raw.execute(statement, (self.insurer.value,)).rowcount

    def _stage(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        stage = _stage_name(table)
        self._raw.execute(sql.SQL("drop table if exists {}").format(stage))
        self._raw.execute(
            sql.SQL(
                "create temporary table {} on commit drop as select {} from kenpo.{} with no data"
            ).format(stage, _list(columns), sql.Identifier(table))
        )
        command = sql.SQL("copy {} ({}) from stdin").format(stage, _list(columns))
        with self._raw.cursor() as cursor, cursor.copy(command) as copy:
            for row in rows:
                copy.write_row(row)


def _stage_name(table: str) -> sql.Identifier:
    return sql.Identifier("pg_temp", f"stage_{table}")


def _list(columns: Sequence[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, columns))


def _pair(template: str, name: str) -> sql.Composed:
    return sql.SQL(template).format(sql.Identifier(name))
