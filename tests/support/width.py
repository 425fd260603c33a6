"""Typed text in full width, as an input method leaves it."""

from __future__ import annotations


def full_width(text: str) -> str:
    """Return printable ASCII in full width; everything else stays."""
    return "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text)
