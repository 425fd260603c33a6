"""Reads a content stream as strictly as the forms are written: anything else is refused.

A general reader would take what a form never says. Here an instruction must be one of the few of
a form, on one line, with the operands it has there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kenpo.documents.preflight.seen import UnreadablePageError
from kenpo.documents.preflight.tokens import Operand, Operator, tokens

Instruction = tuple[str, tuple[Operand, ...]]

_KINDS: dict[type, str] = {float: "n", str: "/", bytes: "s", tuple: "a"}
# Every instruction of the forms and the kinds of its operands.
_SHAPES = {
    **dict.fromkeys(("q", "Q", "BT", "ET", "EMC", "h", "f", "S", "B"), ("",)),
    **dict.fromkeys(("w", "M", "Tr"), ("n",)),
    **dict.fromkeys(("BMC", "cs", "CS", "Do"), ("/",)),
    **dict.fromkeys(("m", "l"), ("nn",)),
    **dict.fromkeys(("scn", "SCN"), ("n", "nnn")),
    **dict.fromkeys(("cm", "Tm"), ("nnnnnn",)),
    "re": ("nnnn",),
    "Tf": ("/n",),
    "Tj": ("s",),
    "TJ": ("a",),
}
_MARKS = ("BDC", "DP")
_LINES_REMEMBERED = 8192


def instructions(content: bytes) -> Iterator[Instruction]:
    """Yield the operators of a stream with their operands, in their order.

    Raises UnreadablePageError for operators the forms do not use and for any other spelling.
    """
    for line in content.split(b"\n"):
        yield from _line(line)


@lru_cache(_LINES_REMEMBERED)
def _line(line: bytes) -> tuple[Instruction, ...]:
    """Return the instructions of a line; the same few lines begin and end every text."""
    found: list[Instruction] = []
    operands: list[Operand] = []
    for token in tokens(line):
        if isinstance(token, Operator):
            found.append(_instruction(str(token), tuple(operands)))
            operands.clear()
        else:
            operands.append(token)
    if operands:
        raise UnreadablePageError("行の終わりで切れた命令があります")
    return tuple(found)


def _instruction(operator: str, operands: tuple[Operand, ...]) -> Instruction:
    if operator in _MARKS:
        raise UnreadablePageError("字形と違う文字が書かれているかもしれません（ActualText）")
    shapes = _SHAPES.get(operator)
    if shapes is None:
        raise UnreadablePageError(f"様式が使わない命令 {operator} があります")
    if "".join(_KINDS[type(operand)] for operand in operands) not in shapes:
        raise UnreadablePageError(f"命令 {operator} の書き方が様式と違います")
    return operator, operands
