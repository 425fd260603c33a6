"""The projections made again from the events, and the proof that they are the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, text

from kenpo.storage import tables
from kenpo.storage.events import Events, take_turn
from kenpo.storage.projections import FOLDED, apply
from kenpo.values.insurer import Insurer

_FINGERPRINT = """
select encode(sha256(coalesce(
    string_agg(sha256(convert_to(t::text, 'UTF8')), '' order by {key}), '')), 'hex')
from kenpo.{table} t where t.insurer = :insurer
"""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """One table before and after: SHA-256 over its rows in the order of their key, and how many."""

    table: str
    before: str
    after: str
    rows: int

    @property
    def is_same(self) -> bool:
        """Whether folding again gave the same rows."""
        return self.before == self.after


def rebuild(connection: Connection, insurer: Insurer) -> Sequence[Rebuilt]:
    """Empty the projections, fold every event again, and compare each table by its hash.

    It happens inside the caller's transaction: others see the old tables until it commits.
    """
    take_turn(connection, insurer)
    before = {table: fingerprint(connection, insurer, table) for table in FOLDED}
    for table in FOLDED:
        folded = tables.metadata.tables[f"kenpo.{table}"]
        connection.execute(delete(folded).where(folded.c.insurer == insurer.value))
    for events in Events(connection, insurer).all():
        apply(connection, insurer, events)
    return [
        Rebuilt(
            table,
            before[table],
            fingerprint(connection, insurer, table),
            count(connection, insurer, table),
        )
        for table in FOLDED
    ]


def fingerprint(connection: Connection, insurer: Insurer, table: str) -> str:
    """Return SHA-256 over an insurer's rows of a table in the order of the primary key."""
    columns = tables.metadata.tables[f"kenpo.{table}"].primary_key.columns
    statement = _FINGERPRINT.format(table=table, key=", ".join(f"t.{one.name}" for one in columns))
    return str(connection.execute(text(statement), {"insurer": insurer.value}).scalar_one())


def count(connection: Connection, insurer: Insurer, table: str) -> int:
    """Count an insurer's rows of a table."""
    counted = tables.metadata.tables[f"kenpo.{table}"]
    statement = select(func.count()).where(counted.c.insurer == insurer.value)
    return int(connection.execute(statement).scalar_one())
