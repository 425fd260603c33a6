"""Compares one page as read with what must stand on it; every text must have its place."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kenpo.documents.forms import Field, Form, FormName, Word, form
from kenpo.documents.preflight.expectation import Day, Expectation
from kenpo.documents.preflight.seen import ReadPage, Run

_TOLERANCE = 0.06
"""Millimetres: well under the width of a stroke, above the rounding of a PDF."""
_LEAST_SQUEEZE = 0.6
_LEAST_DARKNESS = 0.6
"""Paler ink does not read on yellow paper."""


def field_differences(layout: Form, page: ReadPage, expected: Expectation) -> Iterator[str]:
    """Yield what is wrong with the texts of a page, in Japanese, without its page number."""
    if not (_near(page.width, layout.width) and _near(page.height, layout.height)):
        yield f"用紙の大きさが{page.width:.1f}×{page.height:.1f}mmです"
    yield from page.font_faults
    yield from _hidden(layout, page)
    own, lost = _without_words(layout, page.runs)
    yield from (f"様式の文字「{word.text}」がありません" for word in lost)
    filled, stray = _by_field(layout, own)
    yield from (f"様式にない場所に「{run.text}」があります" for run in stray)
    for key, field in layout.fields.items():
        yield from _field_faults(field, filled.get(key, ()), expected.fields.get(key, ""))


def _hidden(layout: Form, page: ReadPage) -> Iterator[str]:
    """Yield the runs nobody could read. A form paints its lines before any value is printed."""
    if page.painted_over > len(_words(layout.name, layout.version)):
        yield "印刷した値の上に何かが描かれています"
    for run in page.runs:
        if run.darkness < _LEAST_DARKNESS:
            yield f"「{run.text}」の色が薄すぎます"


def _field_faults(field: Field, runs: Sequence[Run], expected: str | Day) -> Iterator[str]:
    printed = "".join(run.text for run in sorted(runs, key=lambda run: (round(run.y, 1), run.x)))
    if not _says(field, printed, expected):
        yield f"{field.label}が「{printed}」と印刷されています。正しくは「{expected}」です"
    for run in runs:
        fault = _form_fault(field, run)
        if fault:
            yield f"{field.label}の「{run.text}」が{fault}"


def _says(field: Field, printed: str, expected: str | Day) -> bool:
    if isinstance(expected, Day):
        return expected.is_written_as(printed)
    if field.lines > 1:  # a blank at the end of a line is not printed
        return "".join(printed.split()) == "".join(expected.split())
    return printed == expected


def _form_fault(field: Field, run: Run) -> str | None:
    if run.face is not field.face:
        return "様式と違う書体です"
    if not any(math.isclose(run.size, size, abs_tol=0.01) for size in field.sizes):
        return f"様式にない大きさ（{run.size:.1f}ポイント）です"
    if run.squeeze < _LEAST_SQUEEZE - 0.001:
        return "縮めすぎです"
    left, right = _span(field)
    if run.x + run.width > right + 2 * _TOLERANCE or run.x < left - 2 * _TOLERANCE:
        return "欄からはみ出しています"
    return None


def _span(field: Field) -> tuple[float, float]:
    """Return the left and right edge of a field in mm."""
    return (field.x - field.width, field.x) if field.right else (field.x, field.x + field.width)


def _without_words(layout: Form, runs: Sequence[Run]) -> tuple[list[Run], list[Word]]:
    """Take the form's own words away, each once; return what is left and which are missing."""
    waiting: dict[str, list[Word]] = defaultdict(list)
    for word in _words(layout.name, layout.version):
        waiting[word.text].append(word)
    own = []
    for run in runs:
        found = next((word for word in waiting.get(run.text, ()) if _is(run, word)), None)
        if found is None:
            own.append(run)
        else:
            waiting[run.text].remove(found)
    return own, [word for words in waiting.values() for word in words]


@cache
def _words(name: FormName, version: str) -> tuple[Word, ...]:
    return form(name, version).words


def _is(run: Run, word: Word) -> bool:
    return (
        _near(run.x, word.x)
        and _near(run.y, word.y)
        and _near(run.size, word.size)
        and run.face is word.face
    )


def _by_field(layout: Form, runs: Sequence[Run]) -> tuple[Mapping[str, list[Run]], list[Run]]:
    """Give each run to the field on whose baselines it starts; return also those of no field."""
    baselines = _baselines(layout.name, layout.version)
    filled: dict[str, list[Run]] = defaultdict(list)
    stray = []
    for run in runs:
        places = baselines.get(round(run.y, 1), ())
        field = next((each for each in places if _starts_in(run, each)), None)
        if field is None:
            stray.append(run)
        else:
            filled[field.key].append(run)
    return filled, stray


def _starts_in(run: Run, field: Field) -> bool:
    left, right = _span(field)
    return left - 0.5 <= run.x < right and any(_near(run.y, y) for y in _ys(field))


@cache
def _baselines(name: FormName, version: str) -> Mapping[float, tuple[Field, ...]]:
    """Return the fields by the tenths of a millimetre their baselines may be read at."""
    found: dict[float, dict[str, Field]] = defaultdict(dict)
    for field in form(name, version).fields.values():
        for y in _ys(field):
            for tenth in (-0.1, 0.0, 0.1):
                found[round(y + tenth, 1)][field.key] = field
    return {tenth: tuple(fields.values()) for tenth, fields in found.items()}


def _ys(field: Field) -> list[float]:
    """Return every baseline a field may use, however many lines it takes."""
    first = [
        field.y - (lines - 1) * field.pitch / 2 if field.middle else field.y
        for lines in range(1, field.lines + 1)
    ]
    return [start + line * field.pitch for start in first for line in range(field.lines)]


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _TOLERANCE
