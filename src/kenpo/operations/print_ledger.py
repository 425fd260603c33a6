"""Which files of a wave are printed and checked: a record beside them, one line a file."""

from __future__ import annotations

import fcntl
import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from kenpo.operations.wave_desk import WaveNotReadyError

LEDGER = "printed.jsonl"


@dataclass(frozen=True, slots=True)
class PrintedEntry:
    """A finished file: path below the folder, SHA-256 (hex), pages, and what it was made of."""

    name: str
    sha256: str
    pages: int
    made_of: str


@dataclass(frozen=True, slots=True)
class PrintLedger:
    """The finished files of one wave's folder.

    ``made_of`` names what shapes the bytes (frozen wave, forms, fonts, tools): an entry made of
    anything else no longer counts.
    """

    folder: Path
    made_of: str
    entries: dict[str, PrintedEntry]

    @classmethod
    def open(cls, folder: Path, made_of: Sequence[str]) -> Self:
        """Read the record of a wave's folder; a line cut short by a kill is as if not written."""
        path = folder / LEDGER
        text = path.read_text("utf-8") if path.is_file() else ""
        whole = text[: text.rfind("\n") + 1]
        if whole != text:
            path.write_text(whole, "utf-8")
        entries = (PrintedEntry(**json.loads(line)) for line in whole.splitlines())
        digest = hashlib.sha256("\n".join(made_of).encode()).hexdigest()
        return cls(folder, digest, {entry.name: entry for entry in entries})

    def has(self, name: str) -> bool:
        """Whether the file lies there finished, byte for byte."""
        entry = self.entries.get(name)
        path = self.folder / name
        if entry is None or entry.made_of != self.made_of or not path.is_file():
            return False
        return file_sha256(path) == entry.sha256

    def add(self, name: str, sha256: str, pages: int) -> None:
        """Record a finished file with the hash it had when it was checked."""
        entry = PrintedEntry(name, sha256, pages, self.made_of)
        self.entries[name] = entry
        with (self.folder / LEDGER).open("a", encoding="utf-8") as record:
            record.write(json.dumps(asdict(entry), sort_keys=True) + "\n")

    def require(self, names: Sequence[str]) -> tuple[Path, ...]:
        """Return the finished files; raise WaveNotReadyError naming the first that is not."""
        for name in names:
            if not self.has(name):
                raise WaveNotReadyError(
                    f"{self.folder / name}: 印刷が済んでいないか、中身が変わっています。"
                    "kenpo wave print をもう一度実行してください。"
                )
        return tuple(self.folder / name for name in names)

    def pages(self, names: Sequence[str]) -> int:
        """Return how many pages the finished files of those names have together."""
        return sum(self.entries[name].pages for name in names)


@contextmanager
def sole_use(folder: Path) -> Iterator[None]:
    """Hold a wave's folder for one process; a killed one lets go by itself.

    Raises WaveNotReadyError when another process prints or packs there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WaveNotReadyError(
                f"{folder}: 別の印刷または梱包が動いています。終わってから実行してください。"
            ) from None
        yield


def file_sha256(path: Path) -> str:
    """Return the SHA-256 (hex) of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
