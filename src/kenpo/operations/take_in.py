"""What every import does: once for each file, in one transaction, with counts that add up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from kenpo.operations.import_files import CountsDifferError, ImportReport
from kenpo.operations.ports import (
    Clock,
    Database,
    Ids,
    ImportedFile,
    NumberedEvent,
    Refusal,
    Session,
)
from kenpo.register.events import Origin
from kenpo.register.objection import ObjectionError
from kenpo.register.taken import Taken
from kenpo.values.insurer import Insurer


@dataclass(frozen=True, slots=True)
class Desk:
    """Where files are taken in: the database, whose files they are, and who takes them in."""

    database: Database
    clock: Clock
    ids: Ids
    insurer: Insurer
    actor: str


@dataclass(frozen=True, slots=True)
class Source:
    """The file as the report names it; ``rows`` counts its data rows by the reader's own count."""

    name: str
    sha256: str
    kind: str
    rows: int

    def origin(self, line: int) -> Origin:
        """Return where an event of a line comes from."""
        return Origin(self.name, self.sha256, line)

    def events(self, line: int, taken: Sequence[Taken]) -> tuple[NumberedEvent, ...]:
        """Return what a line gives as events of this file."""
        return tuple(NumberedEvent(self.origin(line), each.event, each.my_number) for each in taken)

    def refusal(self, line: int, objection: ObjectionError) -> Refusal:
        """Return the refusal of a line that the register objects to."""
        form = "登録と合わない値"
        return Refusal(self.name, line, objection.facts, form, objection.reason, objection.todo)


@dataclass(frozen=True, slots=True)
class Judged:
    """The rows as events by line, what comes before them, and the refusals of all refused rows."""

    before: tuple[NumberedEvent, ...]
    rows: tuple[tuple[NumberedEvent, ...], ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """``dry_run`` reports and keeps nothing.

    ``again`` judges a file anew that was taken in before, so that rows refused then may be taken.
    """

    dry_run: bool = False
    again: bool = False


class _DryRunError(Exception):
    """Rolls a transaction back that only tried."""


def take_in(
    desk: Desk, source: Source, judge: Callable[[Session], Judged], options: Options
) -> ImportReport:
    """Take a file in once, or report that the same bytes were taken in before.

    Everything happens in one transaction. Raises ``CountsDifferError``, and nothing is kept, when
    rows are not accepted + unchanged + refused or not every new event was written.
    """
    reports: list[ImportReport] = []
    with suppress(_DryRunError), desk.database.begin(desk.insurer, desk.actor) as session:
        session.register.take_turn()
        taking = _Taking(session, source, desk.clock.now(), options.dry_run)
        reports.append(taking.earlier(options) or taking.take(judge(session)))
        if options.dry_run:
            raise _DryRunError
    return reports[0]


@dataclass(frozen=True, slots=True)
class _Taking:
    session: Session
    source: Source
    at: datetime
    dry_run: bool

    def earlier(self, options: Options) -> ImportReport | None:
        """Return the report of an earlier import of the same bytes."""
        file = None if options.again else self.session.imports.find(self.source.sha256)
        if file is None:
            return None
        refusals = tuple(self.session.imports.refusals(file.sha256))
        return self._report(file, refusals, events=0, already=True)

    def take(self, judged: Judged) -> ImportReport:
        """Append what is new, keep the file's record, and report."""
        asked = [*judged.before, *(event for row in judged.rows for event in row)]
        fresh = self.session.register.unrecorded(asked)
        appended = self.session.register.append(fresh)
        file = self._file(judged, {id(event) for event in fresh})
        _check(file, len(fresh), appended)
        self.session.imports.save(file, judged.refusals)
        return self._report(file, judged.refusals, events=appended, already=False)

    def _file(self, judged: Judged, fresh: set[int]) -> ImportedFile:
        is_new = [any(id(event) in fresh for event in row) for row in judged.rows]
        return ImportedFile(
            name=self.source.name,
            sha256=self.source.sha256,
            kind=self.source.kind,
            imported_at=self.at,
            rows=self.source.rows,
            accepted=is_new.count(True),
            refused=len({refusal.line for refusal in judged.refusals}),
            unchanged=is_new.count(False),
        )

    def _report(
        self, file: ImportedFile, refusals: Sequence[Refusal], *, events: int, already: bool
    ) -> ImportReport:
        return ImportReport(
            name=self.source.name,
            sha256=file.sha256,
            kind=file.kind,
            rows=file.rows,
            accepted=file.accepted,
            unchanged=file.unchanged,
            refused=file.refused,
            events=events,
            refusals=tuple(refusals),
            already=already,
            dry_run=self.dry_run,
        )


def _check(file: ImportedFile, fresh: int, appended: int) -> None:
    if file.rows != file.accepted + file.unchanged + file.refused:
        raise CountsDifferError(
            f"{file.name}: 行数 {file.rows} が、受け付けた {file.accepted} + 変わらない"
            f" {file.unchanged} + 断った {file.refused} と合いません。何も取り込んでいません。"
        )
    if fresh != appended:
        raise CountsDifferError(
            f"{file.name}: 新しい出来事 {fresh} 件のうち {appended} 件しか書けませんでした。"
            "何も取り込んでいません。"
        )
