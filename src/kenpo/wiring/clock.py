"""The only reader of the machine's clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from kenpo.operations.ports import Clock

TOKYO = ZoneInfo("Asia/Tokyo")


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's clock: instants in UTC, the day as it is in Japan."""

    def now(self) -> datetime:
        """Return the present instant."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the present day in Japan."""
        return datetime.now(TOKYO).date()


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands at noon in Japan of one day, so that two runs write the same times."""

    day: date

    def now(self) -> datetime:
        """Return noon in Japan of the day."""
        return datetime.combine(self.day, time(12), TOKYO).astimezone(UTC)

    def today(self) -> date:
        """Return the day."""
        return self.day


def clock_for(today: date | None) -> Clock:
    """Return the clock of a day, or the machine's when no day is given."""
    return SystemClock() if today is None else FixedClock(today)
