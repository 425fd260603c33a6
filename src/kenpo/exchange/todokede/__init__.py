"""届書 CSV of the pension service (SHFD0006.CSV): records, reader, writer.

``write_todokede(file)`` gives the bytes of a ``TodokedeFile``;
``read_todokede(name, data, checks)`` gives its records line by line with every refusal.
"""

from __future__ import annotations

from kenpo.exchange.todokede.part import Checks
from kenpo.exchange.todokede.read import ReadRecord, TodokedeReading, read_todokede
from kenpo.exchange.todokede.records import (
    AcquisitionNotification,
    DependentChangeNotification,
    LossNotification,
    MediaControl,
    NotificationRecord,
    OfficeLine,
    OtherEntry,
    SpouseEntry,
    TodokedeFile,
)
from kenpo.exchange.todokede.verify import write_todokede

__all__ = [
    "AcquisitionNotification",
    "Checks",
    "DependentChangeNotification",
    "LossNotification",
    "MediaControl",
    "NotificationRecord",
    "OfficeLine",
    "OtherEntry",
    "ReadRecord",
    "SpouseEntry",
    "TodokedeFile",
    "TodokedeReading",
    "read_todokede",
    "write_todokede",
]
