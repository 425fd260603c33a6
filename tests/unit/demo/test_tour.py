"""Which waves a day has seen, and when they were fixed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kenpo.demo.tour import opening_of, waves_by
from kenpo.values.ids import WaveId
from kenpo.values.insurer import Insurer
from kenpo.wiring.waves import wave_calendar

CALENDAR = wave_calendar(Insurer.KYOKAI_KENPO)


@pytest.mark.parametrize(
    ("day", "waves"),
    [
        (date(2025, 7, 30), []),
        (date(2025, 7, 31), ["bulk-2025-07"]),
        (date(2025, 8, 1), ["bulk-2025-07", "bulk-2025-08"]),
        (
            date(2026, 11, 20),
            ["bulk-2025-07", "bulk-2025-08", "bulk-2025-09", "bulk-2025-10"],
        ),
    ],
)
def test_a_wave_is_shown_from_its_first_posting_day(day: date, waves: list[str]) -> None:
    assert waves_by(CALENDAR, day) == waves


def test_a_wave_is_fixed_at_nine_in_japan_on_its_first_posting_day() -> None:
    opening = opening_of(CALENDAR, WaveId("bulk-2025-07"))
    assert opening == datetime(2025, 7, 31, 0, 0, tzinfo=UTC)
