"""The printer of a wave, and what shows how far a step is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kenpo.issuance.face import CertificateFace
from kenpo.mailing.model import Piece, TargetList


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """A PDF on disk: path, SHA-256 of its bytes, pages."""

    path: Path
    sha256: str
    pages: int


class Progress(Protocol):
    """Shows how far a long step is."""

    def __call__(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` are done."""
        ...


class Printer(Protocol):
    """Makes and checks the documents of a wave."""

    def unprintable(self, text: str) -> tuple[str, ...]:
        """Return the characters (with their variation selectors) that no face can print."""
        ...

    def target_list_faults(self, target_list: TargetList) -> Sequence[str]:
        """Return why an employer's list cannot be printed exactly (none is good)."""
        ...

    def certificate_faults(self, face: CertificateFace) -> Sequence[str]:
        """Return why a certificate cannot be printed exactly (none is good)."""
        ...

    def letter_faults(self, piece: Piece) -> Sequence[str]:
        """Return why a piece's letter cannot be printed exactly (none is good)."""
        ...

    def print_certificates(self, pieces: Sequence[Piece], path: Path) -> PrintedFile:
        """Write one card page for each certificate, in the order of the pieces."""
        ...

    def print_letters(self, pieces: Sequence[Piece], path: Path) -> PrintedFile:
        """Write one letter page for each piece, in their order."""
        ...

    def print_target_list(self, target_list: TargetList, path: Path) -> PrintedFile:
        """Write the sheets of one establishment's list."""
        ...

    def preflight_certificates(self, pieces: Sequence[Piece], path: Path) -> Sequence[str]:
        """Read every page back and return the differences from the pieces (none is good)."""
        ...

    def preflight_letters(self, pieces: Sequence[Piece], path: Path) -> Sequence[str]:
        """Read every page back and return the differences from the pieces (none is good)."""
        ...

    def preflight_target_list(self, target_list: TargetList, path: Path) -> Sequence[str]:
        """Read every sheet back and return the differences from the list (none is good)."""
        ...
