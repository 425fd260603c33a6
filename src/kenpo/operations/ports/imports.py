"""The files taken in and the rows refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was not taken: where, which field, what the value looks like, why, what to do.

    ``form`` describes the value (its length and kinds of characters) and never is a My Number.
    """

    file: str
    line: int
    field: str
    form: str
    reason: str
    todo: str


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that was taken in: name, SHA-256, when, and its counts."""

    name: str
    sha256: str
    kind: str
    imported_at: datetime
    rows: int
    accepted: int
    refused: int
    unchanged: int


class Imports(Protocol):
    """The files taken in and the rows refused."""

    def find(self, sha256: str) -> ImportedFile | None:
        """Return the earlier import of the same bytes, if any."""
        ...

    def save(self, file: ImportedFile, refusals: Sequence[Refusal]) -> None:
        """Keep the file's record and its refusals (replacing those of an earlier run)."""
        ...

    def files(self) -> Sequence[ImportedFile]:
        """Return all files in the order they were taken in."""
        ...

    def refusals(self, sha256: str) -> Sequence[Refusal]:
        """Return the refused rows of a file by line."""
        ...
