"""Loops compiled by numba, once for each text in a process. Imported only when asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
from numba import njit

from kenpo.rulebook import calendar_loop

Loop = Callable[..., None]


@cache
def compiled(text: str) -> Loop:
    """Return the function of a kernel's text; numba compiles it at its first call."""
    names: dict[str, Any] = {
        "_empty": np.empty,
        "_uint16": np.uint16,
        "_uint32": np.uint32,
        "_day": njit(calendar_loop.day),
        "_closed": njit(calendar_loop.closed),
        "_shifted": njit(calendar_loop.shifted),
        "_anniversary": njit(calendar_loop.anniversary),
        "_month_end": njit(calendar_loop.month_end),
    }
    exec(compile(text, "<rule book loop>", "exec"), names)  # noqa: S102 - text of our own emitter
    loop: Loop = njit(nogil=True)(names["kernel"])
    return loop
