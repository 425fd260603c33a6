"""The proof of a form: its own words as a blank page prints them, to be read and approved once."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from kenpo.documents.forms import Form
from kenpo.documents.layout import Sheet
from kenpo.documents.preflight.page import read_page
from kenpo.documents.preflight.page_fonts import FontReader
from kenpo.documents.typesetting import typeset


def words(form: Form) -> str:
    """Return the text of ``words.tsv``: x, y, size, face and text of every run of a blank page."""
    with pikepdf.open(BytesIO(typeset(form, [Sheet((), ())]))) as pdf:
        page = read_page(pdf.pages[0], FontReader())
    return "".join(
        f"{run.x:.2f}\t{run.y:.2f}\t{run.size:.1f}\t{run.face}\t{run.text}\n" for run in page.runs
    )
