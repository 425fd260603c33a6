"""Reads SHFD0006.CSV: good lines as records, each bad line with everything wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from kenpo.exchange.faults import Fault, shortened
from kenpo.exchange.todokede.container import lines_of
from kenpo.exchange.todokede.heading import Heading, read_heading
from kenpo.exchange.todokede.part import Checks
from kenpo.exchange.todokede.read_line import read_line
from kenpo.exchange.todokede.records import (
    DependentChangeNotification,
    NotificationRecord,
    TodokedeFile,
)
from kenpo.operations.ports import Refusal


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record and its 1-based line in the file."""

    line: int
    record: NotificationRecord


@dataclass(frozen=True, slots=True)
class TodokedeReading:
    """What a file holds. ``rows`` counts all data lines: those of ``records`` and those refused."""

    heading: Heading
    rows: int
    records: tuple[ReadRecord, ...]
    refusals: tuple[Refusal, ...]

    @property
    def file(self) -> TodokedeFile:
        """The good part of the file, as it could be written again."""
        return TodokedeFile(
            control=self.heading.control,
            offices=self.heading.offices,
            records=tuple(each.record for each in self.records),
        )


def read_todokede(name: str, data: bytes, checks: Checks) -> TodokedeReading:
    """Return the records and refused lines of a file, or raise ``UnreadableFileError``."""
    lines = lines_of(name, data)
    heading = read_heading(name, lines, checks)
    records: list[ReadRecord] = []
    refusals: list[Refusal] = []
    for place in range(heading.first_notice, len(lines)):
        record, faults = read_line(lines[place], checks)
        if record is not None:
            faults = _office_faults(record, heading)
        if record is not None and not faults:
            records.append(ReadRecord(place + 1, record))
        refusals += [fault.in_file(name, place + 1) for fault in shortened(tuple(faults))]
    return TodokedeReading(
        heading, len(lines) - heading.first_notice, tuple(records), tuple(refusals)
    )


def _office_faults(record: NotificationRecord, heading: Heading) -> list[Fault]:
    numbers = [line.office_number for line in heading.offices if line.office == record.office]
    if not numbers:
        return [
            Fault(
                "項目2から4「事業所整理記号」",
                "事業所の行にない値",
                "[kanri] の事業所の行にない事業所です。",
                "事業所の行を加えるか、事業所整理記号を直してください。",
            )
        ]
    if isinstance(record, DependentChangeNotification) or record.office_number in numbers:
        return []
    return [
        Fault(
            "項目5「事業所番号」",
            "事業所の行と違う値",
            "事業所の行の事業所番号と違います。",
            "事業所番号を確かめてください。",
        )
    ]
