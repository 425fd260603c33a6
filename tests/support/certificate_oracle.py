"""Who gets a certificate of 協会けんぽ, written by hand: an oracle that knows no rule book."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypedDict

BEGIN, BULK = date(2024, 12, 2), (date(2025, 7, 31), date(2025, 12, 1))
LEAD_OF_THREE, LEAD_OF_TWO = date(2025, 7, 16), date(2025, 8, 15)


class Member(TypedDict):
    """All facts of a member."""

    acquired_on: date
    decided_on: date
    lost_on: date | None
    birth_date: date
    my_number_card: str
    my_number_filed: bool
    use_registered_on: date | None
    electronic_certificate_valid_until: date | None
    wish_ticked: bool
    application_attached: bool
    needs_assistance: bool
    certificates: date | None


def certificate_basis(member: Member, on: date) -> str | None:
    """Return why a certificate is due under the current policy, None if none is."""
    held = member["certificates"]
    if not _covered(member, on) or on < BEGIN or (held is not None and held >= on):
        return None
    had_one = held is not None and held >= BEGIN
    if _is_new(member) and member["wish_ticked"] and not had_one:
        return "wish"
    card = _card(member, on)
    if card in {"usable", "grace"}:
        return _with_usable_card(member, on, in_grace=card == "grace")
    if had_one:
        return "renewal"
    if member["application_attached"]:
        return "application"
    return _ex_officio(member, on, run_out=card == "run out")


def _with_usable_card(member: Member, on: date, *, in_grace: bool) -> str | None:
    if member["application_attached"] and member["needs_assistance"]:
        return "application"
    end = member["electronic_certificate_valid_until"]
    if not in_grace or end is None or on < LEAD_OF_THREE:
        return None
    begins = _end_of_month(end, 3 if on < LEAD_OF_TWO else 2) + timedelta(days=1)
    return "electronic_certificate_expiring" if _is_covered_on(member, begins) else None


def _ex_officio(member: Member, on: date, *, run_out: bool) -> str | None:
    new = _is_new(member)
    begins, ends = BULK
    if new:
        begins, ends = (member["acquired_on"] + timedelta(days=days) for days in (30, 50))
    if run_out and on > ends and on >= LEAD_OF_THREE:
        return "electronic_certificate_expiring"
    if on <= ends and not _is_covered_on(member, begins):
        return None
    return "after_joining" if new else "bulk"


def _is_new(member: Member) -> bool:
    return member["decided_on"] > date(2024, 11, 29)


def _is_covered_on(member: Member, day: date) -> bool:
    """Say whether the person is still below 75 on a day."""
    return day < _birthday(member["birth_date"], 75)


def _covered(member: Member, on: date) -> bool:
    lost = member["lost_on"]
    return (
        (lost is None or on < lost) and member["acquired_on"] <= on and _is_covered_on(member, on)
    )


def _birthday(birth: date, years: int) -> date:
    try:
        return birth.replace(year=birth.year + years)
    except ValueError:
        return date(birth.year + years, 3, 1)


def _card(member: Member, on: date) -> str:
    registered = member["use_registered_on"]
    if member["my_number_card"] != "held" or not member["my_number_filed"]:
        return "none"
    if registered is None or registered > on:
        return "none"
    end = member["electronic_certificate_valid_until"]
    if end is None or on > _end_of_month(end, 3):
        return "run out"
    return "usable" if on <= end else "grace"


def _end_of_month(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def as_facts(member: Member) -> Mapping[str, object]:
    """Return the member as facts for the book."""
    return {**member}
