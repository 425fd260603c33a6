"""Batches of pages to one file: bound once, the same input the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from kenpo.operations.ports import PrintedFile


def bind(batches: Iterable[bytes], title: str, path: Path) -> PrintedFile:
    """Write the pages of all batches into one PDF at ``path``; no half file is ever seen there.

    Batches wait on disk, so memory does not grow with their number beyond their page tables. The
    file carries no time; its id is the hash of its contents.
    """
    half = path.with_name(f"{path.name}.tmp")
    with TemporaryDirectory(prefix="kenpo-") as folder, ExitStack() as opened:
        bound = opened.enter_context(pikepdf.new())
        for place, batch in enumerate(batches):
            waiting = Path(folder) / f"{place:06d}.pdf"
            waiting.write_bytes(batch)
            _append(bound, opened.enter_context(pikepdf.open(waiting)))
        _describe(bound, title)
        bound.save(
            half, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
        pages = len(bound.pages)
    half.replace(path)
    with path.open("rb") as written:
        sha256 = hashlib.file_digest(written, "sha256").hexdigest()
    return PrintedFile(path, sha256, pages)


def _append(bound: pikepdf.Pdf, batch: pikepdf.Pdf) -> None:
    for page in batch.pages:
        # The tag tree of a batch does not come along; print files need none.
        for key in ("/StructParents", "/Tabs"):
            if key in page:
                del page[key]
    bound.pages.extend(batch.pages)


def _describe(bound: pikepdf.Pdf, title: str) -> None:
    bound.docinfo["/Title"] = pikepdf.String(title)
    bound.Root.Lang = pikepdf.String("ja")
    bound.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
