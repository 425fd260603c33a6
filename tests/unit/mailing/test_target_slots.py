"""Where an entry stands on the employer's list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kenpo.mailing.target_slots import Side, Slot, sheets, slot


@pytest.mark.parametrize(
    ("targets", "expected"), [(0, 0), (1, 1), (59, 1), (60, 1), (61, 2), (120, 2), (121, 3)]
)
def test_a_sheet_holds_sixty(targets: int, expected: int) -> None:
    assert sheets(targets, 60) == expected


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        (0, Slot(1, 1, Side.LEFT, 1)),
        (29, Slot(1, 30, Side.LEFT, 30)),
        (30, Slot(1, 31, Side.RIGHT, 1)),
        (59, Slot(1, 60, Side.RIGHT, 30)),
        (60, Slot(2, 1, Side.LEFT, 1)),
    ],
)
def test_the_left_half_is_filled_before_the_right(position: int, expected: Slot) -> None:
    assert slot(position, 60) == expected


@given(st.integers(1, 500))
def test_no_two_targets_share_a_slot_and_the_last_is_on_the_last_sheet(targets: int) -> None:
    places = [slot(position, 60) for position in range(targets)]
    assert len(set(places)) == targets
    assert places[-1].sheet == sheets(targets, 60)


@pytest.mark.parametrize("call", [lambda: sheets(-1, 60), lambda: slot(-1, 60)])
def test_a_negative_count_is_refused(call: object) -> None:
    assert callable(call)
    with pytest.raises(ValueError, match=r"一覧表|対象者数"):
        call()


@pytest.mark.parametrize("slots_a_sheet", [0, -2, 59])
def test_a_sheet_that_has_no_two_halves_is_refused(slots_a_sheet: int) -> None:
    with pytest.raises(ValueError, match="左右"):
        slot(0, slots_a_sheet)
