"""Reads a page back from its content stream: which text stands where, which pictures lie where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

import pikepdf

from kenpo.documents.fonts import FaceName
from kenpo.documents.preflight.page_fonts import FontReader, PageFont

MM_PER_POINT = 25.4 / 72
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


def read_page(page: pikepdf.Page, fonts: FontReader) -> ReadPage:
    """Read one page. Raises UnreadablePageError for operators the forms do not use."""
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    if (left, bottom) != (0.0, 0.0) or int(page.get("/Rotate", 0)) or "/Annots" in page:
        raise UnreadablePageError("ページの向き・原点・注釈が様式と違います")
    reader = _Reader(page, top, fonts)
    for instruction in pikepdf.parse_content_stream(page, _WATCHED):
        reader.take(str(instruction.operator), list(instruction.operands))
    return ReadPage(
        right * MM_PER_POINT,
        top * MM_PER_POINT,
        tuple(reader.runs),
        tuple(reader.images),
        tuple(dict.fromkeys(fault for font in reader.used.values() for fault in font.faults)),
        reader.painted_over,
    )


@dataclass(slots=True)
class _Reader:
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

    def take(self, operator: str, operands: Sequence[pikepdf.Object]) -> None:
        act = _ACTS.get(operator)
        if act is None:
            raise UnreadablePageError(f"様式が使わない命令 {operator} があります")
        act(self, operands)

    def push(self, _: Sequence[pikepdf.Object]) -> None:
        self.stack.append((self.matrix, self.darkness))

    def pop(self, _: Sequence[pikepdf.Object]) -> None:
        self.matrix, self.darkness = self.stack.pop()

    def transform(self, operands: Sequence[pikepdf.Object]) -> None:
        self.matrix = _times(_matrix(operands), self.matrix)

    def set_ink(self, operands: Sequence[pikepdf.Object]) -> None:
        self.darkness = _darkness([float(each) for each in operands])

    def paint(self, _: Sequence[pikepdf.Object]) -> None:
        self.painted_over = len(self.runs)

    def begin_text(self, _: Sequence[pikepdf.Object]) -> None:
        self.text_matrix = _UNIT

    def set_text_matrix(self, operands: Sequence[pikepdf.Object]) -> None:
        self.text_matrix = _matrix(operands)

    def set_font(self, operands: Sequence[pikepdf.Object]) -> None:
        name = str(operands[0])
        if name not in self.used:
            self.used[name] = self.fonts.read(self.page.Resources.Font[name])
        self.font = self.used[name]
        self.size = float(operands[1])

    def set_mode(self, operands: Sequence[pikepdf.Object]) -> None:
        if int(operands[0]) != 0:
            raise UnreadablePageError("見えない文字があります")

    def mark(self, operands: Sequence[pikepdf.Object]) -> None:
        properties = operands[1]
        if not isinstance(properties, pikepdf.Dictionary) or "/ActualText" in properties:
            raise UnreadablePageError("字形と違う文字が書かれています（ActualText）")

    def show(self, operands: Sequence[pikepdf.Object]) -> None:
        entries = operands[0]
        self._add(entries if isinstance(entries, pikepdf.Array) else [entries])

    def draw(self, operands: Sequence[pikepdf.Object]) -> None:
        image = self.page.Resources.XObject[str(operands[0])]
        if str(image.Subtype) != "/Image":
            raise UnreadablePageError("様式が使わない部品があります")
        a, b, c, d, e, f = self.matrix
        if b or c or a <= 0 or d <= 0:
            raise UnreadablePageError("画像の向きが様式と違います")
        x, y, width, height = (each * MM_PER_POINT for each in (e, self.top - f - d, a, d))
        self.images.append(PlacedImage(x, y, width, height, image))

    def _add(self, entries: Iterable[pikepdf.Object]) -> None:
        a, b, c, d, x, y = _times(self.text_matrix, self.matrix)
        if self.font is None or b or c or a <= 0 or d <= 0:
            raise UnreadablePageError("文字の向きが様式と違います")
        text, advance = _decode(entries, self.font)
        run = Run(
            x=x * MM_PER_POINT,
            y=(self.top - y) * MM_PER_POINT,
            width=advance * self.size * a * MM_PER_POINT,
            size=self.size * d,
            squeeze=a / d,
            face=self.font.face,
            darkness=self.darkness,
            text=text,
        )
        if self.runs and _goes_on(self.runs[-1], run):
            last = self.runs.pop()
            run = replace(last, width=last.width + run.width, text=last.text + run.text)
        self.runs.append(run)


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
    """Return how dark an ink is: grey, red-green-blue or four-colour by its number of parts."""
    match ink:
        case [grey]:
            return 1 - grey
        case [red, green, blue]:
            return 1 - (0.3 * red + 0.59 * green + 0.11 * blue)
        case [cyan, magenta, yellow, key]:
            return min(1.0, 0.3 * cyan + 0.59 * magenta + 0.11 * yellow + key)
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


_ACTS: dict[str, Callable[[_Reader, Sequence[pikepdf.Object]], None]] = {
    "q": _Reader.push,
    "Q": _Reader.pop,
    "cm": _Reader.transform,
    "BT": _Reader.begin_text,
    "Tm": _Reader.set_text_matrix,
    "Tf": _Reader.set_font,
    "Tr": _Reader.set_mode,
    "BDC": _Reader.mark,
    "TJ": _Reader.show,
    "Tj": _Reader.show,
    "Do": _Reader.draw,
    **dict.fromkeys(_INKS, _Reader.set_ink),
    **dict.fromkeys(_PAINTING, _Reader.paint),
}
_WATCHED = " ".join((*_ACTS, *_REFUSED))
"""Everything else builds lines and areas and sets their pens; it is not read."""
