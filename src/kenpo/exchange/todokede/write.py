"""Writes SHFD0006.CSV: the same records always give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from kenpo.exchange.todokede import acquisition, dependents, dependents_other, loss, offices
from kenpo.exchange.todokede import dependents_spouse as spouse
from kenpo.exchange.todokede.items import Field, fields_of
from kenpo.exchange.todokede.records import (
    AcquisitionNotification,
    DependentChangeNotification,
    LossNotification,
    NotificationRecord,
    TodokedeFile,
)
from kenpo.values import jis

_Part = tuple[tuple[Field, ...], object]
_CONTROL = fields_of(offices.CONTROL)
_OFFICE = fields_of(offices.OFFICE)
_ACQUISITION = fields_of(acquisition.ITEMS)
_LOSS = fields_of(loss.ITEMS)
_INSURED = fields_of(dependents.INSURED)
_SPOUSE = fields_of(spouse.ITEMS)
_OTHERS = (fields_of(dependents_other.FIRST), fields_of(dependents_other.SECOND))


def encode_file(file: TodokedeFile) -> bytes:
    """Return the file's bytes; a character the notices do not allow raises InvalidValueError."""
    lines = (
        _line(["", "", "", "", "", offices.FORM_CODE], [(_CONTROL, file.control)]),
        "[kanri]",
        f",{len(file.offices):03d}",
        *(_line([""] * 12, [(_OFFICE, office)]) for office in file.offices),
        "[data]",
        *(_record_line(record) for record in file.records),
    )
    return b"".join(jis.encode(line) + b"\r\n" for line in lines)


def _record_line(record: NotificationRecord) -> str:
    match record:
        case AcquisitionNotification():
            return _line([acquisition.CODE, *[""] * 33], [(_ACQUISITION, record)])
        case LossNotification():
            return _line([loss.CODE, *[""] * 26], [(_LOSS, record)])
        case DependentChangeNotification():
            return _line([dependents.CODE, *[""] * 138], _family(record))
        case _:
            assert_never(record)


def _family(record: DependentChangeNotification) -> Iterator[_Part]:
    yield _INSURED, record
    if record.spouse is not None:
        yield _SPOUSE, record.spouse
    yield from zip(_OTHERS, record.others, strict=False)


def _line(texts: list[str], parts: Iterable[_Part]) -> str:
    for fields, record in parts:
        for field in fields:
            values = field.codec.encode(getattr(record, field.name))
            for item, text in zip(field.items, values, strict=True):
                texts[item.number - 1] = text
    return ",".join(texts)
