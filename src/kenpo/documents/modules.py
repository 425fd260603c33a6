"""Black and white modules of the codes on a page."""

from __future__ import annotations

from dataclasses import dataclass

import segno

BLACK, WHITE = 0, 255
QR_VERSION = 3
QR_SIDE = 29


@dataclass(frozen=True, slots=True)
class Modules:
    """A picture of modules: row after row, each 0 (black) or 255 (white)."""

    columns: int
    rows: int
    levels: tuple[int, ...]


def qr_modules(text: str) -> Modules:
    """Return the QR symbol of an alphanumeric text: version 3-M, fixed mask, no quiet zone."""
    code = segno.make_qr(
        text, version=QR_VERSION, error="m", mask=3, mode="alphanumeric", boost_error=False
    )
    levels = tuple(BLACK if dark else WHITE for row in code.matrix for dark in row)
    return Modules(QR_SIDE, QR_SIDE, levels)
