"""The files of a wave: what lies in its folder, and which of them may be handed out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kenpo.values.branch import Branch
from kenpo.values.ids import WaveId

_KINDS = {
    ".pdf": "application/pdf",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
    "": "text/plain; charset=utf-8",
}
_BARE_NAMES = frozenset({"SHA256SUMS"})


@dataclass(frozen=True, slots=True)
class WaveFile:
    """A file of a wave: its path below the wave's folder, its size, and whose it is."""

    path: str
    size: int
    branch: Branch | None

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.rpartition("/")[2]

    @property
    def kind(self) -> str:
        """The short kind a reader knows: PDF, CSV, JSON, XLSX, ZIP."""
        return Path(self.path).suffix[1:].upper() or "TEXT"


def files_of(packages: Path, wave_id: WaveId) -> tuple[WaveFile, ...]:
    """Return the wave's finished files by path; half-written ones (``.tmp``) are not shown."""
    folder = packages / wave_id
    found = sorted(path for path in folder.rglob("*") if _may_be_shown(folder, path))
    return tuple(_wave_file(folder, path) for path in found)


def open_file(packages: Path, wave_id: WaveId, relative: str) -> Path | None:
    """Return a file of the wave's folder, or None for anything outside it or half-written."""
    if "\x00" in relative:
        return None
    folder = packages / wave_id
    path = folder / relative
    return path if _may_be_shown(folder, path) else None


def media_type(path: Path) -> str:
    """Return the media type a file is served with."""
    return _KINDS[path.suffix]


def _may_be_shown(folder: Path, path: Path) -> bool:
    real, home = path.resolve(), folder.resolve()
    if not (real.is_relative_to(home) and real.is_file()):
        return False
    inside = real.relative_to(home).parts
    hidden = any(part.startswith(".") or part.endswith(".tmp") for part in inside)
    known = real.name in _BARE_NAMES or (real.suffix in _KINDS and real.suffix != "")
    return known and not hidden


def _wave_file(folder: Path, path: Path) -> WaveFile:
    relative = path.relative_to(folder).as_posix()
    codes = list(_codes(folder.name, relative))
    return WaveFile(relative, path.stat().st_size, Branch(codes[0]) if codes else None)


def _codes(wave: str, relative: str) -> Iterator[int]:
    """Find the branch code: a folder of two digits, or the two digits behind the wave's name."""
    for part in relative.split("/"):
        match = re.match(rf"(?:{re.escape(wave)}-)?([0-4][0-9])(?:-|$)", part)
        if match and 1 <= int(match[1]) <= 47:
            yield int(match[1])
