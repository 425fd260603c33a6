"""The printer: pieces and lists to PDF files, and their preflight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from kenpo.documents.binding import bind
from kenpo.documents.coverage import missing
from kenpo.documents.fitting import UnprintableError
from kenpo.documents.forms import Form, FormName, form
from kenpo.documents.layout import Sheet, faults, lay_out
from kenpo.documents.modules import qr_modules
from kenpo.documents.preflight import (
    certificate_differences,
    letter_differences,
    list_differences,
)
from kenpo.documents.texts import certificate_texts, letter_texts, list_texts
from kenpo.documents.typesetting import typeset, typeset_drawing
from kenpo.issuance.face import CertificateFace
from kenpo.mailing.matching_code import MatchingCode, certificate_codes, letter_code
from kenpo.mailing.model import Piece, TargetList
from kenpo.operations.ports import PrintedFile

BATCH = 250
"""Pages in one run of the typesetter: more costs memory, fewer repeats the fonts."""


class TypstPrinter:
    """Prints with typst and BIZ UDGothic; implements ``operations.ports.Printer``."""

    def unprintable(self, text: str) -> tuple[str, ...]:
        """Return the characters (with their variation selectors) that no face can print."""
        return missing(text)

    def certificate_faults(self, face: CertificateFace) -> tuple[str, ...]:
        """Return why a certificate cannot be printed exactly: lacking glyphs, texts too long."""
        return _reasons(form(FormName.CARD), certificate_texts(face))

    def letter_faults(self, piece: Piece) -> tuple[str, ...]:
        """Return why a cover letter cannot be printed exactly."""
        return _reasons(form(FormName.LETTER), letter_texts(piece))

    def target_list_faults(self, target_list: TargetList) -> tuple[str, ...]:
        """Return why an employer's list cannot be printed exactly."""
        layout = form(FormName.LIST)
        sheets = list_texts(target_list)
        return tuple(dict.fromkeys(each for texts in sheets for each in _reasons(layout, texts)))

    def print_certificates(self, pieces: Sequence[Piece], path: Path) -> PrintedFile:
        """Write one card page for each certificate, in the order of the pieces."""
        return _print(form(FormName.CARD), _cards(pieces), path)

    def print_letters(self, pieces: Sequence[Piece], path: Path) -> PrintedFile:
        """Write one letter page for each piece, in their order."""
        return _print(form(FormName.LETTER), _letters(pieces), path)

    def print_target_list(self, target_list: TargetList, path: Path) -> PrintedFile:
        """Write the sheets of one establishment's list."""
        layout = form(FormName.LIST)
        sheets = (lay_out(layout, texts, {}) for texts in list_texts(target_list))
        return _print(layout, sheets, path)

    def preflight_certificates(self, pieces: Sequence[Piece], path: Path) -> Sequence[str]:
        """Read every page back and return the differences from the pieces (none is good)."""
        return certificate_differences(pieces, path)

    def preflight_letters(self, pieces: Sequence[Piece], path: Path) -> Sequence[str]:
        """Read every page back and return the differences from the pieces (none is good)."""
        return letter_differences(pieces, path)

    def preflight_target_list(self, target_list: TargetList, path: Path) -> Sequence[str]:
        """Read every sheet back and return the differences from the list (none is good)."""
        return list_differences(target_list, path)


def _reasons(layout: Form, texts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(str(error) for error in faults(layout, texts))


def _print(layout: Form, sheets: Iterable[Sheet], path: Path) -> PrintedFile:
    waiting = iter(sheets)
    batches = iter(lambda: list(islice(waiting, BATCH)), [])
    pages = (typeset(layout, batch) for batch in batches)
    return bind(typeset_drawing(layout), pages, layout.name.label_ja, path)


def _cards(pieces: Iterable[Piece]) -> Iterator[Sheet]:
    layout = form(FormName.CARD)
    for piece in pieces:
        for face, code in zip(piece.certificates, certificate_codes(piece), strict=True):
            yield _coded(layout, certificate_texts(face), code)


def _letters(pieces: Iterable[Piece]) -> Iterator[Sheet]:
    layout = form(FormName.LETTER)
    for piece in pieces:
        yield _coded(layout, letter_texts(piece), letter_code(piece))


def _coded(layout: Form, texts: Mapping[str, str], code: MatchingCode) -> Sheet:
    try:
        return lay_out(layout, texts, {"matching_code": qr_modules(code.text)})
    except UnprintableError as error:
        what = f"{code.document.label_ja}（封筒{code.piece_id}）の{error.what}"
        raise UnprintableError(what, f"{error.why}。この方を保留にしてください") from error
