"""Writes a snapshot: the same reports always give the same bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date

from kenpo.exchange.status.columns import COLUMNS
from kenpo.register.commands import ReportCardStatus


def write_status(reports: Iterable[ReportCardStatus]) -> bytes:
    """Return the CSV of a snapshot, UTF-8 without a byte order mark, lines ended by CRLF."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.label for column in COLUMNS.values())
    writer.writerows(map(_row, reports))
    return out.getvalue().encode()


def _row(report: ReportCardStatus) -> tuple[str, ...]:
    number, address = report.member_number, report.address
    return (
        report.as_of.isoformat(),
        str(report.insurer_number),
        number.symbol,
        number.number,
        number.sub_number or "",
        report.birth_date.isoformat(),
        report.card.label_ja,
        "あり" if report.my_number_filed else "なし",
        _day(report.use_registered_on),
        _day(report.electronic_certificate_valid_until),
        address.postcode if address else "",
        address.text if address else "",
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
