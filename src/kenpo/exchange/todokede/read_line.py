"""One data line to one record, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kenpo.exchange.faults import Fault
from kenpo.exchange.todokede import acquisition, dependents, layout, loss
from kenpo.exchange.todokede.characters import character_fault, decode_items, is_clean
from kenpo.exchange.todokede.part import Checks
from kenpo.exchange.todokede.read_family import read_family
from kenpo.exchange.todokede.records import NotificationRecord
from kenpo.exchange.todokede.shape import shape_faults

_Read = tuple[NotificationRecord | None, list[Fault]]
_READERS: Mapping[str, Callable[[Sequence[str], Checks], _Read]] = {
    acquisition.CODE: layout.ACQUISITION.read,
    loss.CODE: layout.LOSS.read,
    dependents.CODE: read_family,
}


def read_line(raw: bytes, checks: Checks) -> _Read:
    """Return the record of a data line (without its line end), or None and its faults."""
    if not is_clean(raw):
        return None, _character_faults(raw)
    line = decode_items(raw)
    faults = shape_faults(line)
    return (None, faults) if faults else _READERS[line[0]](line, checks)


def _character_faults(raw: bytes) -> list[Fault]:
    pieces = raw.split(b",")
    titles = layout.TITLES.get(pieces[0].decode("ascii", errors="replace"), {})
    found = (
        character_fault(piece, titles.get(number, f"項目{number}"))
        for number, piece in enumerate(pieces, start=1)
    )
    return [fault for fault in found if fault is not None]
