"""What is seen on a page: runs of text and images, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass

import pikepdf

from kenpo.documents.fonts import FaceName

MM_PER_POINT = 25.4 / 72


class UnreadablePageError(ValueError):
    """A page uses something no form uses; it cannot be checked and must not be posted."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text: left end and baseline from the upper left corner and width in mm.

    ``size`` is in points; ``squeeze`` the horizontal scale; ``darkness`` 1 is black ink, 0 none.
    """

    x: float
    y: float
    width: float
    size: float
    squeeze: float
    face: FaceName | None
    darkness: float
    text: str


@dataclass(frozen=True, slots=True)
class PlacedImage:
    """An image: upper left corner and size in mm, and its object in the file."""

    x: float
    y: float
    width: float
    height: float
    image: pikepdf.Object


@dataclass(frozen=True, slots=True)
class ReadPage:
    """All that a page shows and the faults of its fonts; sizes in mm.

    ``painted_over`` is how many of the runs, in their order, lines or areas were painted after.
    """

    width: float
    height: float
    runs: tuple[Run, ...]
    images: tuple[PlacedImage, ...]
    font_faults: tuple[str, ...]
    painted_over: int
