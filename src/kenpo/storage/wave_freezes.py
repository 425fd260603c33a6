"""Frozen waves in the database: written once, read back whole, checked against their hash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, Table, select, text, update

from kenpo.issuance.face import CertificateFace
from kenpo.mailing.canonical import frozen_hash
from kenpo.mailing.model import FrozenWave, Held, Piece, TargetList, TargetListEntry, Wave
from kenpo.storage import wave_tables as t
from kenpo.storage.bulk import Bulk
from kenpo.storage.errors import ConflictError
from kenpo.storage.wave_pieces import (
    CERTIFICATE,
    PIECE,
    AnyRow,
    certificate_rows,
    face_of,
    piece_of,
    piece_rows,
)
from kenpo.values.branch import Branch
from kenpo.values.ids import WaveId
from kenpo.values.insurer import Insurer

_LIST = ("wave_id", "list", "symbol", "branch", "office", "establishment_name", "as_of")
_ENTRY = ("wave_id", "list", "position", "number", "insured_name", "target_name")
_STOPPED = ("wave_id", "position", "paper_key", "branch", "reason", "todo")
# Whoever holds the number on the day of issue is the person the certificate is for.
_ISSUED = """
insert into kenpo.certificate (insurer, serial, person_id, issued_on, valid_until)
select c.insurer, c.serial, v.person_id, c.issued_on, c.valid_until
from kenpo.piece p
join kenpo.piece_certificate c on c.insurer = p.insurer and c.piece_id = p.piece_id
join kenpo.coverage v on v.insurer = c.insurer and v.paper_key = c.paper_key
    and c.issued_on between v.valid_from and v.valid_until
where p.insurer = :insurer and p.wave_id = :wave_id
"""


@dataclass(frozen=True, slots=True)
class WaveFreezes:
    """Reads and writes frozen waves of one insurer."""

    connection: Connection
    insurer: Insurer

    def save(self, frozen: FrozenWave) -> None:
        """Keep a frozen wave; raise ConflictError when it is frozen already or was never planned.

        Its certificates stand in the register's view from their day of issue on.
        """
        self._stamp(frozen)
        bulk = Bulk(self.connection, self.insurer)
        bulk.insert("piece", PIECE, piece_rows(frozen.pieces))
        bulk.insert("piece_certificate", CERTIFICATE, certificate_rows(frozen.pieces))
        wave_id = frozen.wave.wave_id
        bulk.insert("target_list", _LIST, _list_rows(wave_id, frozen.lists))
        bulk.insert("target_list_entry", _ENTRY, _entry_rows(wave_id, frozen.lists))
        bulk.insert("held", _STOPPED, _stopped_rows(wave_id, frozen.held))
        bulk.insert("dropped", _STOPPED, _stopped_rows(wave_id, frozen.dropped))
        self._issue(frozen)

    def find(self, wave: Wave) -> FrozenWave | None:
        """Return the frozen wave; raise ConflictError when its rows no longer give its hash."""
        c = t.wave.c
        statement = select(c.frozen_at, c.book, c.sha256).where(
            c.insurer == self.insurer.value, c.wave_id == wave.wave_id, c.sha256.is_not(None)
        )
        head = self.connection.execute(statement).one_or_none()
        return None if head is None else self._read(wave, head)

    def held(self, wave_id: WaveId) -> Sequence[Held]:
        """Return who is held, in list order."""
        return tuple(self._stopped(t.held, wave_id))

    def dropped(self, wave_id: WaveId) -> Sequence[Held]:
        """Return who was dropped, in list order."""
        return tuple(self._stopped(t.dropped, wave_id))

    def _read(self, wave: Wave, head: AnyRow) -> FrozenWave:
        frozen = FrozenWave(
            wave=wave,
            frozen_at=head.frozen_at.astimezone(UTC),
            book=head.book,
            pieces=tuple(self._pieces(wave.wave_id)),
            lists=tuple(self._lists(wave.wave_id)),
            held=tuple(self.held(wave.wave_id)),
            dropped=tuple(self.dropped(wave.wave_id)),
            sha256=head.sha256,
        )
        if frozen_hash(frozen) != head.sha256:
            raise ConflictError(
                f"送付時期 {wave.wave_id}: 確定した内容が変わっています。",
                "使わずに、データベースの記録を調べてください。",
            )
        return frozen

    def _stamp(self, frozen: FrozenWave) -> None:
        c = t.wave.c
        statement = (
            update(t.wave)
            .where(c.insurer == self.insurer.value, c.wave_id == frozen.wave.wave_id)
            .where(c.sha256.is_(None), c.book == frozen.book)
            .values(frozen_at=frozen.frozen_at, sha256=frozen.sha256)
        )
        if self.connection.execute(statement).rowcount != 1:
            raise ConflictError(
                f"送付時期 {frozen.wave.wave_id} は確定できません。",
                "計画されているか、もう確定していないかを確かめてください。",
            )

    def _issue(self, frozen: FrozenWave) -> None:
        values = {"insurer": self.insurer.value, "wave_id": frozen.wave.wave_id}
        issued = self.connection.execute(text(_ISSUED), values).rowcount
        expected = sum(len(piece.certificates) for piece in frozen.pieces)
        if issued != expected:
            raise ConflictError(
                f"送付時期 {frozen.wave.wave_id}: 資格確認書 {expected} 枚のうち {issued} 枚しか"
                "加入者と結びつきません。",
                "記号・番号・枝番の重なりを調べてください。",
            )

    def _pieces(self, wave_id: WaveId) -> Iterator[Piece]:
        p, c = t.piece.c, t.piece_certificate.c
        faces = (
            select(t.piece_certificate)
            .join(t.piece, (p.insurer == c.insurer) & (p.piece_id == c.piece_id))
            .where(p.insurer == self.insurer.value, p.wave_id == wave_id)
            .order_by(p.position, c.position)
        )
        contents: dict[str, tuple[CertificateFace, ...]] = {
            piece_id: tuple(map(face_of, rows))
            for piece_id, rows in groupby(self.connection.execute(faces), lambda row: row.piece_id)
        }
        for row in self._rows(t.piece, wave_id):
            yield piece_of(row, contents.get(row.piece_id, ()))

    def _lists(self, wave_id: WaveId) -> Iterator[TargetList]:
        entries: dict[int, list[TargetListEntry]] = {}
        for row in self._rows(t.target_list_entry, wave_id):
            entry = TargetListEntry(row.number, row.insured_name, row.target_name)
            entries.setdefault(row.list, []).append(entry)
        for row in self._rows(t.target_list, wave_id):
            yield TargetList(
                symbol=row.symbol,
                branch=Branch(row.branch),
                office=row.office,
                establishment_name=row.establishment_name,
                as_of=row.as_of,
                entries=tuple(entries.get(row.list, ())),
            )

    def _stopped(self, table: Table, wave_id: WaveId) -> Iterator[Held]:
        for row in self._rows(table, wave_id):
            yield Held(row.paper_key, Branch(row.branch), row.reason, row.todo)

    def _rows(self, table: Table, wave_id: WaveId) -> Iterator[AnyRow]:
        order = [table.c[name] for name in ("list", "position") if name in table.c]
        statement: Select[Any] = (
            select(table)
            .where(table.c.insurer == self.insurer.value, table.c.wave_id == wave_id)
            .order_by(*order)
        )
        yield from self.connection.execute(statement)


def _list_rows(wave_id: WaveId, lists: Sequence[TargetList]) -> Iterator[tuple[object, ...]]:
    for place, one in enumerate(lists, 1):
        office = (one.symbol, one.branch.code, one.office, one.establishment_name)
        yield (wave_id, place, *office, one.as_of)


def _entry_rows(wave_id: WaveId, lists: Sequence[TargetList]) -> Iterator[tuple[object, ...]]:
    for place, one in enumerate(lists, 1):
        for position, entry in enumerate(one.entries, 1):
            names = (entry.number, entry.insured_name, entry.target_name)
            yield (wave_id, place, position, *names)


def _stopped_rows(wave_id: WaveId, stopped: Sequence[Held]) -> Iterator[tuple[object, ...]]:
    for position, one in enumerate(stopped, 1):
        yield (wave_id, position, one.paper_key, one.branch.code, one.reason, one.todo)
