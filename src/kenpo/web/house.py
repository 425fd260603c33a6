"""What the screens need of the house, as values and functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kenpo.operations.ports import Clock, Database

Decide = Callable[[Mapping[str, object]], Mapping[str, object]]
"""Answers one question in the JSON form of ``kenpo decide``; the only way to a rule."""


@dataclass(frozen=True, slots=True)
class House:
    """The decisions, the register, the day, and the folder the packed waves lie in.

    ``packages`` holds one folder for each wave, named by the wave's id.
    """

    decide: Decide
    database: Database
    clock: Clock
    packages: Path
