"""Where concrete things meet: settings, clock, database, documents.

Names are loaded when first asked for: a command that needs only the rule books does not wait for
the database's libraries.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kenpo.wiring.books import rule_library
    from kenpo.wiring.clock import FixedClock, SystemClock, clock_for
    from kenpo.wiring.doctor import examine
    from kenpo.wiring.ids import FreshIds
    from kenpo.wiring.kenpo import Kenpo, open_kenpo, printer
    from kenpo.wiring.reach import database
    from kenpo.wiring.settings import Language, Settings, load_settings
    from kenpo.wiring.waves import wave_desk

__all__ = [
    "FixedClock",
    "FreshIds",
    "Kenpo",
    "Language",
    "Settings",
    "SystemClock",
    "clock_for",
    "database",
    "examine",
    "load_settings",
    "open_kenpo",
    "printer",
    "rule_library",
    "wave_desk",
]

_PLACES = {
    "FixedClock": "clock",
    "FreshIds": "ids",
    "Kenpo": "kenpo",
    "Language": "settings",
    "Settings": "settings",
    "SystemClock": "clock",
    "clock_for": "clock",
    "database": "reach",
    "examine": "doctor",
    "load_settings": "settings",
    "open_kenpo": "kenpo",
    "printer": "kenpo",
    "rule_library": "books",
    "wave_desk": "waves",
}


if not TYPE_CHECKING:  # a type checker takes the names from the imports above

    def __getattr__(name: str) -> object:
        """Load a name from its module."""
        if name not in _PLACES:
            raise AttributeError(f"kenpo.wiring has no {name}")
        return getattr(import_module(f"kenpo.wiring.{_PLACES[name]}"), name)
