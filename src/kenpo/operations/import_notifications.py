"""Takes a file of employers' notices into the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kenpo.operations.import_files import ImportReport, NotificationFile
from kenpo.operations.ports import NumberedEvent, Progress, Refusal, Session
from kenpo.operations.take_in import Desk, Judged, Options, Source, take_in
from kenpo.register.commands import EstablishmentRow
from kenpo.register.establishment import Establishment, OfficeKey
from kenpo.register.intake import Intake, register_establishment
from kenpo.register.objection import ObjectionError
from kenpo.register.roster import Roster

KIND = "notifications"
_STEP = 500


def import_notifications(
    desk: Desk, file: NotificationFile, progress: Progress, options: Options
) -> ImportReport:
    """Take the file's rows in: each whole or not at all, all in one transaction.

    The same bytes again change nothing. A refused row is in the report with line, field, the
    value's form, reason and what to do; the others are taken.
    """
    source = Source(file.name, file.sha256, KIND, file.rows)
    return take_in(desk, source, _Judge(desk, file, source, progress), options)


@dataclass(slots=True)
class _Judge:
    desk: Desk
    file: NotificationFile
    source: Source
    progress: Progress
    refusals: list[Refusal] = field(default_factory=list)

    def __call__(self, session: Session) -> Judged:
        offices = [row.command.office for row in self.file.establishments]
        known = dict(session.register.establishments(offices))
        before = self._establishments(known)
        intake = Intake(
            Roster.of(known, session.register.coverage_of_offices(offices)), self.desk.ids.person
        )
        self._claim_numbers(intake, session)
        self.refusals = list(self.file.refusals)
        rows = self._rows(intake)
        refusals = sorted(self.refusals, key=lambda refusal: refusal.line)
        return Judged(before, rows, tuple(refusals))

    def _establishments(self, known: dict[OfficeKey, Establishment]) -> tuple[NumberedEvent, ...]:
        events: list[NumberedEvent] = []
        for row in self.file.establishments:
            events += self._establishment(row, known)
        return tuple(events)

    def _establishment(
        self, row: EstablishmentRow, known: dict[OfficeKey, Establishment]
    ) -> Sequence[NumberedEvent]:
        office = row.command.office
        known[office], event = register_establishment(
            known.get(office), row.command, self.desk.ids.establishment
        )
        return () if event is None else (NumberedEvent(self.source.origin(row.line), event),)

    def _claim_numbers(self, intake: Intake, session: Session) -> None:
        """Let everybody keep the numbers they ever had, and the file those it names."""
        named = intake.paper_keys(self.file.commands)
        for paper_key, person in session.register.holders(list(named)).items():
            office, number = named[paper_key]
            intake.roster.claim(office, number, person)
        intake.reserve_numbers(self.file.commands)

    def _rows(self, intake: Intake) -> tuple[tuple[NumberedEvent, ...], ...]:
        rows: list[tuple[NumberedEvent, ...]] = []
        for done, row in enumerate(self.file.commands, start=1):
            try:
                rows.append(self.source.events(row.line, intake.take(row)))
            except ObjectionError as objection:
                self.refusals.append(self.source.refusal(row.line, objection))
            if done % _STEP == 0:
                self.progress(done, len(self.file.commands))
        self.progress(len(self.file.commands), len(self.file.commands))
        return tuple(rows)
