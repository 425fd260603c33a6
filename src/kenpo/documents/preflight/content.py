"""Follows a page's content stream, operator by operator, as far as the forms use them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

import pikepdf

from kenpo.documents.preflight.page_fonts import FontReader, PageFont
from kenpo.documents.preflight.seen import MM_PER_POINT, PlacedImage, Run, UnreadablePageError

Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_JOIN = 0.01
"""Millimetres between runs that are one text."""
# These move, hide or draw in ways the forms never use: a page with one of them is refused.
_REFUSED = (
    *("T*", "'", '"', "Tc", "Tw", "Ts", "TL", "Td", "TD", "Tz"),
    *("BI", "ID", "EI", "sh", "gs", "W", "W*", "ri", "d0", "d1"),
)
_PAINTING = ("f", "F", "f*", "B", "B*", "b", "b*", "S", "s")
_INKS = ("g", "rg", "k", "sc", "scn")


@dataclass(slots=True)
class ContentState:
    """The state of a page while it is read: place, ink and font; what was seen so far."""

    page: pikepdf.Page
    top: float
    fonts: FontReader
    runs: list[Run] = field(default_factory=list)
    images: list[PlacedImage] = field(default_factory=list)
    used: dict[str, PageFont] = field(default_factory=dict)
    matrix: Matrix = _UNIT
    darkness: float = 1.0
    stack: list[tuple[Matrix, float]] = field(default_factory=list)
    painted_over: int = 0
    text_matrix: Matrix = _UNIT
    font: PageFont | None = None
    size: float = 0.0


def read_content(state: ContentState) -> None:
    """Read the whole page. Raises UnreadablePageError for operators the forms do not use."""
    for instruction in pikepdf.parse_content_stream(state.page, _WATCHED):
        operator = str(instruction.operator)
        act = _ACTS.get(operator)
        if act is None:
            raise UnreadablePageError(f"様式が使わない命令 {operator} があります")
        act(state, list(instruction.operands))


def _push(state: ContentState, _: Sequence[pikepdf.Object]) -> None:
    state.stack.append((state.matrix, state.darkness))


def _pop(state: ContentState, _: Sequence[pikepdf.Object]) -> None:
    state.matrix, state.darkness = state.stack.pop()


def _transform(state: ContentState, operands: Sequence[pikepdf.Object]) -> None:
    state.matrix = _times(_matrix(operands), state.matrix)


def _set_ink(state: ContentState, operands: Sequence[pikepdf.Object]) -> None:
    state.darkness = _darkness([float(each) for each in operands])


def _paint(state: ContentState, _: Sequence[pikepdf.Object]) -> None:
    state.painted_over = len(state.runs)


def _begin_text(state: ContentState, _: Sequence[pikepdf.Object]) -> None:
    state.text_matrix = _UNIT


def _set_text_matrix(state: ContentState, operands: Sequence[pikepdf.Object]) -> None:
    state.text_matrix = _matrix(operands)


def _set_font(state: ContentState, operands: Sequence[pikepdf.Object]) -> None:
    name = str(operands[0])
    if name not in state.used:
        state.used[name] = state.fonts.read(state.page.Resources.Font[name])
    state.font = state.used[name]
    state.size = float(operands[1])


def _set_mode(_: ContentState, operands: Sequence[pikepdf.Object]) -> None:
    if int(operands[0]) != 0:
        raise UnreadablePageError("見えない文字があります")


def _mark(_: ContentState, operands: Sequence[pikepdf.Object]) -> None:
    properties = operands[1]
    if not isinstance(properties, pikepdf.Dictionary) or "/ActualText" in properties:
        raise UnreadablePageError("字形と違う文字が書かれています（ActualText）")


def _show(state: ContentState, operands: Sequence[pikepdf.Object]) -> None:
    entries = operands[0]
    _add(state, entries if isinstance(entries, pikepdf.Array) else [entries])


def _draw(state: ContentState, operands: Sequence[pikepdf.Object]) -> None:
    image = state.page.Resources.XObject[str(operands[0])]
    if str(image.Subtype) != "/Image":
        raise UnreadablePageError("様式が使わない部品があります")
    a, b, c, d, e, f = state.matrix
    if b or c or a <= 0 or d <= 0:
        raise UnreadablePageError("画像の向きが様式と違います")
    x, y, width, height = (each * MM_PER_POINT for each in (e, state.top - f - d, a, d))
    state.images.append(PlacedImage(x, y, width, height, image))


def _add(state: ContentState, entries: Iterable[pikepdf.Object]) -> None:
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


def _decode(entries: Iterable[pikepdf.Object], font: PageFont) -> tuple[str, float]:
    """Return the text of a TJ array and its advance in em."""
    text, advance = [], 0.0
    for entry in entries:
        if not isinstance(entry, pikepdf.String):
            advance -= float(entry) / 1000
            continue
        raw = bytes(entry)
        for place in range(0, len(raw), 2):
            code = raw[place] << 8 | raw[place + 1]
            text.append(font.texts.get(code, "\ufffd"))
            advance += font.advances.get(code, 0.0)
    return "".join(text), advance


def _darkness(ink: Sequence[float]) -> float:
    """Return how dark an ink is: grey or red-green-blue by its number of parts."""
    match ink:
        case [grey]:
            return 1 - grey
        case [red, green, blue]:
            return 1 - (0.3 * red + 0.59 * green + 0.11 * blue)
        case _:
            raise UnreadablePageError("様式が使わない色です")


def _matrix(operands: Sequence[pikepdf.Object]) -> Matrix:
    a, b, c, d, e, f = (float(each) for each in operands)
    return a, b, c, d, e, f


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


_ACTS: dict[str, Callable[[ContentState, Sequence[pikepdf.Object]], None]] = {
    "q": _push,
    "Q": _pop,
    "cm": _transform,
    "BT": _begin_text,
    "Tm": _set_text_matrix,
    "Tf": _set_font,
    "Tr": _set_mode,
    "BDC": _mark,
    "TJ": _show,
    "Tj": _show,
    "Do": _draw,
    **dict.fromkeys(_INKS, _set_ink),
    **dict.fromkeys(_PAINTING, _paint),
}
_WATCHED = " ".join((*_ACTS, *_REFUSED))
"""Everything else builds lines and areas and sets their pens; it is not read."""
