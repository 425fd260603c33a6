"""JSR健保 and 労金 written by hand, as plain branches: oracles that know no rule book."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date

from support.certificate_oracle import Member

BEGIN, LAST_DAY = date(2024, 12, 2), date(2025, 12, 1)
JSR_BULK_BEGINS = date(2025, 11, 11)
JSR_NOTICE_ROUND = (date(2024, 8, 31), date(2024, 9, 30))

Basis = str | None


def jsr_certificate(member: Member, on: date) -> Basis:
    """Return why JSR健保 issues a certificate, None if it does not."""
    new = member["acquired_on"] > date(2024, 11, 30)
    return _certificate(member, on, lambda card: _jsr_without(member, on, new, card))


def _jsr_without(member: Member, on: date, new: bool, card: str) -> Basis:
    if new and member["wish_ticked"]:
        return "wish"
    if member["application_attached"]:
        return "application"
    if new:
        return "after_joining"
    if on > LAST_DAY:
        return "electronic_certificate_expiring" if card == "run out" else "bulk"
    return "bulk" if max(on, JSR_BULK_BEGINS) < birthday(member["birth_date"], 75) else None


def rokin_certificate(member: Member, on: date) -> Basis:
    """Return why 労金 issues a certificate, None if it does not."""
    return _certificate(member, on, lambda card: _rokin_without(member, on, card))


def _rokin_without(member: Member, on: date, card: str) -> Basis:
    if member["acquired_on"] > date(2024, 12, 1):
        if not member["application_attached"]:
            return None
        return "wish" if member["wish_ticked"] else "application"
    if member["application_attached"]:
        return "application"
    return "electronic_certificate_expiring" if card == "run out" and on > LAST_DAY else "bulk"


def jsr_notice(member: Member, changed_on: date | None, on: date) -> Basis:
    """Return why JSR健保 gives a notice, None if it does not."""
    if not covered(member, on) or not member["my_number_filed"]:
        return None
    since, until = JSR_NOTICE_ROUND
    if member["acquired_on"] > since and (on - member["acquired_on"]).days < 30:
        return "joining"
    if member["acquired_on"] <= since and on <= until:
        return "bulk"
    return "change" if _changed(changed_on, on) else None


def rokin_notice(member: Member, changed_on: date | None, on: date) -> Basis:
    """Return why 労金 gives a notice: never for a change."""
    fresh = member["acquired_on"] > date(2024, 12, 1) and (on - member["acquired_on"]).days < 30
    return "joining" if covered(member, on) and fresh and member["my_number_filed"] else None


def _changed(changed_on: date | None, on: date) -> bool:
    return changed_on is not None and 0 <= (on - changed_on).days < 30


def _certificate(member: Member, on: date, without_card: Callable[[str], Basis]) -> Basis:
    held = member["certificates"]
    if not covered(member, on) or on < BEGIN or (held is not None and held >= on):
        return None
    state = card(member, on)
    if state in {"usable", "grace"}:
        helped = member["application_attached"] and member["needs_assistance"]
        return "application" if helped else None
    if held is not None and held >= BEGIN:
        return "renewal"
    return without_card(state)


def covered(member: Member, on: date) -> bool:
    """Say whether somebody is a member on a day."""
    lost = member["lost_on"]
    return (
        member["acquired_on"] <= on
        and (lost is None or on < lost)
        and on < birthday(member["birth_date"], 75)
    )


def card(member: Member, on: date) -> str:
    """Return what the person's card is good for: usable, grace, run out or none."""
    registered, end = member["use_registered_on"], member["electronic_certificate_valid_until"]
    if member["my_number_card"] != "held" or not member["my_number_filed"]:
        return "none"
    if registered is None or on < registered:
        return "none"
    if end is None or on > end_of_month(end, 3):
        return "run out"
    return "usable" if on <= end else "grace"


def birthday(birth: date, years: int) -> date:
    """Return a birthday; who was born on 29 February has it on 1 March in common years."""
    leap_day = (birth.month, birth.day) == (2, 29)
    year = birth.year + years
    return date(year, 3, 1) if leap_day and year % 4 else birth.replace(year=year)


def end_of_month(day: date, months: int) -> date:
    """Return the last day of the month so many months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def application(facts: Mapping[str, object], on: date) -> tuple[str, tuple[str, ...]]:
    """Return outcome and forms of an application for a certificate, all facts being said."""
    no: tuple[str, tuple[str, ...]] = ("refuse", ())
    reason, lost = facts["reason"], facts["lost_document"]
    usable, helped = bool(facts["myna_usable"]), bool(facts["needs_assistance"])
    if on < BEGIN or (usable and not helped):
        return no
    reasons = {"NEEDS_ASSISTANCE", "LOST_OR_DAMAGED"} if usable else REASONS
    gone = lost == "certificate" or (reason == "LOST_OR_DAMAGED" and lost is None)
    if reason not in (REASONS if gone else reasons) or (facts["has_certificate"] and not gone):
        return no
    report = lost == "legacy_card" and on <= LAST_DAY
    return "issue", (*(["legacy_card_loss_report"] if report else []), "certificate_application")


REASONS = frozenset(
    "CARD_LOST CARD_RENEWING ELECTRONIC_CERTIFICATE_EXPIRED NOT_REGISTERED NO_CARD CARD_RETURNED "
    "NEEDS_ASSISTANCE LOST_OR_DAMAGED".split()
)
