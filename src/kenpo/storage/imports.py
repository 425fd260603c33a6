"""The files taken in and the rows refused: ``ports.Imports`` on PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select
from sqlalchemy.dialects import postgresql

from kenpo.operations.ports import ImportedFile, Refusal
from kenpo.storage.tables import imported_file, refusal
from kenpo.values.insurer import Insurer


@dataclass(frozen=True, slots=True)
class PostgresImports:
    """The imports of one insurer inside the connection's transaction."""

    connection: Connection
    insurer: Insurer

    def find(self, sha256: str) -> ImportedFile | None:
        """Return the earlier import of the same bytes, if any."""
        statement = select(imported_file).where(
            imported_file.c.insurer == self.insurer.value, imported_file.c.sha256 == sha256
        )
        row = self.connection.execute(statement).one_or_none()
        return None if row is None else _file(row)

    def save(self, file: ImportedFile, refusals: Sequence[Refusal]) -> None:
        """Keep the file's record and its refusals (replacing those of an earlier run)."""
        values = asdict(file)
        keep = postgresql.insert(imported_file).values(insurer=self.insurer.value, **values)
        del values["sha256"]
        self.connection.execute(
            keep.on_conflict_do_update(index_elements=["insurer", "sha256"], set_=values)
        )
        self.connection.execute(delete(refusal).where(*self._of(file.sha256)))
        rows = [
            {"insurer": self.insurer.value, "sha256": file.sha256, "position": at, **asdict(one)}
            for at, one in enumerate(refusals)
        ]
        if rows:
            self.connection.execute(insert(refusal), rows)

    def files(self) -> Sequence[ImportedFile]:
        """Return all files in the order they were taken in."""
        statement = (
            select(imported_file)
            .where(imported_file.c.insurer == self.insurer.value)
            .order_by(imported_file.c.imported_at, imported_file.c.name, imported_file.c.sha256)
        )
        return [_file(row) for row in self.connection.execute(statement)]

    def refusals(self, sha256: str) -> Sequence[Refusal]:
        """Return the refused rows of a file by line."""
        columns = [refusal.c[name] for name in ("file", "line", "field", "form", "reason", "todo")]
        statement = (
            select(*columns).where(*self._of(sha256)).order_by(refusal.c.line, refusal.c.position)
        )
        return [Refusal(*row) for row in self.connection.execute(statement)]

    def _of(self, sha256: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
        return refusal.c.insurer == self.insurer.value, refusal.c.sha256 == sha256


def _file(row: Row[tuple[object, ...]]) -> ImportedFile:
    return ImportedFile(
        name=row.name,
        sha256=row.sha256,
        kind=row.kind,
        imported_at=row.imported_at,
        rows=row.rows,
        accepted=row.accepted,
        refused=row.refused,
        unchanged=row.unchanged,
    )
