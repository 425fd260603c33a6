"""The monthly snapshots of the town's cards, as the national system lists them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kenpo.demo.cards import certificate_until, registered_on, state_on
from kenpo.demo.people import Covered, Family
from kenpo.demo.town import Town
from kenpo.register.commands import ReportCardStatus
from kenpo.register.symbol import symbol_of
from kenpo.values.member_number import MemberNumber
from kenpo.values.person import MyNumberCardState

# The day the bulk issue counts, and two later ones on which people have moved on.
SNAPSHOT_DAYS = (date(2025, 4, 30), date(2025, 10, 31), date(2026, 10, 31))
_FILED_LATER_FROM = date(2025, 7, 1)


def snapshot(town: Town, day: date) -> Iterator[ReportCardStatus]:
    """Yield a report on everybody covered on a day whose joining had been filed by then."""
    known = _filed_by(town, day)
    for family in town.families:
        for place in family.covered_on(day):
            if id(place) in known:
                yield _report(family, place, day)


def _filed_by(town: Town, day: date) -> frozenset[int]:
    return frozenset(
        id(place)
        for filing in town.filings
        if filing.filed_on <= day
        for joining in (*filing.joined, *filing.added)
        for place in joining.places
    )


def _report(family: Family, place: Covered, day: date) -> ReportCardStatus:
    person, key = place.person, family.firm.key
    state = state_on(person.card, day)
    has_card = state in {MyNumberCardState.HELD, MyNumberCardState.LOST, MyNumberCardState.RENEWING}
    return ReportCardStatus(
        as_of=day,
        insurer_number=key.branch.insurer_number,
        member_number=MemberNumber(symbol_of(key), str(family.number), place.sub_number),
        birth_date=person.birth_date,
        card=state,
        my_number_filed=_is_filed(place, day),
        use_registered_on=registered_on(person.card, day) if has_card else None,
        electronic_certificate_valid_until=(
            certificate_until(person.card, day) if has_card else None
        ),
        address=family.home.address if family.home else None,
    )


def _is_filed(place: Covered, day: date) -> bool:
    """Whether the insurer knows the My Number: half of the missing ones come in later."""
    came_in = day >= _FILED_LATER_FROM and place.person.birth_date.day % 2 == 0
    return place.person.my_number is not None or came_in
