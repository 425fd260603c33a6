"""What can be wrong with a book or with the facts handed to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a book, written ``kyokai_kenpo.md:78``; lines count from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class RuleBookError(ValueError):
    """A book cannot be used as it stands; the message says where, what is wrong and what to do."""

    def __init__(self, place: Place, what: str, todo: str) -> None:
        super().__init__(f"{place} {what}{todo}")
        self.place = place
        self.what = what
        self.todo = todo


class FactError(ValueError):
    """A fact is not of the form its column asks for. ``field`` is the column, ``must`` the form."""

    def __init__(self, field: str, must: str) -> None:
        super().__init__(f"{field}: {must}")
        self.field = field
        self.must = must
