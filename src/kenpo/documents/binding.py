"""Batches of pages to one file: bound once, the same input the same bytes."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pikepdf

from kenpo.operations.ports import PrintedFile


def bind(batches: Iterable[bytes], title: str, path: Path) -> PrintedFile:
    """Write the pages of all batches into one PDF at ``path``; no half file is ever seen there.

    Batches wait on disk; what grows in memory is the table of pages, about 10 kB a page, so one
    file is meant for up to 100,000 pages. It carries no time; its id is the hash of its contents.
    """
    half = path.with_name(f"{path.name}.tmp")
    with waiting_room(path) as folder, ExitStack() as opened:
        bound = opened.enter_context(pikepdf.new())
        for place, batch in enumerate(batches):
            waiting = folder / f"{place:06d}.pdf"
            waiting.write_bytes(batch)
            _append(bound, opened.enter_context(pikepdf.open(waiting)))
        _describe(bound, title)
        bound.save(
            half,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        pages = int(bound.Root.Pages.Count)
    half.replace(path)
    with path.open("rb") as written:
        sha256 = hashlib.file_digest(written, "sha256").hexdigest()
    return PrintedFile(path, sha256, pages)


@contextmanager
def waiting_room(path: Path) -> Iterator[Path]:
    """Give a folder beside a file, not in a public place: what a kill leaves goes the next time."""
    folder = path.with_name(f"{path.name}.parts.tmp")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def _append(bound: pikepdf.Pdf, batch: pikepdf.Pdf) -> None:
    """Hang a batch into the page tree as one branch; page after page would cost their square."""
    tree = bound.Root.Pages
    branch = bound.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Pages, Parent=tree, Count=len(batch.pages))
    )
    branch.Kids = pikepdf.Array(_copy(bound, page, branch) for page in batch.pages)
    tree.Kids.append(branch)
    tree.Count = int(tree.Count) + len(batch.pages)


def _copy(bound: pikepdf.Pdf, page: pikepdf.Page, branch: pikepdf.Object) -> pikepdf.Object:
    """Copy a page without its part of the batch's tag tree, which print files do not need."""
    for key in ("/StructParents", "/Tabs"):
        if key in page:
            del page[key]
    copied = bound.copy_foreign(page.obj)
    copied.Parent = branch
    return copied


def _describe(bound: pikepdf.Pdf, title: str) -> None:
    bound.docinfo["/Title"] = pikepdf.String(title)
    bound.Root.Lang = pikepdf.String("ja")
    bound.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
