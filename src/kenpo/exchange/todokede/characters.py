"""The bytes of a line as the texts of its items; what the pension service refuses is a fault."""

from __future__ import annotations

import re
import unicodedata

from kenpo.exchange.faults import Fault
from kenpo.exchange.forms import form_of
from kenpo.values import jis

_CONTROL = re.compile(rb"[\x00-\x1f\x7f]")
_LEAD_BYTES = (*range(0x81, 0xA0), *range(0xE0, 0xFD))


def is_clean(raw: bytes) -> bool:
    """Whether every character of the bytes is allowed (JIS X 0201 and 0208, no control code)."""
    try:
        raw.decode("shift_jis")
    except UnicodeDecodeError:
        return False
    return _CONTROL.search(raw) is None


def decode_items(raw: bytes) -> list[str]:
    """Return the texts of a clean line's items.

    The codec shift_jis judges (``is_clean``) and cp932 reads, because it gives ～ and － the
    characters the register uses.
    """
    return raw.decode("cp932").split(",")


def character_fault(raw: bytes, field: str) -> Fault | None:
    """Return the first character of one item that is not allowed; None if all are."""
    place = 0
    position = 0
    while place < len(raw):
        width = 2 if raw[place] in _LEAD_BYTES else 1
        piece = raw[place : place + width]
        position += 1
        if not is_clean(piece):
            return _fault(piece, position, raw, field)
        place += width
    return None


def _fault(piece: bytes, position: int, raw: bytes, field: str) -> Fault:
    name, todo = _named(piece)
    form = form_of(raw.decode("cp932", errors="replace"))
    return Fault(field, form, f"{position}文字目の{name}は届書では使えない文字です。", todo)


def _named(piece: bytes) -> tuple[str, str]:
    seen = piece.decode("cp932", errors="replace")
    if "\ufffd" in seen:
        return f"0x{piece.hex()}", "文字が壊れています。入力し直してください。"
    if unicodedata.category(seen[0]) == "Co":
        return f"外字(0x{piece.hex()})", "JIS第1・第2水準の文字かカナで書いてください。"
    refused = jis.first_refused(seen)
    if refused is None:
        return f"機種依存の「{seen}」(0x{piece.hex()})", f"「{seen}」を入力し直してください。"
    return f"「{refused.character}」", refused.hint
