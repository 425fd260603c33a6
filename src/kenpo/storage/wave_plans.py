"""Plans of waves in the database: replaced by planning again, until the wave is frozen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from kenpo.mailing.model import Judged, Wave
from kenpo.storage import wave_tables as t
from kenpo.storage.bulk import Bulk
from kenpo.storage.errors import ConflictError
from kenpo.storage.wave_pieces import AnyRow
from kenpo.values.branch import Branch
from kenpo.values.ids import RowId, WaveId
from kenpo.values.insurer import Insurer

_JUDGED = (
    "wave_id",
    "position",
    "paper_key",
    "branch",
    "office",
    "is_target",
    "reason",
    "missing",
)
_FETCHED = 10_000


@dataclass(frozen=True, slots=True)
class WavePlans:
    """Reads and writes plans of one insurer."""

    connection: Connection
    insurer: Insurer

    def save(self, wave: Wave, book: str, judged: Sequence[Judged]) -> None:
        """Keep a plan in the place of an earlier one; raise ConflictError when it is frozen."""
        self._clear(wave.wave_id)
        keys = {"insurer": self.insurer.value, "wave_id": wave.wave_id}
        head = keys | {"snapshot_on": wave.snapshot_on, "book": book}
        self.connection.execute(insert(t.wave), head)
        branches = [{"branch": b.code, "posting_on": day} for b, day in wave.posting]
        self.connection.execute(insert(t.wave_branch), [keys | row for row in branches])
        self._save_judged(wave.wave_id, judged)

    def find(self, wave_id: WaveId) -> Wave | None:
        """Return the planned wave."""
        return next((wave for wave in self.all() if wave.wave_id == wave_id), None)

    def all(self) -> Sequence[Wave]:
        """Return all planned waves by id, their branches by code."""
        w, b = t.wave.c, t.wave_branch.c
        statement = (
            select(w.wave_id, w.snapshot_on, b.branch, b.posting_on)
            .join(t.wave_branch, (b.insurer == w.insurer) & (b.wave_id == w.wave_id))
            .where(w.insurer == self.insurer.value)
            .order_by(w.wave_id, b.branch)
        )
        posting: dict[tuple[str, date], list[tuple[Branch, date]]] = {}
        for row in self.connection.execute(statement):
            days = posting.setdefault((row.wave_id, row.snapshot_on), [])
            days.append((Branch(row.branch), row.posting_on))
        return [self._wave(head, days) for head, days in posting.items()]

    def judged(self, wave_id: WaveId) -> Iterator[Judged]:
        """Yield who was judged in list order."""
        j, r = t.judged.c, t.wave_reason.c
        same = (r.insurer == j.insurer) & (r.wave_id == j.wave_id) & (r.reason == j.reason)
        statement = (
            select(t.judged, r.row_id, r.reason_ja, r.reason_en)
            .join(t.wave_reason, same)
            .where(j.insurer == self.insurer.value, j.wave_id == wave_id)
            .order_by(j.position)
        )
        options = {"yield_per": _FETCHED}
        yield from map(_judged, self.connection.execute(statement, execution_options=options))

    def _wave(self, head: tuple[str, date], days: Sequence[tuple[Branch, date]]) -> Wave:
        wave_id, snapshot_on = head
        return Wave(WaveId(wave_id), self.insurer, snapshot_on, tuple(days))

    def _save_judged(self, wave_id: WaveId, judged: Sequence[Judged]) -> None:
        reasons: dict[tuple[str, str, str], int] = {}
        rows = [
            (wave_id, place, *_row(one, reasons.setdefault(_reason(one), len(reasons))))
            for place, one in enumerate(judged, 1)
        ]
        bulk = Bulk(self.connection, self.insurer)
        told = [(wave_id, number, *texts) for texts, number in reasons.items()]
        columns = ("wave_id", "reason", "row_id", "reason_ja", "reason_en")
        bulk.insert("wave_reason", columns, told)
        bulk.insert("judged", _JUDGED, rows)

    def _clear(self, wave_id: WaveId) -> None:
        w = t.wave.c
        mine = (w.insurer == self.insurer.value) & (w.wave_id == wave_id)
        frozen = self.connection.scalar(select(w.sha256).where(mine).with_for_update())
        if frozen is not None:
            raise ConflictError(
                f"送付時期 {wave_id} は確定済みです。", "確定した送付時期は計画し直せません。"
            )
        for table in (t.judged, t.wave_reason, t.wave_branch, t.wave):
            same = (table.c.insurer == self.insurer.value) & (table.c.wave_id == wave_id)
            self.connection.execute(delete(table).where(same))


def _reason(one: Judged) -> tuple[str, str, str]:
    return one.row, one.reason_ja, one.reason_en


def _row(one: Judged, reason: int) -> tuple[object, ...]:
    return (one.paper_key, one.branch.code, one.office, one.is_target, reason, list(one.missing))


def _judged(row: AnyRow) -> Judged:
    return Judged(
        paper_key=row.paper_key,
        branch=Branch(row.branch),
        office=row.office,
        is_target=row.is_target,
        row=RowId(row.row_id),
        reason_ja=row.reason_ja,
        reason_en=row.reason_en,
        missing=tuple(row.missing),
    )
