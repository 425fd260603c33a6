"""What a made-up employer writes: the town's filings as records of the pension service's file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from kenpo.demo.notices_of_dependents import certifications, pension_number, removal, sex_code
from kenpo.demo.people import Family, Filing, Joining
from kenpo.exchange.todokede import (
    AcquisitionNotification,
    LossNotification,
    NotificationRecord,
)
from kenpo.values.person import LossReason

_CAUSES = {LossReason.LEFT: "4", LossReason.DIED: "5", LossReason.REACHED_75: "7"}
_NEW_RULES_FROM = date(2024, 12, 2)
_DAY = timedelta(days=1)


def records_of(filing: Filing) -> Iterator[tuple[Family, Sequence[NotificationRecord]]]:
    """Yield each notice's family and records: who ends first, then who begins.

    Employers who report after 2 December 2024 leave the number of a new employee empty.
    """
    for family in filing.lost:
        yield family, [loss(family)]
    for family, place in filing.removed:
        yield family, [removal(family, place)]
    for joining in filing.joined:
        yield joining.family, _joining(joining, numbered=filing.filed_on < _NEW_RULES_FROM)
    for joining in filing.added:
        yield (
            joining.family,
            certifications(joining.family, joining.places, str(joining.family.number)),
        )


def _joining(joining: Joining, *, numbered: bool) -> list[NotificationRecord]:
    family, dependents = joining.family, joining.places[1:]
    first = acquisition(family, numbered=numbered, has_dependents=bool(dependents))
    return [first, *certifications(family, dependents, first.number)]


def acquisition(family: Family, *, numbered: bool, has_dependents: bool) -> AcquisitionNotification:
    """Return the 資格取得届 of the insured person; the address stands in for a My Number."""
    person, firm = family.insured.person, family.firm
    pay = 180_000 + 10_000 * (family.number * 7 % 40)
    home = family.home if person.my_number is None else None
    return AcquisitionNotification(
        office=firm.key,
        office_number=firm.office_number,
        number=str(family.number) if numbered else "",
        name_kana=person.name.kana,
        name=person.name.registered or "",
        birth_date=person.birth_date,
        category=sex_code(person),
        acquisition_kind="1",
        my_number=person.my_number,
        acquired_on=family.insured.joined_on,
        has_dependents=has_dependents,
        pay_in_money=pay,
        pay_total=pay,
        postcode=home.address.postcode if home else "",
        address_kana=home.kana if home else "",
        address=home.address.text if home else "",
        wish_ticked=person.wish_ticked,
    )


def loss(family: Family) -> LossNotification:
    """Return the 資格喪失届 with the counts of certificates handed in and not to be had."""
    place, firm = family.insured, family.firm
    cause = _CAUSES[place.loss_reason] if place.loss_reason else ""
    lost_on = place.lost_on
    attached, unreturnable = family.certificates
    return LossNotification(
        office=firm.key,
        office_number=firm.office_number,
        number=str(family.number),
        name_kana=place.person.name.kana,
        name=place.person.name.registered or "",
        birth_date=place.person.birth_date,
        my_number=place.person.my_number,
        pension_number=pension_number(place.person),
        lost_on=lost_on,
        cause=cause,
        left_or_died_on=lost_on - _DAY if lost_on and cause in {"4", "5"} else None,
        certificates_attached=attached or None,
        certificates_unreturnable=unreturnable or None,
    )
