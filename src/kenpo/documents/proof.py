"""The proof of a form: its own words as its drawing has them, to be read and approved once."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from kenpo.documents.forms import Form
from kenpo.documents.preflight.page import read_page
from kenpo.documents.preflight.parts import Parts
from kenpo.documents.typesetting import typeset_drawing


def words(form: Form) -> str:
    """Return the text of ``words.tsv``: x, y, size, face and text of every run of the drawing."""
    with pikepdf.open(BytesIO(typeset_drawing(form))) as pdf:
        page = read_page(pdf.pages[0], Parts())
    return "".join(
        f"{run.x:.2f}\t{run.y:.2f}\t{run.size:.1f}\t{run.face}\t{run.text}\n" for run in page.runs
    )
