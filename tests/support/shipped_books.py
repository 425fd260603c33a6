"""The shipped books' texts, so that a test can change one and read it again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from kenpo.rulebook import Library, Sources
from kenpo.wiring.books import BOOKS, SOURCES


@cache
def shipped_sources() -> Sources:
    """Return the passages that the shipped books quote."""
    return Sources.parse(files(BOOKS).joinpath(SOURCES).read_text(encoding="utf-8"))


def library_of(texts: Mapping[str, str]) -> Library:
    """Return a library of changed texts, with the shipped sources."""
    return Library(texts, shipped_sources())
