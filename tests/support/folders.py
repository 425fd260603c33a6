"""Folders of files compared byte for byte."""

from __future__ import annotations

import hashlib
from pathlib import Path


def hashes_below(folder: Path, pattern: str = "*") -> dict[str, str]:
    """The SHA-256 of every file below a folder, by its path there."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob(pattern))
        if path.is_file()
    }
