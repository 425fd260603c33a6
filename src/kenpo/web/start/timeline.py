"""The dates on which the answers change, and the same patient's answer on each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kenpo.values.insurer import Policy
from kenpo.values.wareki import format_wareki
from kenpo.web.desk.answer import DeskAnswer
from kenpo.web.desk.asking import ask
from kenpo.web.desk.form import DeskForm
from kenpo.web.house import House
from kenpo.web.start.situations import SITUATIONS, Situation

KNOWN_DATES = (
    date(2025, 7, 31),
    date(2025, 12, 1),
    date(2025, 12, 2),
    date(2026, 3, 31),
    date(2026, 4, 1),
    date(2026, 7, 31),
    date(2026, 8, 1),
    date(2029, 11, 30),
    date(2029, 12, 1),
)


@dataclass(frozen=True, slots=True)
class Stop:
    """A date on the line with the answer for the first situation, the old card alone."""

    on: date
    is_today: bool
    is_chosen: bool
    answer: DeskAnswer

    @property
    def year(self) -> str:
        """The year as a heading: 令和7年."""
        return format_wareki(self.on).partition("年")[0] + "年"

    @property
    def month_day(self) -> str:
        """The day within the year: 7月31日."""
        return format_wareki(self.on).partition("年")[2]


@dataclass(frozen=True, slots=True)
class Case:
    """A situation on the chosen date with its answer and its address at the desk."""

    situation: Situation
    answer: DeskAnswer
    address: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The line of dates and the cases of the chosen one."""

    chosen: date
    policy: Policy
    stops: tuple[Stop, ...]
    cases: tuple[Case, ...]


def timeline(house: House, query: Mapping[str, str]) -> Timeline:
    """Read ``on`` and ``policy``; a day that is not on the line becomes today."""
    today = house.clock.today()
    days = sorted({*KNOWN_DATES, today})
    chosen = next((day for day in days if day.isoformat() == query.get("on")), today)
    policy = next((one for one in Policy if one == query.get("policy")), Policy.CURRENT)
    return Timeline(
        chosen,
        policy,
        tuple(
            Stop(day, day == today, day == chosen, ask(house, SITUATIONS[0].at(day, policy)))
            for day in days
        ),
        tuple(_case(house, situation.at(chosen, policy), situation) for situation in SITUATIONS),
    )


def _case(house: House, form: DeskForm, situation: Situation) -> Case:
    return Case(situation, ask(house, form), form.address())
