"""One 2202700 line to a record: the insured person, the spouse, at most two others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from kenpo.exchange.faults import WHOLE_LINE, Fault
from kenpo.exchange.forms import form_of
from kenpo.exchange.todokede import dependents, layout
from kenpo.exchange.todokede.part import Checks, Part
from kenpo.exchange.todokede.records import DependentChangeNotification, OtherEntry, SpouseEntry

_CHANGE_PLACE = dependents.INSURED[-1].number - 1
_RESERVED = dependents.TAIL[0]
_Entry = TypeVar("_Entry", SpouseEntry, OtherEntry)


def read_family(
    line: Sequence[str], checks: Checks
) -> tuple[DependentChangeNotification | None, list[Fault]]:
    """Return the record of a 2202700 line, or None and everything wrong with it."""
    insured, faults = layout.INSURED.read(line, checks)
    spouse, spouse_faults = _entry(layout.SPOUSE, line, checks)
    others = [_entry(part, line, checks) for part in layout.OTHERS]
    faults = [
        *faults,
        *spouse_faults,
        *(fault for _, other_faults in others for fault in other_faults),
        *_line_faults(line),
    ]
    if faults or insured is None:
        return None, faults
    present = tuple(other for other, _ in others if other is not None)
    return replace(insured, spouse=spouse, others=present), []


def _entry(
    part: Part[_Entry], line: Sequence[str], checks: Checks
) -> tuple[_Entry | None, list[Fault]]:
    if _is_given(part, line):
        return part.read(line, checks, {layout.CHANGE: line[_CHANGE_PLACE]})
    wish = part.section.items[-1]
    if not line[wish.number - 1]:
        return None, []
    return None, [
        Fault(
            wish.title,
            form_of(line[wish.number - 1]),
            "この人がこの行に書かれていません。",
            "人を書くか、この項目を空にしてください。",
        )
    ]


def _is_given(part: Part[_Entry], line: Sequence[str]) -> bool:
    return any(part.section.pick(line)[:-1])


def _line_faults(line: Sequence[str]) -> list[Fault]:
    faults = []
    if line[_RESERVED.number - 1]:
        text = line[_RESERVED.number - 1]
        faults.append(
            Fault(_RESERVED.title, form_of(text), "何も書けない項目です。", "空にしてください。")
        )
    first, second = (_is_given(part, line) for part in layout.OTHERS)
    if second and not first:
        faults.append(_second_without_first())
    if not (first or second or _is_given(layout.SPOUSE, line)):
        faults.append(_nobody())
    return faults


def _second_without_first() -> Fault:
    return Fault(
        "項目70から102「被扶養者1」",
        "空",
        "被扶養者1が空なのに被扶養者2が書かれています。",
        "一人だけのときは被扶養者1に書いてください。",
    )


def _nobody() -> Fault:
    return Fault(
        WHOLE_LINE,
        "被扶養者なし",
        "配偶者も被扶養者も書かれていません。",
        "異動のあった人を書くか、この行を消してください。",
    )
