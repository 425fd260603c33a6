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
    """Return a PDF with the values of one sheet a page, without the form's drawing.

    The same sheets give the same bytes. A font the form names and the faces do not hold is an
    error, not a replacement.
    """
    data = json.dumps([_plain(sheet) for sheet in sheets], ensure_ascii=False)
    return _typeset((form.name, form.version), {"data": data})


def typeset_drawing(form: Form) -> bytes:
    """Return a PDF of one page: all that a form prints whoever it is for."""
    return _drawing(form.name, form.version)


@cache
def _drawing(name: FormName, version: str) -> bytes:
    return _typeset((name, version), {})


def _typeset(layout: tuple[FormName, str], inputs: dict[str, str]) -> bytes:
    made, warnings = _compiler(*layout).compile_with_warnings(
        sys_inputs=inputs, format="pdf", timestamp=0
    )
    if warnings:
        raise RuntimeError(f"{layout[0]}: 組版の警告 {[each.message for each in warnings]}")
    if not isinstance(made, bytes):
        raise TypeError(f"{layout[0]}: typst gave no PDF")
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
