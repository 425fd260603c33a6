"""Reads a file of employers' notices as commands: what an import takes in."""

from __future__ import annotations

import hashlib
from datetime import date

from kenpo.exchange.todokede import Checks, ReadRecord, TodokedeReading, read_todokede
from kenpo.exchange.todokede.commands import commands_of, establishment_command
from kenpo.exchange.todokede.heading import FIRST_OFFICE_LINE
from kenpo.operations.import_files import NotificationFile
from kenpo.register.commands import CommandRow, EstablishmentRow


def read_notifications(
    name: str, data: bytes, checks: Checks, decided_on: date | None = None
) -> NotificationFile:
    """Return the file's rows as commands, and its refused rows.

    ``decided_on`` is the day the pension service decided; without it the file's own day stands in.
    Raises ``UnreadableFileError`` when no row can be read.
    """
    reading = read_todokede(name, data, checks)
    created_on = reading.heading.control.created_on
    return NotificationFile(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        rows=reading.rows,
        establishments=_establishments(reading, created_on),
        commands=_rows(reading, decided_on or created_on),
        refusals=reading.refusals,
    )


def _establishments(reading: TodokedeReading, created_on: date) -> tuple[EstablishmentRow, ...]:
    lines = enumerate(reading.heading.offices, start=FIRST_OFFICE_LINE)
    return tuple(
        EstablishmentRow(line, establishment_command(office, created_on)) for line, office in lines
    )


def _rows(reading: TodokedeReading, decided_on: date) -> tuple[CommandRow, ...]:
    return tuple(_row(each, decided_on) for each in reading.records)


def _row(each: ReadRecord, decided_on: date) -> CommandRow:
    return CommandRow(each.line, commands_of(each.record, decided_on))
