"""What the screens need of the house, as values and functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kenpo import wiring
from kenpo.operations.decide import decide
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


@contextmanager
def open_house() -> Iterator[House]:
    """Open the house the settings name; raise StorageError with what to do when it cannot be."""
    with wiring.open_kenpo() as kenpo:
        rules = partial(decide, kenpo.library)
        yield House(rules, kenpo.database, kenpo.clock, kenpo.settings.home_folder / "waves")
