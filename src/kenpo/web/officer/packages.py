"""The files of a wave: what lies in its folder, and which of them may be handed out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kenpo.issuance.face import DocumentKind
from kenpo.values.branch import Branch
from kenpo.values.ids import WaveId
from kenpo.web.words import msg

_TYPES = {
    ".pdf": "application/pdf",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "": "text/plain; charset=utf-8",
}
_FOLDERS = ("package", "lists")
_LABELS = {
    "manifest.json": msg("目録"),
    "pieces.csv": msg("封筒の一覧"),
    "SHA256SUMS": msg("中身の検査用の値"),
}
_NAME = re.compile(
    r"-(?P<branch>[0-9]{2})-(?P<kind>[a-z_]+)-(?P<number>[0-9]+)(?:-(?P<symbol>[0-9A-Za-z]+))?"
)


@dataclass(frozen=True, slots=True)
class WaveFile:
    """A file of a wave: its path below the wave's folder, its size in bytes, and whose it is."""

    path: str
    size: int
    label: str
    number: int | None
    branch: Branch | None = None
    symbol: str | None = None

    @property
    def is_list(self) -> bool:
        """Whether it is an employer's list."""
        return self.label == DocumentKind.TARGET_LIST.label_ja

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.rpartition("/")[2]

    @property
    def kind(self) -> str:
        """The short kind a reader knows: PDF, CSV, JSON, XLSX."""
        return Path(self.path).suffix[1:].upper() or "TEXT"


def files_of(packages: Path, wave_id: WaveId) -> tuple[WaveFile, ...]:
    """Return the finished package and employers' lists of a wave, by path."""
    folder = packages / wave_id
    found = (path for part in _FOLDERS for path in (folder / part).rglob("*"))
    return tuple(_wave_file(folder, path) for path in sorted(found) if _may_be_shown(folder, path))


def open_file(packages: Path, wave_id: WaveId, relative: str) -> Path | None:
    """Return a file of the wave's folder, or None for anything outside it or half-written."""
    if "\x00" in relative:
        return None
    folder = packages / wave_id
    path = folder / relative
    return path if _may_be_shown(folder, path) else None


def media_type(path: Path) -> str:
    """Return the media type a file is served with."""
    return _TYPES[path.suffix]


def _may_be_shown(folder: Path, path: Path) -> bool:
    real, home = path.resolve(), folder.resolve()
    if not (real.is_relative_to(home) and real.is_file()):
        return False
    inside = real.relative_to(home).parts
    hidden = any(part.startswith(".") or part.endswith(".tmp") for part in inside)
    known = real.name in _LABELS or (real.suffix in _TYPES and real.suffix != "")
    return inside[0] in _FOLDERS and known and not hidden


def _wave_file(folder: Path, path: Path) -> WaveFile:
    relative, size = path.relative_to(folder).as_posix(), path.stat().st_size
    named = _NAME.search(path.name)
    kind = next((kind for kind in DocumentKind if named and kind == named["kind"]), None)
    if named is None or kind is None:
        return WaveFile(relative, size, _LABELS.get(path.name, path.name), None)
    return WaveFile(
        relative,
        size,
        kind.label_ja,
        int(named["number"]),
        Branch(int(named["branch"])),
        named["symbol"],
    )
