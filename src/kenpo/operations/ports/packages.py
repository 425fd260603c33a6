"""Lists and package folders, written and checked outside the database and the printer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kenpo.mailing.model import TargetList
from kenpo.mailing.package import Package


@dataclass(frozen=True, slots=True)
class PackedFolder:
    """A package on disk: its folder, the SHA-256 of its SHA256SUMS, and whether it was new."""

    folder: Path
    sha256: str
    is_new: bool


class Spreadsheets(Protocol):
    """Writes lists an employer opens in a spreadsheet."""

    def write_target_list(self, target_list: TargetList, slots: int, path: Path) -> int:
        """Write one establishment's list, so many slots a sheet; return the sheets."""
        ...

    def target_list_differences(
        self, target_list: TargetList, slots: int, path: Path
    ) -> Sequence[str]:
        """Read a list back and return the differences from what it must say (none is good)."""
        ...


class Packages(Protocol):
    """Writes and checks package folders."""

    def write(self, package: Package, files: Sequence[Path], folder: Path) -> PackedFolder:
        """Make the folder at once or not at all; raise when another package stands there."""
        ...

    def differences(self, folder: Path) -> Sequence[str]:
        """Return what is wrong with a package folder (nothing is good)."""
        ...
