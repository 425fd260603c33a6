"""Identifiers: opaque ones for the database, derived ones for paper."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from typing import NewType
from uuid import UUID

PersonId = NewType("PersonId", UUID)
EstablishmentId = NewType("EstablishmentId", UUID)
EventId = NewType("EventId", UUID)
WaveId = NewType("WaveId", str)
PieceId = NewType("PieceId", str)
Serial = NewType("Serial", str)
RowId = NewType("RowId", str)


def paper_id(*parts: str, length: int) -> str:
    """Derive an id that may reach paper: Base32 of SHA-256 over the parts, A–Z and 2–7 only.

    The same parts give the same id on every machine, so printing again cannot make a second one.
    """
    digest = hashlib.sha256("\x1f".join(parts).encode()).digest()
    return b32encode(digest).decode()[:length]


def serial_of(run: str, person_key: str, kind: str, n: int) -> Serial:
    """Return the serial of the n-th document of a kind for a person in a wave or application."""
    return Serial(paper_id("serial", run, person_key, kind, str(n), length=12))
