"""A sheet before it is typeset: every value placed, sized and squeezed; nothing left to chance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kenpo.documents.fitting import MM_PER_POINT, Fitted, UnprintableError, fit, text_width
from kenpo.documents.fonts import FaceName
from kenpo.documents.forms import Field, Form, Picture
from kenpo.documents.modules import Modules


@dataclass(frozen=True, slots=True)
class PlacedText:
    """One line of text: left end and baseline in mm, size in points, horizontal scale."""

    x: float
    y: float
    size: float
    squeeze: float
    face: FaceName
    quiet: bool
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its texts and its pictures of modules."""

    texts: tuple[PlacedText, ...]
    pictures: tuple[tuple[Picture, Modules], ...]


def lay_out(form: Form, texts: Mapping[str, str], pictures: Mapping[str, Modules]) -> Sheet:
    """Place the values of one page. Raises UnprintableError for the first that does not fit."""
    return Sheet(
        texts=tuple(
            placed for key, text in texts.items() for placed in _place(form.fields[key], text)
        ),
        pictures=tuple((form.pictures[key], modules) for key, modules in pictures.items()),
    )


def faults(form: Form, texts: Mapping[str, str]) -> tuple[UnprintableError, ...]:
    """Return every value of a page that cannot be printed exactly."""
    found = []
    for key, text in texts.items():
        try:
            fit(text, form.fields[key])
        except UnprintableError as error:
            found.append(error)
    return tuple(found)


def _place(field: Field, text: str) -> Iterator[PlacedText]:
    if not text:
        return
    fitted = fit(text, field)
    first = field.y - (len(fitted.lines) - 1) * field.pitch / 2 if field.middle else field.y
    for count, line in enumerate(fitted.lines):
        yield PlacedText(
            x=_left(field, fitted, line),
            y=round(first + count * field.pitch, 3),
            size=fitted.size,
            squeeze=fitted.squeeze,
            face=field.face,
            quiet=field.quiet,
            text=line,
        )


def _left(field: Field, fitted: Fitted, line: str) -> float:
    if not field.right:
        return field.x
    width = text_width(line, field.face) * fitted.size * fitted.squeeze * MM_PER_POINT
    return round(field.x - width, 3)
