"""UUIDv7: identifiers in the order of their making, for the database and never for paper."""

from __future__ import annotations

import os
import threading
import time
from uuid import UUID

_VERSION = 7 << 76
_VARIANT = 2 << 62
_BELOW_VARIANT = (1 << 62) - 1
_STEP = 1 << 32


class Uuid7:
    """Makes UUIDv7 that only grow, also when the clock stands still or goes back. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def __call__(self, after: UUID | None = None) -> UUID:
        """Return the next identifier; it is greater than ``after`` and all made here before."""
        with self._lock:
            floor = max(self._last, _payload(after) if after else 0)
            fresh = (time.time_ns() // 1_000_000) << 74 | int.from_bytes(os.urandom(10)) >> 6
            self._last = fresh if fresh > floor else floor + _STEP
            return _uuid(self._last)


def _uuid(payload: int) -> UUID:
    """Put 122 bits around the version and the variant: 48 time, 12 and 62 of the rest."""
    time_bits = payload >> 74
    middle = (payload >> 62) & 0xFFF
    return UUID(int=time_bits << 80 | _VERSION | middle << 64 | _VARIANT | payload & _BELOW_VARIANT)


def _payload(value: UUID) -> int:
    number = value.int
    return (number >> 80) << 74 | ((number >> 64) & 0xFFF) << 62 | number & _BELOW_VARIANT
