"""Reads a snapshot: good rows as reports, each bad row with everything wrong with it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date

from kenpo.exchange.faults import Fault, shortened
from kenpo.exchange.status.read_row import read_row
from kenpo.exchange.status.table import Table, table_of
from kenpo.operations.import_files import StatusFile
from kenpo.operations.ports import Refusal
from kenpo.register.commands import ReportCardStatus, StatusRow

_Read = tuple[int, ReportCardStatus | None, list[Fault]]


def read_status(name: str, data: bytes, on: date) -> StatusFile:
    """Return the rows of a snapshot and the refused ones, as checked on a day.

    Raises ``UnreadableFileError`` when no row can be read.
    """
    table = table_of(name, data)
    read = _one_day(list(_read(table, on)))
    return StatusFile(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        rows=len(table.rows),
        statuses=tuple(StatusRow(line, report) for line, report, _ in read if report is not None),
        refusals=tuple(_refusals(name, read)),
    )


def _read(table: Table, on: date) -> Iterator[_Read]:
    for line, cells in table.rows:
        yield line, *read_row(table, cells, on)


def _one_day(read: Sequence[_Read]) -> list[_Read]:
    """Refuse the rows whose 基準日 is not that of the first good row."""
    snapshot = next((report.as_of for _, report, _ in read if report is not None), None)
    return [
        (line, None, [_other_day()])
        if report is not None and report.as_of != snapshot
        else (line, report, faults)
        for line, report, faults in read
    ]


def _other_day() -> Fault:
    return Fault(
        "列「基準日」",
        "ほかの行と違う日",
        "基準日がこのファイルのほかの行と違います。",
        "基準日ごとにファイルを分けてください。",
    )


def _refusals(name: str, read: Sequence[_Read]) -> Iterator[Refusal]:
    for line, _, faults in read:
        yield from (fault.in_file(name, line) for fault in shortened(tuple(faults)))
