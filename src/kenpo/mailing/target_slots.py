"""Slots of the target list: which entry stands on which sheet, on which side, in which line."""

from __future__ import annotations

from dataclasses import dataclass

from kenpo.values.labels import LabelledStr


class Side(LabelledStr):
    """The two halves of a sheet."""

    LEFT = "left", "左", "left"
    RIGHT = "right", "右", "right"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place on the list: sheet and line count from 1, ``item`` is the printed 項目番号."""

    sheet: int
    item: int
    side: Side
    line: int


def sheets(targets: int, slots_a_sheet: int) -> int:
    """Return how many sheets a list of that many targets takes; none for no target.

    ``slots_a_sheet`` is the book's 一覧表の枠. 根拠: S0 L132-167.
    """
    if targets < 0:
        raise ValueError(f"対象者数{targets}は数えられません。")
    return -(-targets // _checked(slots_a_sheet))


def slot(position: int, slots_a_sheet: int) -> Slot:
    """Return the place of the target at ``position`` (from 0): left half first, then right.

    With 60 slots items 1–30 are on the left and 31–60 on the right. 根拠: S0 L136-167.
    """
    if position < 0:
        raise ValueError(f"位置{position}は一覧表にありません。")
    sheet, index = divmod(position, _checked(slots_a_sheet))
    half = slots_a_sheet // 2
    side = Side.LEFT if index < half else Side.RIGHT
    return Slot(sheet=sheet + 1, item=index + 1, side=side, line=index % half + 1)


def _checked(slots_a_sheet: int) -> int:
    if slots_a_sheet < 2 or slots_a_sheet % 2:
        raise ValueError(f"一覧表の枠{slots_a_sheet}は左右に分けられません。")
    return slots_a_sheet
