"""The lines before the notices: media control, [kanri], the count, the offices, [data].

Any fault here refuses the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from kenpo.exchange.faults import WHOLE_LINE, Fault
from kenpo.exchange.forms import form_of
from kenpo.exchange.todokede import layout
from kenpo.exchange.todokede.characters import character_fault, decode_items, is_clean
from kenpo.exchange.todokede.container import unreadable
from kenpo.exchange.todokede.part import Checks, Part
from kenpo.exchange.todokede.records import MediaControl, OfficeLine

_Record = TypeVar("_Record")
_COUNT = re.compile(rb",([0-9]{1,3})")
_COUNT_LINE = 2
FIRST_OFFICE_LINE = 4
_FIRST_OFFICE = FIRST_OFFICE_LINE - 1


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands before the notices; ``first_notice`` is the place of the first data line."""

    control: MediaControl
    offices: tuple[OfficeLine, ...]
    first_notice: int


def read_heading(name: str, lines: Sequence[bytes], checks: Checks) -> Heading:
    """Return the heading of a file, or raise ``UnreadableFileError``."""
    reader = _HeadingReader(name, lines, checks)
    control = reader.record(0, layout.CONTROL, "媒体管理の行")
    reader.check_created(control)
    reader.expect(1, b"[kanri]")
    first_notice = _FIRST_OFFICE + reader.office_count()
    offices = tuple(
        reader.record(place, layout.OFFICE, "事業所の行")
        for place in range(_FIRST_OFFICE, first_notice)
    )
    reader.expect(first_notice, b"[data]")
    if first_notice + 1 == len(lines):
        raise reader.refused(
            first_notice,
            Fault("[data]", "0行", "届書が1件もありません。", "届書を書いてください。"),
        )
    return Heading(control, offices, first_notice + 1)


@dataclass(frozen=True, slots=True)
class _HeadingReader:
    name: str
    lines: Sequence[bytes]
    checks: Checks

    def refused(self, place: int, fault: Fault) -> Exception:
        return unreadable(self.name, place + 1, fault)

    def line(self, place: int) -> bytes:
        return self.lines[place] if place < len(self.lines) else b""

    def expect(self, place: int, mark: bytes) -> None:
        if self.line(place) == mark:
            return
        label = mark.decode("ascii")
        fault = Fault(
            label,
            _form(self.line(place)),
            f"この行は{label}のはずです。",
            "事業所数と事業所の行の数が同じか、行が抜けていないか確かめてください。",
        )
        raise self.refused(place, fault)

    def office_count(self) -> int:
        match = _COUNT.fullmatch(self.line(_COUNT_LINE))
        if match is not None and int(match[1]):
            return int(match[1])
        fault = Fault(
            "事業所数",
            _form(self.line(_COUNT_LINE)),
            "事業所数の行ではありません。",
            "「,001」のように、空の項目と3桁の事業所数を書いてください。",
        )
        raise self.refused(_COUNT_LINE, fault)

    def record(self, place: int, part: Part[_Record], label: str) -> _Record:
        raw = self.line(place)
        faults = _shape_faults(raw, len(part.section.items), label)
        if not faults:
            record, faults = part.read(decode_items(raw), self.checks)
            if record is not None:
                return record
        raise self.refused(place, faults[0])

    def check_created(self, control: MediaControl) -> None:
        if control.created_on > self.checks.on:
            fault = Fault(
                layout.CONTROL.section.labels["created_on"],
                "日付",
                "作成年月日が確認日より後です。",
                "年月日を確かめてください。",
            )
            raise self.refused(0, fault)


def _shape_faults(raw: bytes, length: int, label: str) -> list[Fault]:
    if not is_clean(raw):
        pieces = enumerate(raw.split(b","), start=1)
        found = (character_fault(piece, f"{label} 項目{number}") for number, piece in pieces)
        return [fault for fault in found if fault is not None]
    count = raw.count(b",") + 1
    if raw and count == length:
        return []
    reason = f"{label}がありません。" if not raw or raw[:1] == b"[" else ""
    return [
        Fault(
            WHOLE_LINE,
            f"{count}項目",
            reason or f"{label}は{length}項目ですが、{count}項目あります。",
            "届書作成プログラムで書き出したままのファイルか確かめてください。",
        )
    ]


def _form(raw: bytes) -> str:
    return form_of(raw.decode("cp932", errors="replace"))
