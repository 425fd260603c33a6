"""The parts that the pages of one file share, each read once: its fonts and the form's drawing."""

from __future__ import annotations

from dataclasses import dataclass

import pikepdf

from kenpo.documents.preflight.content import ContentState, read_content
from kenpo.documents.preflight.page_fonts import FontReader
from kenpo.documents.preflight.seen import PlacedImage, Run, UnreadablePageError

_KEYS = frozenset({"/Type", "/Subtype", "/BBox", "/Resources", "/Filter", "/Length"})
"""Others move a part, make it pale or hide it."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a drawing puts on a page before any value; ``painted_over`` as in ``ReadPage``."""

    runs: tuple[Run, ...]
    images: tuple[PlacedImage, ...]
    font_faults: tuple[str, ...]
    painted_over: int


NO_DRAWING = Drawing((), (), (), 0)


class Parts:
    """Reads the parts of one file; ``fonts`` are those of its pages and drawings."""

    def __init__(self) -> None:
        self.fonts = FontReader()
        self._drawings: dict[tuple[tuple[int, int], float, float], Drawing] = {}

    def drawing(self, part: pikepdf.Object, width: float, height: float) -> Drawing:
        """Return what a form object shows on a page of that size (points).

        Raises UnreadablePageError for a part that could be moved, cut, pale or hidden.
        """
        key = (part.objgen, width, height)
        known = self._drawings.get(key)
        if known is None:
            _require_plain(part, width, height)
            known = self._drawings[key] = self._read(part, height)
        return known

    def _read(self, part: pikepdf.Object, height: float) -> Drawing:
        state = ContentState(part.Resources, height, self.fonts)
        read_content(state, part.read_bytes())
        return Drawing(tuple(state.runs), tuple(state.images), state.faults, state.painted_over)


def _require_plain(part: pikepdf.Object, width: float, height: float) -> None:
    box = [float(edge) for edge in part.BBox]
    plain = str(part.Subtype) == "/Form" and set(part.keys()) <= _KEYS
    if not plain or box != [0.0, 0.0, width, height]:
        raise UnreadablePageError("様式の図の置き方が違います")
