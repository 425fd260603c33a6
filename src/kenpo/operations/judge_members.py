"""Who is due a certificate of the bulk issue: the book's answer for millions of members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from kenpo.issuance.columns import columns_of, facts_of, unknown_of
from kenpo.issuance.due import Basis
from kenpo.issuance.face import DocumentKind
from kenpo.mailing.model import Judged
from kenpo.register.view import MemberRecord
from kenpo.rulebook import Answer, Batch, Book
from kenpo.values.ids import RowId

TABLE = DocumentKind.CERTIFICATE.value
CHUNK = 16_384
_NO_ROW = RowId("")


@dataclass(frozen=True, slots=True)
class MemberJudge:
    """Judges members on one day with the compiled book; what is unknown is never guessed."""

    book: Book
    on: date

    def __call__(self, records: Iterable[MemberRecord]) -> Iterator[Judged]:
        """Yield the judgement of each record in the order they come."""
        batch = self.book.compile(TABLE, self.on)
        texts = {row.id: row.texts for row in self.book.rows(TABLE)}
        waiting = iter(records)
        while chunk := list(islice(waiting, CHUNK)):
            for record, row in self._rows(chunk, batch):
                yield self._missing(record) if row is None else _judged(record, row, texts[row])

    def _rows(
        self, records: Sequence[MemberRecord], batch: Batch
    ) -> Iterator[tuple[MemberRecord, RowId | None]]:
        unknown = unknown_of(records)
        known = [one for one, is_unknown in zip(records, unknown, strict=True) if not is_unknown]
        rows = iter(batch.rows(columns_of(known)) if known else ())
        for record, is_unknown in zip(records, unknown, strict=True):
            row = self._ask(record).row if is_unknown else batch.row_ids[next(rows)]
            yield record, row

    def _ask(self, record: MemberRecord) -> Answer:
        return self.book.ask(TABLE, facts_of(record), self.on)

    def _missing(self, record: MemberRecord) -> Judged:
        missing = self._ask(record).missing
        names = "・".join(self.book.columns[name].label or name for name in missing)
        return Judged(
            paper_key=record.paper_key,
            branch=record.branch,
            office=str(record.office),
            is_target=True,
            row=_NO_ROW,
            reason_ja=f"判定に要る事実が分かりません（{names}）",
            reason_en=f"facts are missing ({', '.join(missing)})",
            missing=missing,
        )


def _judged(record: MemberRecord, row: RowId, texts: Mapping[str, str]) -> Judged:
    return Judged(
        paper_key=record.paper_key,
        branch=record.branch,
        office=str(record.office),
        is_target=texts["basis"] == Basis.BULK,
        row=row,
        reason_ja=texts["理由"],
        reason_en=texts["reason"],
    )
