"""Files as the readers hand them over, and what an import reports."""

from __future__ import annotations

from dataclasses import dataclass

from kenpo.operations.ports import Refusal
from kenpo.register.commands import CommandRow, EstablishmentRow, StatusRow


class UnreadableFileError(Exception):
    """A whole file cannot be read, so nothing of it is taken; ``refusal`` says where and why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(f"{refusal.file}: {refusal.reason} {refusal.todo}")
        self.refusal = refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationFile:
    """A file of employers' notices: readable rows as commands, and the rows already refused.

    ``rows`` counts every data line, the refused ones too.
    """

    name: str
    sha256: str
    rows: int
    establishments: tuple[EstablishmentRow, ...]
    commands: tuple[CommandRow, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusFile:
    """A snapshot of 利用登録状況: readable rows, and the rows already refused."""

    name: str
    sha256: str
    rows: int
    statuses: tuple[StatusRow, ...]
    refusals: tuple[Refusal, ...]


class CountsDifferError(Exception):
    """The counts of a step do not add up; the step stopped and kept nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did: rows = accepted + unchanged + refused, each counted on its own.

    ``already``: the same bytes were taken in before and nothing was done; the counts and refusals
    are those of that time. ``events`` counts what was appended to the register.
    """

    name: str
    sha256: str
    kind: str
    rows: int
    accepted: int
    unchanged: int
    refused: int
    events: int
    refusals: tuple[Refusal, ...]
    already: bool = False
    dry_run: bool = False
