"""Package folders on disk: made at once or not at all, and checked byte by byte."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kenpo.exchange.print_package import (
    MANIFEST,
    PIECES,
    SUMS,
    entry_json,
    file_sha256,
    manifest_bytes,
    pieces_csv_bytes,
    sums_bytes,
)
from kenpo.mailing.package import Package
from kenpo.operations.ports import PackedFolder


class PackageConflictError(ValueError):
    """Another package already stands where this one should go."""


@dataclass(frozen=True, slots=True)
class PackageFolders:
    """Writes packages as folders: first under ``.tmp``, then renamed."""

    def write(self, package: Package, files: Sequence[Path], folder: Path) -> PackedFolder:
        """Make the folder; a folder with the same bytes is kept, any other is never replaced."""
        making = folder.with_name(f"{folder.name}.tmp")
        _fill(making, package, files)
        sums = file_sha256(making / SUMS)
        is_new = not folder.exists()
        if is_new:
            making.rename(folder)
            _sync(folder.parent)
        else:
            _require_same(making, folder)
            shutil.rmtree(making)
        return PackedFolder(folder, sums, is_new)

    def differences(self, folder: Path) -> Sequence[str]:
        """Return what is wrong with a package folder, each with the file's name."""
        return tuple(_differences(folder))


def _fill(making: Path, package: Package, files: Sequence[Path]) -> None:
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    for file in files:
        shutil.copyfile(file, making / file.name)
    (making / MANIFEST).write_bytes(manifest_bytes(package))
    entries = [entry_json(entry) for entry in package.entries]
    (making / PIECES).write_bytes(pieces_csv_bytes(entries))
    (making / SUMS).write_bytes(sums_bytes(making))
    for path in (*making.iterdir(), making):
        _sync(path)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _require_same(making: Path, folder: Path) -> None:
    found = [*_differences(folder)]
    if found or (making / SUMS).read_bytes() != (folder / SUMS).read_bytes():
        detail = " ".join(found) or "中身が今回のものと違います。"
        raise PackageConflictError(
            f"{folder}: すでに別のパッケージがあります。{detail} "
            "調べてから、そのフォルダーを移し、もう一度実行してください。"
        )


def _differences(folder: Path) -> Iterator[str]:
    if not (folder / SUMS).is_file():
        yield f"{SUMS}: ありません。パッケージのフォルダーか確かめてください。"
        return
    listed = _listed((folder / SUMS).read_text("utf-8", "replace"))
    present = {path.name for path in folder.iterdir()} - {SUMS}
    yield from (f"{name}: ありません。" for name in sorted(listed.keys() - present))
    yield from (f"{name}: 余分なファイルです。" for name in sorted(present - listed.keys()))
    for name in sorted(listed.keys() & present):
        if not (folder / name).is_file() or file_sha256(folder / name) != listed[name]:
            yield f"{name}: 中身が変わっています。"
    yield from _unlike_manifest(folder, present)


def _listed(text: str) -> Mapping[str, str]:
    pairs = (line.partition("  ") for line in text.splitlines())
    return {name: digest for digest, _, name in pairs}


def _unlike_manifest(folder: Path, present: set[str]) -> Iterator[str]:
    if not {MANIFEST, PIECES} <= present:
        return
    right, found = sums_bytes(folder), (folder / SUMS).read_bytes()
    if right != found and _listed(right.decode()) == _listed(found.decode("utf-8", "replace")):
        yield f"{SUMS}: 書き方が違います。"
    try:
        pieces = json.loads((folder / MANIFEST).read_bytes())["pieces"]
        same = pieces_csv_bytes(pieces) == (folder / PIECES).read_bytes()
        named = {piece[key] for piece in pieces for key in ("letter_file", "certificate_file")}
    except (ValueError, KeyError, TypeError):
        yield f"{MANIFEST}: 読めません。"
        return
    if not same:
        yield f"{PIECES}: {MANIFEST} と違います。"
    yield from (
        f"{name}: {MANIFEST} にありますが、ファイルがありません。"
        for name in sorted(named - present)
    )
