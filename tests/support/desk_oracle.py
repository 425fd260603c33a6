"""The reception desk written by hand, as plain branches: an oracle that knows no rule book."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Mapping
from datetime import date

RANK = {"accept": 0, "provisional": 1, "refuse": 2}
PROVISIONAL_ENDS = {"seeds": date(2026, 3, 31), "current": date(2026, 7, 31)}
LAST_DAY_OF_THE_OLD_CARD = date(2025, 12, 1)


def desk_outcome(
    brought: Collection[Mapping[str, object]], desk: tuple[str, str | None], on: date, policy: str
) -> str:
    """Return the best outcome; ``desk`` is (reader, online)."""
    outcomes = [_alone(thing, brought, desk, (on, policy)) for thing in brought]
    return min(outcomes, key=RANK.__getitem__, default="refuse")


def _alone(
    thing: Mapping[str, object],
    brought: Collection[Mapping[str, object]],
    desk: tuple[str, str | None],
    when: tuple[date, str],
) -> str:
    on, policy = when
    reader, online = desk
    match thing["item"]:
        case "myna_card":
            helped = any(other["item"] in {"notice", "portal_screen"} for other in brought)
            readable = reader == "works" or helped
            return "accept" if readable and _card_is_good(thing, on, policy) else "refuse"
        case "phone_card":
            return "accept" if reader == "works" else "refuse"
        case "certificate":
            return "accept" if _in_date(thing, on) else "refuse"
        case "legacy_card" if on <= LAST_DAY_OF_THE_OLD_CARD:
            return "accept"
        case "legacy_card" | "notice":
            provisional = LAST_DAY_OF_THE_OLD_CARD < on <= PROVISIONAL_ENDS[policy]
            return "provisional" if provisional and online in {"valid", None} else "refuse"
        case _:
            return "refuse"


def _card_is_good(card: Mapping[str, object], on: date, policy: str) -> bool:
    end = card.get("electronic_certificate_valid_until")
    if not card["use_registered"]:
        return False
    if not isinstance(end, date):
        return True
    return on <= (end if policy == "seeds" else _end_of_third_month(end))


def _end_of_third_month(day: date) -> date:
    months = day.year * 12 + day.month - 1 + 3
    year, month = divmod(months, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def _in_date(certificate: Mapping[str, object], on: date) -> bool:
    issued, end = certificate.get("issued_on"), certificate["valid_until"]
    begun = not isinstance(issued, date) or issued <= on
    return begun and (not isinstance(end, date) or on <= end)
