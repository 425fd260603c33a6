"""Where concrete things meet: settings, clock, database, documents."""

from __future__ import annotations

from kenpo.wiring.clock import FixedClock, SystemClock, clock_for
from kenpo.wiring.database import database
from kenpo.wiring.ids import FreshIds
from kenpo.wiring.kenpo import Kenpo, open_kenpo
from kenpo.wiring.settings import Language, Settings

__all__ = [
    "FixedClock",
    "FreshIds",
    "Kenpo",
    "Language",
    "Settings",
    "SystemClock",
    "clock_for",
    "database",
    "open_kenpo",
]
