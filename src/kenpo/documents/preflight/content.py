"""Follows a content stream, instruction by instruction: what it shows, where, and how dark."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from kenpo.documents.preflight.instructions import instructions
from kenpo.documents.preflight.page_fonts import FontReader, PageFont
from kenpo.documents.preflight.seen import MM_PER_POINT, PlacedImage, Run, UnreadablePageError

Matrix = tuple[float, float, float, float, float, float]
_Operands = tuple[Any, ...]
"""Their kinds are those of ``instructions``, which refuses all others."""
_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_JOIN = 0.01
"""Millimetres between runs that are one text."""


@dataclass(slots=True)
class ContentState:
    """The state of a page while it is read: place, ink and font; what was seen so far.

    ``resources`` are the parts the stream may name, ``top`` the upper edge in points.
    """

    resources: pikepdf.Object
    top: float
    fonts: FontReader
    runs: list[Run] = field(default_factory=list)
    images: list[PlacedImage] = field(default_factory=list)
    used: dict[str, PageFont] = field(default_factory=dict)
    matrix: Matrix = _UNIT
    darkness: float = 1.0
    stack: list[tuple[Matrix, float, PageFont | None, float]] = field(default_factory=list)
    painted_over: int = 0
    text_matrix: Matrix = _UNIT
    font: PageFont | None = None
    size: float = 0.0

    @property
    def faults(self) -> tuple[str, ...]:
        """The faults of the fonts used so far, each once."""
        return tuple(dict.fromkeys(fault for font in self.used.values() for fault in font.faults))


def read_content(state: ContentState, content: bytes) -> None:
    """Read a whole stream. Raises UnreadablePageError for what the forms do not use."""
    for operator, operands in instructions(content):
        act = _ACTS.get(operator)
        if act is not None:
            act(state, operands)


def _push(state: ContentState, _: _Operands) -> None:
    state.stack.append((state.matrix, state.darkness, state.font, state.size))


def _pop(state: ContentState, _: _Operands) -> None:
    state.matrix, state.darkness, state.font, state.size = state.stack.pop()


def _transform(state: ContentState, operands: _Operands) -> None:
    state.matrix = _times(operands, state.matrix)


def _set_ink(state: ContentState, operands: _Operands) -> None:
    state.darkness = _darkness(operands)


def _paint(state: ContentState, _: _Operands) -> None:
    state.painted_over = len(state.runs)


def _begin_text(state: ContentState, _: _Operands) -> None:
    state.text_matrix = _UNIT


def _set_text_matrix(state: ContentState, operands: _Operands) -> None:
    state.text_matrix = operands


def _set_font(state: ContentState, operands: _Operands) -> None:
    name, state.size = operands
    font = state.used.get(name)
    if font is None:
        font = state.used[name] = state.fonts.read(state.resources.Font[name])
    state.font = font


def _set_mode(_: ContentState, operands: _Operands) -> None:
    if operands != (0,):
        raise UnreadablePageError("見えない文字があります")


def _show(state: ContentState, operands: _Operands) -> None:
    _add(state, operands)


def _show_array(state: ContentState, operands: _Operands) -> None:
    _add(state, operands[0])


def _draw(state: ContentState, operands: _Operands) -> None:
    image = state.resources.XObject[operands[0]]
    if str(image.Subtype) != "/Image":
        raise UnreadablePageError("様式が使わない部品があります")
    a, b, c, d, e, f = state.matrix
    if b or c or a <= 0 or d <= 0:
        raise UnreadablePageError("画像の向きが様式と違います")
    x, y, width, height = (each * MM_PER_POINT for each in (e, state.top - f - d, a, d))
    state.images.append(PlacedImage(x, y, width, height, image))


def _add(state: ContentState, entries: Iterable[float | bytes]) -> None:
    a, b, c, d, x, y = _times(state.text_matrix, state.matrix)
    if state.font is None or b or c or a <= 0 or d <= 0:
        raise UnreadablePageError("文字の向きが様式と違います")
    text, advance = _decode(entries, state.font)
    run = Run(
        x=x * MM_PER_POINT,
        y=(state.top - y) * MM_PER_POINT,
        width=advance * state.size * a * MM_PER_POINT,
        size=state.size * d,
        squeeze=a / d,
        face=state.font.face,
        darkness=state.darkness,
        text=text,
    )
    if state.runs and _goes_on(state.runs[-1], run):
        last = state.runs.pop()
        run = replace(last, width=last.width + run.width, text=last.text + run.text)
    state.runs.append(run)


def _goes_on(last: Run, run: Run) -> bool:
    """Say whether a run starts where the last one ended, in the same manner."""
    return (
        abs(last.x + last.width - run.x) < _JOIN
        and abs(last.y - run.y) < _JOIN
        and (last.size, last.squeeze, last.face, last.darkness)
        == (run.size, run.squeeze, run.face, run.darkness)
    )


def _decode(entries: Iterable[float | bytes], font: PageFont) -> tuple[str, float]:
    """Return the text of a TJ array and its advance in em."""
    text, advance = [], 0.0
    for entry in entries:
        if not isinstance(entry, bytes):
            advance -= entry / 1000
            continue
        for code in _codes(entry):
            text.append(font.texts.get(code, "\ufffd"))
            advance += font.advances.get(code, 0.0)
    return "".join(text), advance


def _codes(raw: bytes) -> tuple[int, ...]:
    """Return the two-byte codes of a string."""
    if len(raw) % 2:
        raise UnreadablePageError("文字の符号が半端です")
    return struct.unpack(f">{len(raw) // 2}H", raw)


def _darkness(ink: Sequence[float]) -> float:
    """Return how dark an ink is: grey or red-green-blue by its number of parts."""
    match ink:
        case [grey]:
            return 1 - grey
        case [red, green, blue]:
            return 1 - (0.3 * red + 0.59 * green + 0.11 * blue)
        case _:
            raise UnreadablePageError("様式が使わない色です")


def _times(m: Matrix, n: Matrix) -> Matrix:
    """Return m × n: first m, then n."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


_ACTS: dict[str, Callable[[ContentState, _Operands], None]] = {
    "q": _push,
    "Q": _pop,
    "cm": _transform,
    "scn": _set_ink,
    "BT": _begin_text,
    "Tm": _set_text_matrix,
    "Tf": _set_font,
    "Tr": _set_mode,
    "TJ": _show_array,
    "Tj": _show,
    "Do": _draw,
    **dict.fromkeys(("f", "S", "B"), _paint),
}
"""The rest builds lines and areas, sets their pens and names the colours' spaces."""
