"""The counts of waves: every number is its own query, none is a remainder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, select

from kenpo.mailing.model import PieceState
from kenpo.operations.ports import WaveCounts
from kenpo.storage import wave_tables as t
from kenpo.values.branch import Branch
from kenpo.values.ids import WaveId
from kenpo.values.insurer import Insurer

_EVERYTHING_KNOWN = func.cardinality(t.judged.c.missing) == 0


@dataclass(frozen=True, slots=True)
class WaveTallies:
    """Counts the waves of one insurer."""

    connection: Connection
    insurer: Insurer

    def by_branch(self, wave_id: WaveId) -> Mapping[Branch, WaveCounts]:
        """Count a wave in each of its branches."""
        counted = {name: self._grouped(query) for name, query in self._queries(wave_id).items()}
        branches = self._grouped(self._counted(t.wave_branch, t.wave_branch, wave_id))
        return {Branch(code): _counts_of(counted, code) for code in sorted(branches)}

    def all(self, wave_id: WaveId) -> WaveCounts:
        """Count a whole wave."""
        return WaveCounts(
            **{name: self._total(query) for name, query in self._queries(wave_id).items()}
        )

    def states(self, wave_id: WaveId) -> Mapping[PieceState, int]:
        """Count the pieces of a wave in each state."""
        p = t.piece.c
        statement = (
            select(p.state, func.count())
            .where(p.insurer == self.insurer.value, p.wave_id == wave_id)
            .group_by(p.state)
        )
        found = {row[0]: row[1] for row in self.connection.execute(statement)}
        return {state: found.get(state.value, 0) for state in PieceState}

    def outs_by_reason(self, wave_id: WaveId) -> Mapping[str, int]:
        """Count who is no target by the Japanese reason, the most frequent first."""
        j, r = t.judged.c, t.wave_reason.c
        same = (r.insurer == j.insurer) & (r.wave_id == j.wave_id) & (r.reason == j.reason)
        statement = (
            select(r.reason_ja, func.count())
            .join(t.judged, same)
            .where(j.insurer == self.insurer.value, j.wave_id == wave_id, ~j.is_target)
            .group_by(r.reason_ja)
            .order_by(func.count().desc(), r.reason_ja)
        )
        return {row[0]: row[1] for row in self.connection.execute(statement)}

    def _queries(self, wave_id: WaveId) -> Mapping[str, Select[int, int]]:
        j, p, c, e = t.judged, t.piece, t.piece_certificate, t.target_list_entry
        contents = p.join(c, and_(c.c.insurer == p.c.insurer, c.c.piece_id == p.c.piece_id))
        one_list = and_(
            e.c.insurer == t.target_list.c.insurer,
            e.c.wave_id == t.target_list.c.wave_id,
            e.c.list == t.target_list.c.list,
        )
        return {
            "judged": self._counted(j, j, wave_id),
            "targets": self._counted(j, j, wave_id, j.c.is_target),
            "not_targets": self._counted(j, j, wave_id, ~j.c.is_target),
            "known": self._counted(j, j, wave_id, j.c.is_target, _EVERYTHING_KNOWN),
            "unknown": self._counted(j, j, wave_id, j.c.is_target, ~_EVERYTHING_KNOWN),
            "held": self._counted(t.held, t.held, wave_id),
            "dropped": self._counted(t.dropped, t.dropped, wave_id),
            "certificates": self._counted(p, contents, wave_id),
            "pieces": self._counted(p, p, wave_id),
            "lists": self._counted(t.target_list, t.target_list, wave_id),
            "listed": self._counted(t.target_list, t.target_list.join(e, one_list), wave_id),
        }

    def _counted(
        self, table: Table, source: object, wave_id: WaveId, *conditions: ColumnElement[bool]
    ) -> Select[int, int]:
        mine = (table.c.insurer == self.insurer.value, table.c.wave_id == wave_id, *conditions)
        return (
            select(table.c.branch, func.count())
            .select_from(source)  # type: ignore[arg-type]  # a table or a join of tables
            .where(*mine)
            .group_by(table.c.branch)
        )

    def _grouped(self, query: Select[int, int]) -> Mapping[int, int]:
        return {row[0]: row[1] for row in self.connection.execute(query)}

    def _total(self, query: Select[int, int]) -> int:
        whole = query.with_only_columns(func.count(), maintain_column_froms=True).group_by(None)
        return self.connection.scalar(whole) or 0


def _counts_of(counted: Mapping[str, Mapping[int, int]], branch: int) -> WaveCounts:
    return WaveCounts(**{name: found.get(branch, 0) for name, found in counted.items()})
