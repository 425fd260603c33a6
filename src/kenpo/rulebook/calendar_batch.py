"""The calendar functions of the books over arrays of day numbers (int32)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from kenpo.rulebook.terms import FAR_FUTURE, FAR_PAST

Days = npt.NDArray[np.int32]


def shifted(days: Days, by: int | Days) -> Days:
    """Return the days ``by`` days later; 遠い未来 and 遠い過去 stay what they are."""
    with np.errstate(over="ignore"):
        return _keep_far(days, days + by)


def anniversary(days: Days, years: int) -> Days:
    """Return 応当日 of each day: the same month and day ``years`` later, 29 February as 1 March."""
    start = _near(days).astype("M8[D]")
    months = start.astype("M8[M]")
    into_month = start - months.astype("M8[D]")
    return _keep_far(days, _numbers((months + 12 * years).astype("M8[D]") + into_month))


def month_end(days: Days, months: int) -> Days:
    """Return 月末 of each day: the last day of the month ``months`` months later."""
    start = _near(days).astype("M8[D]").astype("M8[M]")
    return _keep_far(days, _numbers((start + months + 1).astype("M8[D]")) - 1)


def _far(days: Days) -> npt.NDArray[np.bool_]:
    far: npt.NDArray[np.bool_] = np.logical_or(days == FAR_FUTURE, days == FAR_PAST)
    return far


def _near(days: Days) -> npt.NDArray[np.int64]:
    # numpy refuses to step over its own range of days, so 遠い未来 and 遠い過去 sit out
    return np.where(_far(days), 0, days).astype(np.int64)


def _keep_far(days: Days, moved: npt.NDArray[np.integer]) -> Days:
    return np.where(_far(days), days, moved).astype(np.int32)


def _numbers(days: npt.NDArray[np.datetime64]) -> npt.NDArray[np.int32]:
    return days.astype("M8[D]").astype(np.int64).astype(np.int32)
