"""届書 CSV of the pension service (SHFD0006.CSV): records, reader, writer.

``write_todokede(file)`` gives the bytes of a ``TodokedeFile``.
"""

from __future__ import annotations

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
from kenpo.exchange.todokede.write import encode_file as write_todokede

__all__ = [
    "AcquisitionNotification",
    "DependentChangeNotification",
    "LossNotification",
    "MediaControl",
    "NotificationRecord",
    "OfficeLine",
    "OtherEntry",
    "SpouseEntry",
    "TodokedeFile",
    "write_todokede",
]
