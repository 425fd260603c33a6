"""Writes the town's filings as the files an insurer really receives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from kenpo.demo.notices import records_of
from kenpo.demo.people import Family, Filing, Firm
from kenpo.exchange.todokede import (
    AcquisitionNotification,
    MediaControl,
    NotificationRecord,
    OfficeLine,
    TodokedeFile,
    write_todokede,
)

FILE_NAME = "SHFD0006.CSV"
# The service refuses files of 4.5 MB; these are generous bytes for a line of each kind.
_MOST_BYTES = 4_300_000
_BYTES_OF_ACQUISITION, _BYTES_OF_OTHER = 450, 900

_Notice = tuple[Family, Sequence[NotificationRecord]]


def write_filing(filing: Filing, out: Path) -> list[Path]:
    """Write a filing to ``out/<day>/<nn>/SHFD0006.CSV`` and return the paths in order."""
    paths = []
    for serial, notices in enumerate(_parts(records_of(filing)), start=1):
        path = out / filing.filed_on.isoformat() / f"{serial:02d}" / FILE_NAME
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(write_todokede(todokede_file(notices, serial, filing.filed_on)))
        paths.append(path)
    return paths


def todokede_file(notices: Sequence[_Notice], serial: int, created_on: date) -> TodokedeFile:
    """Return the file of some notices; the first establishment in it hands it in for all."""
    firms = sorted(
        {family.firm.key: family.firm for family, _ in notices}.values(), key=lambda firm: firm.key
    )
    return TodokedeFile(
        control=MediaControl(office=firms[0].key, serial=serial, created_on=created_on),
        offices=tuple(_office_line(firm) for firm in firms),
        records=tuple(record for _, records in notices for record in records),
    )


def _parts(notices: Iterable[_Notice]) -> Iterator[list[_Notice]]:
    part: list[_Notice] = []
    size = 0
    for notice in notices:
        needed = sum(_most_bytes(record) for record in notice[1])
        if part and size + needed > _MOST_BYTES:
            yield part
            part, size = [], 0
        part.append(notice)
        size += needed
    if part:
        yield part


def _most_bytes(record: NotificationRecord) -> int:
    is_acquisition = isinstance(record, AcquisitionNotification)
    return _BYTES_OF_ACQUISITION if is_acquisition else _BYTES_OF_OTHER


def _office_line(firm: Firm) -> OfficeLine:
    return OfficeLine(
        office=firm.key,
        office_number=firm.office_number,
        postcode=firm.home.address.postcode,
        address=firm.home.address.text,
        name=firm.name,
        employer_name=firm.employer_name,
        telephone=firm.telephone,
    )
