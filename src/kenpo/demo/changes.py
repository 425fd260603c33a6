"""What happens after November 2024: people leave and join, marry out, are born, turn 75, die.

Whenever somebody's cover ends, that day just as many others begin theirs, so the number of members
is the same on every day and can be checked.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from kenpo.demo.cards import is_usable_on
from kenpo.demo.homes import home_in
from kenpo.demo.households import LARGEST, Households, with_wish
from kenpo.demo.people import Covered, Family, Filing, Firm, Joining, MadeUpPerson
from kenpo.register.establishment import OfficeKey
from kenpo.values.age import seventy_five_on
from kenpo.values.person import DependentRelation, LossReason

_LEAVING, _LEAVING_DEPENDENTS, _DYING = 0.006, 0.002, 0.03
_SAME_FIRM, _WISH, _WISH_WITHOUT_CARD = 0.6, 0.08, 0.55
_CERTIFICATES_OUT_FROM = date(2025, 11, 1)
_UNRETURNABLE = 0.08
_YEAR = timedelta(days=365)


class MonthOfChanges:
    """Lets one month happen to the families; each family changes at most once in it."""

    def __init__(
        self, families: list[Family], households: Households, span: tuple[date, date]
    ) -> None:
        self._families = families
        self._households = households
        self._chance = households.chance
        self._first, self._last = span
        self._present = [each for each in families if each.insured.is_covered_on(self._last)]
        self._numbers = Counter[OfficeKey]()
        for family in families:
            key = family.firm.key
            self._numbers[key] = max(self._numbers[key], family.number)
        self._touched: set[int] = set()

    def filing(self, filed_on: date) -> Filing:
        """Return the month's notices; the families are changed."""
        filing = Filing(filed_on)
        self._turn_75(filing)
        self._leave(filing)
        self._dependents_leave(filing)
        return filing

    def _turn_75(self, filing: Filing) -> None:
        for family in list(self._present):
            for place in family.covered_on(self._last):
                day = seventy_five_on(place.person.birth_date)
                if self._first <= day <= self._last and self._touch(family):
                    self._end(filing, family, place, (day, LossReason.REACHED_75))

    def _leave(self, filing: Filing) -> None:
        for family in self._some(_LEAVING):
            day = self._first if self._chance.random() < 0.7 else self._day()
            dies = self._chance.random() < _DYING
            reason = LossReason.DIED if dies else LossReason.LEFT
            self._end(filing, family, family.insured, (day, reason))

    def _dependents_leave(self, filing: Filing) -> None:
        for family in self._some(_LEAVING_DEPENDENTS):
            grown_up = [each for each in family.dependents if self._could_work(each)]
            parents = next((each for each in self._present if self._could_have_child(each)), None)
            if not grown_up or parents is None:
                continue
            day = self._day()
            self._remove(filing, family, grown_up[0], (day, LossReason.EMPLOYED))
            self._touch(parents)
            baby = self._households.newborn(parents.insured.person, day)
            place = parents.add(self._wishing(baby), day)
            filing.added.append(Joining(parents, (place,)))

    def _end(
        self, filing: Filing, family: Family, place: Covered, end: tuple[date, LossReason]
    ) -> None:
        if place is family.insured:
            size = len(family.covered_on(end[0]))
            self._lose(filing, family, end)
        else:
            size = 1
            self._remove(filing, family, place, end)
        self._join(filing, family.firm, size, end[0])

    def _lose(self, filing: Filing, family: Family, end: tuple[date, LossReason]) -> None:
        day, reason = end
        covered = family.covered_on(day)
        family.certificates = self._certificates(covered, day)
        for place in covered:
            place.lost_on = day
            place.loss_reason = reason if place is family.insured else LossReason.INSURED_LOST
        filing.lost.append(family)

    def _remove(
        self, filing: Filing, family: Family, place: Covered, end: tuple[date, LossReason]
    ) -> None:
        place.lost_on, place.loss_reason = end
        filing.removed.append((family, place))

    def _join(self, filing: Filing, firm: Firm, size: int, day: date) -> None:
        if self._chance.random() >= _SAME_FIRM:
            firm = self._chance.choice(self._present).firm
        home = home_in(firm.key.branch, self._chance)
        self._numbers[firm.key] += 1
        family = Family(firm, self._numbers[firm.key], home)
        for person in self._households.draw(day, at_least=size, at_most=size):
            family.add(self._wishing(person), day)
        self._families.append(family)
        filing.joined.append(Joining(family, tuple(family.members)))

    def _certificates(self, covered: list[Covered], day: date) -> tuple[int, int]:
        if day < _CERTIFICATES_OUT_FROM:
            return 0, 0
        held = sum(not is_usable_on(place.person.card, day) for place in covered)
        missing = sum(self._chance.random() < _UNRETURNABLE for _ in range(held))
        return held - missing, missing

    def _wishing(self, person: MadeUpPerson) -> MadeUpPerson:
        usable = is_usable_on(person.card, self._last)
        share = _WISH if usable else _WISH_WITHOUT_CARD
        return with_wish(person) if self._chance.random() < share else person

    def _some(self, share: float) -> list[Family]:
        count = round(len(self._present) * share)
        return [each for each in self._chance.sample(self._present, count) if self._touch(each)]

    def _touch(self, family: Family) -> bool:
        if id(family) in self._touched:
            return False
        self._touched.add(id(family))
        return True

    def _could_work(self, place: Covered) -> bool:
        relation = place.person.relation
        grown_up = place.person.birth_date < self._first - 18 * _YEAR
        child_or_wife = relation in {DependentRelation.CHILD, DependentRelation.WIFE}
        return place.is_covered_on(self._last) and grown_up and child_or_wife

    def _could_have_child(self, family: Family) -> bool:
        born = family.insured.person.birth_date
        young = self._first - 40 * _YEAR < born < self._first - 24 * _YEAR
        has_spouse = any(
            each.person.relation in {DependentRelation.HUSBAND, DependentRelation.WIFE}
            for each in family.covered_on(self._last)
        )
        return young and has_spouse and family.size < LARGEST and id(family) not in self._touched

    def _day(self) -> date:
        return self._first + timedelta(
            days=self._chance.randint(0, (self._last - self._first).days)
        )
