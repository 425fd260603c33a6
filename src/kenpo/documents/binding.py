"""Batches of pages to one file, over one drawing: bound once, the same input the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf

from kenpo.operations.ports import PrintedFile

DRAWING = "/drawing"
"""The name of the form's drawing among the parts of each page."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What lies under every page: the form's drawing, and the words that place it."""

    drawing: pikepdf.Object
    placing: pikepdf.Object


def bind(drawing: bytes, batches: Iterable[bytes], title: str, path: Path) -> PrintedFile:
    """Write the pages of all batches into one PDF at ``path``; no half file is ever seen there.

    The page of ``drawing`` lies in the file once and under every page. All pages wait in memory,
    about 12 kB a page, so one file is meant for up to 100,000 pages. It carries no time; its id is
    the hash of its contents.
    """
    half = path.with_name(f"{path.name}.tmp")
    with ExitStack() as opened:
        bound = opened.enter_context(pikepdf.new())
        ground = _ground(bound, opened.enter_context(pikepdf.open(BytesIO(drawing))))
        for batch in batches:
            _append(bound, opened.enter_context(pikepdf.open(BytesIO(batch))), ground)
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


def _ground(bound: pikepdf.Pdf, drawing: pikepdf.Pdf) -> _Ground:
    part = bound.copy_foreign(drawing.pages[0].as_form_xobject())
    return _Ground(part, bound.make_stream(f"{DRAWING} Do\n".encode("ascii")))


def _append(bound: pikepdf.Pdf, batch: pikepdf.Pdf, ground: _Ground) -> None:
    """Hang a batch into the page tree as one branch; page after page would cost their square."""
    tree = bound.Root.Pages
    branch = bound.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Pages, Parent=tree, Count=len(batch.pages))
    )
    copies = [bound.copy_foreign(page.obj) for page in batch.pages]
    for copied in copies:
        copied.Parent = branch
        _lay_under(copied, ground)
    branch.Kids = pikepdf.Array(copies)
    tree.Kids.append(branch)
    tree.Count = int(tree.Count) + len(batch.pages)


def _lay_under(page: pikepdf.Object, ground: _Ground) -> None:
    parts = page.Resources.get("/XObject", pikepdf.Dictionary())
    parts[DRAWING] = ground.drawing
    page.Resources.XObject = parts
    page.Contents = pikepdf.Array([ground.placing, page.Contents])


def _describe(bound: pikepdf.Pdf, title: str) -> None:
    bound.docinfo["/Title"] = pikepdf.String(title)
    bound.Root.Lang = pikepdf.String("ja")
    bound.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
