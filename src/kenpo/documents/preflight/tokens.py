"""Splits a line of a content stream into numbers, names, strings, arrays and operators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from kenpo.documents.preflight.seen import UnreadablePageError

Operand = float | str | bytes | tuple[float | bytes, ...]
"""A number, a name (with its slash), the bytes of a string, or an array of numbers and strings."""


class Operator(str):
    """The word that ends an instruction."""

    __slots__ = ()


class _Mark(Enum):
    OPEN = b"["
    CLOSE = b"]"


_TOKEN = re.compile(
    rb" *(?:"
    rb"(?:(?P<number>-?(?:\d+(?:\.\d*)?|\.\d+))"
    rb"|(?P<name>/[A-Za-z][A-Za-z0-9]*)"
    rb"|(?P<operator>[A-Za-z'\"][A-Za-z0-9*]*))(?=[ /\[\]<(]|$)"
    rb"|<(?P<hex>(?:[0-9A-Fa-f]{2})*)>"
    rb"|(?P<literal>\()"
    rb"|(?P<mark>[\[\]]))"
)
# A literal string up to its next bracket, and how a byte may be written in it.
_PART = re.compile(rb"(?:[^()\\\r\n]|\\(?:[0-3][0-7]{2}|[nrtbf()\\]))*([()])")
_ESCAPE = re.compile(rb"\\(?:[0-7]{3}|.)")
_ESCAPED = {
    **{b"\\%03o" % byte: bytes([byte]) for byte in range(256)},
    **{b"\\" + bracket: bracket for bracket in (b"(", b")", b"\\")},
    b"\\n": b"\n",
    b"\\r": b"\r",
    b"\\t": b"\t",
    b"\\b": b"\b",
    b"\\f": b"\f",
}


def tokens(line: bytes) -> Iterator[Operand | Operator]:
    """Yield what stands on a line. Raises UnreadablePageError where it is spelled in another way.

    Comments, dictionaries, names with escapes and whatever else the forms never write are refused.
    """
    entries: list[float | bytes] | None = None
    place = 0
    while place < len(line):
        token, place = _next(line, place)
        match token, entries:
            case _Mark.OPEN, None:
                entries = []
            case _Mark.CLOSE, list():
                yield tuple(entries)
                entries = None
            case (float() | bytes()) as entry, list():
                entries.append(entry)
            case (float() | bytes() | str()) as operand, None:
                yield operand
            case _:
                raise _refused(line, place)
    if entries is not None:
        raise _refused(line, place)


def _next(line: bytes, place: int) -> tuple[Operand | Operator | _Mark, int]:
    """Return the token at a place and the place behind it."""
    match = _TOKEN.match(line, place)
    if match is None or match.lastgroup is None:
        raise _refused(line, place)
    text, end = match[match.lastgroup], match.end()
    match match.lastgroup:
        case "number":
            return float(text), end
        case "name":
            return text.decode("ascii"), end
        case "operator":
            return Operator(text.decode("ascii")), end
        case "hex":
            return bytes.fromhex(text.decode("ascii")), end
        case "literal":
            return _literal(line, end)
        case _:
            return _Mark(text), end


def _literal(line: bytes, start: int) -> tuple[bytes, int]:
    """Read a string behind its opening bracket; brackets inside it come in pairs."""
    depth, place = 1, start
    while depth:
        part = _PART.match(line, place)
        if part is None:
            raise _refused(line, place)
        depth += 1 if part[1] == b"(" else -1
        place = part.end()
    return _ESCAPE.sub(lambda match: _ESCAPED[match[0]], line[start : place - 1]), place


def _refused(line: bytes, place: int) -> UnreadablePageError:
    if line[place:].lstrip().startswith(b"<<"):
        return UnreadablePageError("字形と違う文字が書かれているかもしれません（ActualText）")
    return UnreadablePageError(f"様式が使わない書き方があります（行の{place + 1}字目）")
