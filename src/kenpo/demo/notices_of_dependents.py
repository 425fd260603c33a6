"""被扶養者(異動)届 of made-up families: at most a spouse and two others on a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kenpo.demo.people import Covered, Family, MadeUpPerson
from kenpo.exchange.todokede import DependentChangeNotification, OtherEntry, SpouseEntry
from kenpo.values.address import Address
from kenpo.values.age import age_on
from kenpo.values.person import DependentRelation, LossReason, Sex

_SPOUSES = {DependentRelation.HUSBAND: "1", DependentRelation.WIFE: "2"}
_OTHERS = {DependentRelation.CHILD: "01", DependentRelation.PARENT: "03"}
_SPOUSE_CEASES = {LossReason.EMPLOYED: "3", LossReason.REACHED_75: "4"}
_OTHER_CEASES = {LossReason.EMPLOYED: "2", LossReason.REACHED_75: "4"}
_BORN, _MOVED_IN, _MARRIED = "1", "4", "2"
_TOGETHER, _NO_WORK, _PENSIONER, _PUPIL, _STUDENT = "1", "1", "3", "4", "5"


def certifications(
    family: Family, places: Sequence[Covered], number: str
) -> list[DependentChangeNotification]:
    """Return the notices by which dependents join; ``number`` "" is left to the insurer."""
    spouses = [each for each in places if each.person.relation in _SPOUSES]
    others = [each for each in places if each.person.relation in _OTHERS]
    groups = [(spouses, others[:2]), *(([], others[n : n + 2]) for n in range(2, len(others), 2))]
    return [
        replace(
            _notice(family, number, "1"),
            income=0,
            spouse=_new_spouse(family, spouse[0]) if spouse else None,
            others=tuple(_new_other(family, each) for each in pair),
        )
        for spouse, pair in groups
        if spouse or pair
    ]


def removal(family: Family, place: Covered) -> DependentChangeNotification:
    """Return the notice by which a dependent leaves the family."""
    notice = _notice(family, str(family.number), "2")
    if place.person.relation in _SPOUSES:
        return replace(notice, spouse=_former_spouse(family, place))
    return replace(notice, others=(_former_other(family, place),))


def pension_number(person: MadeUpPerson) -> str:
    """Return the invented 基礎年金番号 that stands in for a missing My Number, else nothing."""
    return "" if person.my_number else f"9999{person.birth_date:%y%m%d}"


def sex_code(person: MadeUpPerson) -> str:
    """Return the form's code of a sex."""
    return "1" if person.sex is Sex.MALE else "2"


def _notice(family: Family, number: str, change: str) -> DependentChangeNotification:
    person, place = family.insured.person, _filed_home(family)
    return DependentChangeNotification(
        office=family.firm.key,
        number=number,
        name_kana=person.name.kana,
        name=person.name.registered or "",
        birth_date=person.birth_date,
        sex=sex_code(person),
        my_number=person.my_number,
        pension_number=pension_number(person),
        postcode="" if person.my_number else place.postcode,
        address="" if person.my_number else place.text,
        change=change,
    )


def _new_spouse(family: Family, place: Covered) -> SpouseEntry:
    return replace(
        _spouse(family, place),
        living=_TOGETHER,
        became_on=place.joined_on,
        became_reason=_MARRIED,
        occupation=_NO_WORK,
        income=0,
        wish_ticked=place.person.wish_ticked,
    )


def _former_spouse(family: Family, place: Covered) -> SpouseEntry:
    reason = _SPOUSE_CEASES[place.loss_reason or LossReason.EMPLOYED]
    return replace(_spouse(family, place), ceased_on=place.lost_on, ceased_reason=reason)


def _spouse(family: Family, place: Covered) -> SpouseEntry:
    person, home = place.person, _filed_home(family)
    return SpouseEntry(
        name_kana=person.name.kana,
        name=person.name.registered or "",
        birth_date=person.birth_date,
        relation=_SPOUSES[person.relation or DependentRelation.WIFE],
        my_number=person.my_number,
        pension_number=pension_number(person),
        postcode=home.postcode,
        address=home.text,
    )


def _new_other(family: Family, place: Covered) -> OtherEntry:
    return replace(
        _other(family, place),
        living=_TOGETHER,
        became_on=place.joined_on,
        became_reason=_BORN if place.joined_on == place.person.birth_date else _MOVED_IN,
        occupation=_occupation(place),
        income=0,
        wish_ticked=place.person.wish_ticked,
    )


def _former_other(family: Family, place: Covered) -> OtherEntry:
    reason = _OTHER_CEASES[place.loss_reason or LossReason.EMPLOYED]
    return replace(_other(family, place), ceased_on=place.lost_on, ceased_reason=reason)


def _other(family: Family, place: Covered) -> OtherEntry:
    person, home = place.person, _filed_home(family)
    return OtherEntry(
        name_kana=person.name.kana,
        name=person.name.registered or "",
        birth_date=person.birth_date,
        sex=sex_code(person),
        relation=_OTHERS[person.relation or DependentRelation.CHILD],
        my_number=person.my_number,
        postcode=home.postcode,
        address=home.text,
    )


def _occupation(place: Covered) -> str:
    if place.person.relation is DependentRelation.PARENT:
        return _PENSIONER
    age = age_on(place.person.birth_date, place.joined_on)
    return _PUPIL if age < 15 else _STUDENT if age < 23 else _NO_WORK


def _filed_home(family: Family) -> Address:
    # Only people who live alone and whose My Number is written may have an unknown home.
    return (family.home or family.firm.home).address
