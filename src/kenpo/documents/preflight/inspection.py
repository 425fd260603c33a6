"""Inspects a finished file page by page: nothing is sampled, nothing is counted only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pikepdf
from fontTools.ttLib import TTLibError

from kenpo.documents.forms import Form, FormName, form
from kenpo.documents.preflight.codes import code_differences, read_code
from kenpo.documents.preflight.comparison import field_differences
from kenpo.documents.preflight.expectation import (
    Expectation,
    expected_certificates,
    expected_letters,
    expected_list,
)
from kenpo.documents.preflight.page import read_page
from kenpo.documents.preflight.parts import Parts
from kenpo.documents.preflight.seen import ReadPage, UnreadablePageError
from kenpo.mailing.matching_code import MatchingCode
from kenpo.mailing.model import Piece, TargetList

# Whatever a damaged page lets the reader run into is a difference, not a crash.
_UNREADABLE = (
    UnreadablePageError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    TTLibError,
    pikepdf.PdfError,
)


def certificate_differences(pieces: Sequence[Piece], path: Path) -> tuple[str, ...]:
    """Return how the cards of a file differ from the pieces (none is good)."""
    serials = Counter(face.serial for piece in pieces for face in piece.certificates)
    twice = tuple(f"証番号{serial}が{n}枚あります" for serial, n in serials.items() if n > 1)
    return twice + _inspect(form(FormName.CARD), expected_certificates(pieces), path)


def letter_differences(pieces: Sequence[Piece], path: Path) -> tuple[str, ...]:
    """Return how the letters of a file differ from the pieces (none is good)."""
    ids = Counter(piece.piece_id for piece in pieces)
    twice = tuple(f"封筒{piece_id}が{n}通あります" for piece_id, n in ids.items() if n > 1)
    return twice + _inspect(form(FormName.LETTER), expected_letters(pieces), path)


def list_differences(target_list: TargetList, path: Path) -> tuple[str, ...]:
    """Return how the sheets of a file differ from an employer's list (none is good)."""
    return _inspect(form(FormName.LIST), expected_list(target_list), path)


def _inspect(layout: Form, expected: Iterable[Expectation], path: Path) -> tuple[str, ...]:
    try:
        with pikepdf.open(path, attempt_recovery=False) as pdf:
            return tuple(_file_faults(layout, pdf, list(expected)))
    except (OSError, pikepdf.PdfError) as error:
        return (f"{path.name}を読めません（{error}）。もう一度印刷データを作ってください",)


def _file_faults(layout: Form, pdf: pikepdf.Pdf, expected: Sequence[Expectation]) -> Iterator[str]:
    if len(pdf.pages) != len(expected):
        yield f"{len(pdf.pages)}ページあります。正しくは{len(expected)}ページです"
    parts = Parts()
    for number, (page, asked) in enumerate(zip(pdf.pages, expected, strict=False), 1):
        for fault in _page_faults(layout, page, asked, parts):
            yield f"{number}ページ {asked.whose}: {fault}"


def _page_faults(
    layout: Form, page: pikepdf.Page, asked: Expectation, parts: Parts
) -> Iterator[str]:
    try:
        read = read_page(page, parts)
    except _UNREADABLE as error:
        yield f"ページを読めません（{error}）"
        return
    yield from _code_faults(layout, read, asked)
    yield from field_differences(layout, read, asked)


def _code_faults(layout: Form, read: ReadPage, asked: Expectation) -> Iterator[str]:
    code = read_code(layout, read)
    if isinstance(code, str):
        yield code
    elif isinstance(code, MatchingCode) and asked.code is not None:
        yield from code_differences(code, asked.code)
