"""A page as it reads: which text stands where, which pictures lie where."""

from __future__ import annotations

import pikepdf

from kenpo.documents.preflight.content import ContentState, read_content
from kenpo.documents.preflight.page_fonts import FontReader
from kenpo.documents.preflight.seen import MM_PER_POINT, ReadPage, UnreadablePageError


def read_page(page: pikepdf.Page, fonts: FontReader) -> ReadPage:
    """Read one page. Raises UnreadablePageError for operators the forms do not use."""
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    if (left, bottom) != (0.0, 0.0) or int(page.get("/Rotate", 0)) or "/Annots" in page:
        raise UnreadablePageError("ページの向き・原点・注釈が様式と違います")
    state = ContentState(page, top, fonts)
    read_content(state)
    return ReadPage(
        right * MM_PER_POINT,
        top * MM_PER_POINT,
        tuple(state.runs),
        tuple(state.images),
        tuple(dict.fromkeys(fault for font in state.used.values() for fault in font.faults)),
        state.painted_over,
    )
