"""Made-up people for the golden fixture, and its rules written by hand as an independent oracle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

NONE = -(2**31)
NEVER = 2**31 - 1
EPOCH = date(1970, 1, 1)
EXPIRY = date(2029, 11, 30)
DEADLINE = date(2025, 12, 1)


@dataclass(frozen=True, slots=True)
class EnginePerson:
    """One case of the golden fixture, with None for "none"."""

    birth: date
    acquired: date
    lost: date | None
    card: bool
    usage: bool
    mynumber: bool
    cert_expiry: date | None
    shikaku_expiry: date | None
    card_state: str
    wish: bool
    assist: bool
    app_reason: str
    wave: int
    wave_start: date

    def facts(self) -> dict[str, object]:
        """Return the case as JSON facts."""
        return {name: getattr(self, name) for name in self.__slots__}


def days_around(*centres: date) -> st.SearchStrategy[date]:
    """Return days on, just before and just after each centre."""
    near = [c + timedelta(days=by) for c in centres for by in (-1, 0, 1)]
    return st.sampled_from(near)


def people(on: date) -> st.SearchStrategy[EnginePerson]:
    """Return people who crowd around every boundary of the fixture on a day."""
    leap = [date(1952, 2, 29), date(1948, 2, 29), date(2024, 2, 29), date(1950, 2, 28)]
    old = _years_earlier(on, 75)
    joined = [date(2024, 12, 1), on, on - timedelta(days=30), on - timedelta(days=50)]
    births = st.sampled_from(leap) | days_around(old, EXPIRY.replace(year=1954))
    return st.builds(
        EnginePerson,
        birth=births | st.dates(date(1920, 1, 1), date(2025, 12, 31)),
        acquired=days_around(*joined) | st.dates(date(1990, 1, 1), date(2026, 12, 31)),
        lost=st.none() | days_around(on),
        card=st.booleans(),
        usage=st.booleans(),
        mynumber=st.booleans(),
        cert_expiry=st.none() | days_around(on),
        shikaku_expiry=st.none() | days_around(on),
        card_state=st.sampled_from(["normal", "normal", "normal", "lost", "renewing", "returned"]),
        wish=st.booleans(),
        assist=st.booleans(),
        app_reason=st.sampled_from(["0", "0", "0", "1", "2", "3", "4", "5", "6", "7", "8"]),
        wave=st.integers(1, 4),
        wave_start=days_around(on, DEADLINE, date(2025, 7, 31)),
    )


def by_hand(person: EnginePerson, on: date) -> tuple[str, date | None, date | None, int | None]:
    """Return row, issue day, last day and wave, as a clerk would go through the rules."""
    if person.lost is not None and person.lost <= on:
        return ("R01", None, None, None)
    if person.acquired > on:
        return ("R02", None, None, None)
    seventy_five = years_later(person.birth, 75)
    if seventy_five <= on:
        return ("R03", None, None, None)
    last = min(EXPIRY, seventy_five - timedelta(days=1))
    holds = person.shikaku_expiry is not None and person.shikaku_expiry >= on
    usable = usable_card(person, on)
    if person.app_reason != "0":
        row = _applied(person, usable=usable, holds=holds)
        given = row in {"R11", "R12", "R14", "R15"}
        return (row, on, last, None) if given else (row, None, None, None)
    if person.acquired <= date(2024, 12, 1):
        return _member_before(person, on, last, (usable, holds))
    return _member_after(person, on, last, (usable, holds))


def usable_card(person: EnginePerson, on: date) -> bool:
    """Say whether the card works as an insurance card."""
    certificate = person.cert_expiry is not None and person.cert_expiry >= on
    held = person.card and person.card_state == "normal"
    return held and certificate and person.usage and person.mynumber


def _applied(person: EnginePerson, *, usable: bool, holds: bool) -> str:
    if person.app_reason == "8":
        if holds:
            return "R14"
        return "R16" if usable else "R15"
    if person.app_reason == "7" and person.assist:
        return "R12"
    if not usable:
        return "R11"
    return "R13" if person.app_reason == "7" else "R10"


def _member_before(
    person: EnginePerson, on: date, last: date, state: tuple[bool, bool]
) -> tuple[str, date | None, date | None, int | None]:
    usable, holds = state
    if usable:
        return ("R42", None, None, None)
    if holds:
        return ("R31", None, None, None)
    return ("R30", min(max(person.wave_start, on), DEADLINE), last, person.wave)


def _member_after(
    person: EnginePerson, on: date, last: date, state: tuple[bool, bool]
) -> tuple[str, date | None, date | None, int | None]:
    usable, holds = state
    waited = (on - person.acquired).days
    if person.wish and not holds:
        return ("R20", on, last, None)
    if usable:
        return ("R40", on, None, None) if waited < 30 else ("R41", None, None, None)
    if holds:
        return ("R31", None, None, None)
    if waited > 50:
        return ("R33", on, last, 9)
    return ("R32", max(person.acquired + timedelta(days=30), on), last, 9)


def years_later(day: date, years: int) -> date:
    """Return the same day years later; 29 February falls on 1 March in a common year."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _years_earlier(day: date, years: int) -> date:
    return years_later(day, -years)


def number(value: object, nothing: int) -> int:
    """Return a JSON value as the number it has in a column."""
    if value is None:
        return nothing
    if isinstance(value, date):
        return (value - EPOCH).days
    return value if isinstance(value, int) else int(str(value))


CARD_STATES = ("normal", "lost", "renewing", "returned")


def numbers(person: EnginePerson) -> Mapping[str, int]:
    """Return the person as the numbers that compiled tables take."""
    facts = person.facts() | {"card_state": CARD_STATES.index(person.card_state)}
    found = {name: number(value, NONE) for name, value in facts.items()}
    return found | {"lost": number(person.lost, NEVER)}
