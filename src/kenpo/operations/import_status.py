"""Takes a snapshot of 利用登録状況 into the register."""

from __future__ import annotations

from kenpo.operations.import_files import ImportReport, StatusFile
from kenpo.operations.ports import NumberedEvent, Progress, Refusal, Session
from kenpo.operations.take_in import Desk, Judged, Options, Source, take_in
from kenpo.register.intake_status import StatusIntake
from kenpo.register.objection import ObjectionError

KIND = "status"
_STEP = 500


def import_status(
    desk: Desk, file: StatusFile, progress: Progress, options: Options
) -> ImportReport:
    """Take the snapshot's rows in, all in one transaction; the same bytes again change nothing."""
    source = Source(file.name, file.sha256, KIND, file.rows)
    return take_in(desk, source, lambda session: _judge(session, file, source, progress), options)


def _judge(session: Session, file: StatusFile, source: Source, progress: Progress) -> Judged:
    numbers = sorted({row.command.insurer_number for row in file.statuses})
    intake = StatusIntake.of(session.register.coverage_of_insurer_numbers(numbers))
    rows: list[tuple[NumberedEvent, ...]] = []
    refusals: list[Refusal] = list(file.refusals)
    for done, row in enumerate(file.statuses, start=1):
        try:
            rows.append(source.events(row.line, intake.take(row.command)))
        except ObjectionError as objection:
            refusals.append(source.refusal(row.line, objection))
        if done % _STEP == 0:
            progress(done, len(file.statuses))
    progress(len(file.statuses), len(file.statuses))
    refusals.sort(key=lambda refusal: refusal.line)
    return Judged((), tuple(rows), tuple(refusals))
