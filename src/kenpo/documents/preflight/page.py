"""A page as it reads: which text stands where, which pictures lie where."""

from __future__ import annotations

import pikepdf

from kenpo.documents.preflight.content import ContentState, read_content
from kenpo.documents.preflight.parts import NO_DRAWING, Parts
from kenpo.documents.preflight.seen import MM_PER_POINT, ReadPage, UnreadablePageError

_PLACING = b"/drawing Do"
"""The first words of a page lay the form's drawing under it; a part anywhere else is refused."""


def read_page(page: pikepdf.Page, parts: Parts) -> ReadPage:
    """Read one page. Raises UnreadablePageError for operators the forms do not use."""
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    if (left, bottom) != (0.0, 0.0) or int(page.get("/Rotate", 0)) or "/Annots" in page:
        raise UnreadablePageError("ページの向き・原点・注釈が様式と違います")
    first, _, content = _content(page.obj).partition(b"\n")
    drawn = NO_DRAWING
    if first == _PLACING:
        drawn = parts.drawing(page.Resources.XObject["/drawing"], right, top)
    else:
        content = first + b"\n" + content
    state = ContentState(page.Resources, top, parts.fonts, list(drawn.runs), list(drawn.images))
    state.painted_over = drawn.painted_over
    read_content(state, content)
    return ReadPage(
        right * MM_PER_POINT,
        top * MM_PER_POINT,
        tuple(state.runs),
        tuple(state.images),
        tuple(dict.fromkeys((*drawn.font_faults, *state.faults))),
        state.painted_over,
    )


def _content(page: pikepdf.Object) -> bytes:
    """Return the content of a page, which may be in several streams."""
    contents = page.Contents
    streams = contents if isinstance(contents, pikepdf.Array) else (contents,)
    return b"\n".join(stream.read_bytes() for stream in streams)
