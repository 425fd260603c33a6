"""Sheets to PDF bytes by typst, a batch at a time. The one place a faster writer replaces."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache

import typst

from kenpo.documents.fonts import FONT_FOLDER, FaceName
from kenpo.documents.forms import FORMS_FOLDER, Form, FormName
from kenpo.documents.layout import Sheet


def typeset(form: Form, sheets: Sequence[Sheet]) -> bytes:
    """Return a PDF with one page a sheet. The same sheets give the same bytes.

    A font the form names and the faces do not hold is an error, not a replacement.
    """
    data = json.dumps([_plain(sheet) for sheet in sheets], ensure_ascii=False)
    made, warnings = _compiler(form.name, form.version).compile_with_warnings(
        sys_inputs={"data": data}, format="pdf", timestamp=0
    )
    if warnings:
        raise RuntimeError(f"{form.name}: 組版の警告 {[each.message for each in warnings]}")
    if not isinstance(made, bytes):
        raise TypeError(f"{form.name}: typst gave no PDF")
    return made


@cache
def _compiler(name: FormName, version: str) -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[FONT_FOLDER],
    )
    return typst.Compiler(
        str(FORMS_FOLDER / name / version / "form.typ"), root=FORMS_FOLDER, font_paths=fonts
    )


def _plain(sheet: Sheet) -> dict[str, object]:
    return {
        "texts": [
            (
                each.x,
                each.y,
                each.size,
                each.squeeze,
                each.face is FaceName.BOLD,
                each.quiet,
                each.text,
            )
            for each in sheet.texts
        ],
        "modules": [
            (at.x, at.y, at.width, at.height, made.columns, made.rows, made.levels)
            for at, made in sheet.pictures
        ],
    }
