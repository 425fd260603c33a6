"""Codes that carry their Japanese and English names."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class LabelledStr(StrEnum):
    """A string code with ``label_ja`` and ``label_en`` for screens and documents."""

    label_ja: str
    label_en: str

    def __new__(cls, value: str, label_ja: str = "", label_en: str = "") -> Self:
        """Make a member whose value is the code alone; looking up by code passes no labels."""
        if not label_ja or not label_en:
            raise TypeError(f"{value} needs its Japanese and its English name.")
        member = str.__new__(cls, value)
        member._value_ = value
        member.label_ja = label_ja
        member.label_en = label_en
        return member
