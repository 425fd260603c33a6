"""Who holds a My Number card, registers it, lets its certificate expire, or loses it.

Shares as at the end of 2025: about 82 in 100 hold a card, 88 in 100 of these are registered
(domain.md §8); with lost cards and expired certificates some 28 in 100 have no usable マイナ保険証.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from kenpo.demo.people import CardStory
from kenpo.values.age import anniversary
from kenpo.values.person import MyNumberCardState

_HELD, _REGISTERED = 0.825, 0.88
_HELD_LATER, _REGISTERED_LATER = 0.25, 0.3
_TROUBLED = 0.016
_TROUBLES = (
    MyNumberCardState.LOST,
    MyNumberCardState.LOST,
    MyNumberCardState.RENEWING,
    MyNumberCardState.RETURNED,
)
_BEFORE = (date(2020, 1, 6), date(2025, 4, 25))
_AFTER = (date(2025, 5, 1), date(2026, 10, 30))
_LAST_DAY = date(2030, 12, 31)


def card_story(birth_date: date, chance: Random) -> CardStory:
    """Return what becomes of one person's card, drawn by chance."""
    held_from = _day_by_share(_HELD, _HELD_LATER, chance)
    if held_from is None:
        return CardStory()
    held_from = max(held_from, birth_date + timedelta(days=60))
    return CardStory(
        held_from=held_from,
        registered_on=_registration(held_from, chance),
        certificates=_certificates(held_from, chance),
        trouble=_trouble(chance),
    )


def state_on(story: CardStory, day: date) -> MyNumberCardState:
    """Return what a person has of the card on a day."""
    if story.held_from is None or day < story.held_from:
        return MyNumberCardState.NONE
    if story.trouble is not None and story.trouble[0] <= day:
        return story.trouble[1]
    return MyNumberCardState.HELD


def registered_on(story: CardStory, day: date) -> date | None:
    """Return since when the card is registered for insurance use, as known on a day."""
    if story.registered_on is None or day < story.registered_on:
        return None
    return story.registered_on


def certificate_until(story: CardStory, day: date) -> date | None:
    """Return the last day of the newest electronic certificate issued by a day."""
    return max((until for start, until in story.certificates if start <= day), default=None)


def is_usable_on(story: CardStory, day: date) -> bool:
    """Whether the card works as insurance card on a day, the grace after expiry left aside."""
    until = certificate_until(story, day)
    registered = registered_on(story, day) is not None
    held = state_on(story, day) is MyNumberCardState.HELD
    return held and registered and until is not None and day <= until


def _day_by_share(before: float, after: float, chance: Random) -> date | None:
    if chance.random() < before:
        return _day_between(*_BEFORE, chance)
    return _day_between(*_AFTER, chance) if chance.random() < after else None


def _registration(held_from: date, chance: Random) -> date | None:
    drawn = _day_by_share(_REGISTERED, _REGISTERED_LATER, chance)
    return None if drawn is None else max(drawn, held_from)


def _certificates(held_from: date, chance: Random) -> tuple[tuple[date, date], ...]:
    """Return certificates to the fifth birthday's counterpart: five years each, mostly renewed."""
    found = [(held_from, anniversary(held_from, 5))]
    while found[-1][1] < _LAST_DAY and (gap := _renewal_gap(chance)) is not None:
        start = found[-1][1] + timedelta(days=gap)
        found.append((start, anniversary(start, 5)))
    return tuple(found)


def _renewal_gap(chance: Random) -> int | None:
    drawn = chance.random()
    if drawn < 0.9:
        return -chance.randint(0, 80)
    return chance.randint(10, 300) if drawn < 0.96 else None


def _trouble(chance: Random) -> tuple[date, MyNumberCardState] | None:
    if chance.random() >= _TROUBLED:
        return None
    return _day_between(_BEFORE[0], _AFTER[1], chance), chance.choice(_TROUBLES)


def _day_between(first: date, last: date, chance: Random) -> date:
    return first + timedelta(days=chance.randint(0, (last - first).days))
