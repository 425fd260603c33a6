"""Made-up households: an insured person, perhaps a spouse, children, now and then a parent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from kenpo.demo.cards import card_story
from kenpo.demo.my_numbers import invented_my_number
from kenpo.demo.names import Names
from kenpo.demo.people import MadeUpPerson
from kenpo.values.age import anniversary
from kenpo.values.name import PersonName
from kenpo.values.person import DependentRelation, Sex


@dataclass(frozen=True, slots=True)
class Shape:
    """Who is in a household besides the insured person."""

    spouse: int
    children: int
    parents: int = 0

    @property
    def size(self) -> int:
        """People in the household, the insured person included."""
        return 1 + self.spouse + self.children + self.parents


# How many households in a thousand look so.
_SHAPES = {
    Shape(0, 0): 540,
    Shape(1, 0): 85,
    Shape(0, 1): 70,
    Shape(0, 0, 1): 20,
    Shape(1, 1): 80,
    Shape(0, 2): 55,
    Shape(1, 2): 95,
    Shape(0, 3): 8,
    Shape(1, 3): 30,
    Shape(1, 2, 1): 6,
    Shape(1, 4): 4,
    Shape(1, 3, 1): 3,
    Shape(1, 4, 1): 4,
}
LARGEST = max(shape.size for shape in _SHAPES)
_AGES = ((18, 29, 20), (30, 44, 31), (45, 59, 33), (60, 69, 13), (70, 73, 3))
_WITH_CHILDREN = ((27, 34, 30), (35, 44, 45), (45, 52, 25))
_NO_MY_NUMBER = 0.006
_FOREIGN = 0.05
_YEAR = timedelta(days=365)

FamilyName = tuple[str, str]


class Households:
    """Draws households; each person gets the next invented My Number."""

    def __init__(self, chance: Random, first_index: int) -> None:
        self.chance = chance
        self.names = Names(chance)
        self.next_index = first_index

    def draw(self, on: date, at_least: int = 1, at_most: int = LARGEST) -> list[MadeUpPerson]:
        """Return a household as it is on a day: the insured person, the spouse, the others by age.

        That is the order in which notices name them and insurers number them.
        """
        shape = self._shape(at_least, at_most)
        family_name = self.names.family_name()
        insured = self._insured(family_name, shape, on)
        spouses = [self._spouse(insured, family_name, on) for _ in range(shape.spouse)]
        others = [
            *(self.child(insured, on) for _ in range(shape.children)),
            *(self._parent(insured, family_name, on) for _ in range(shape.parents)),
        ]
        return [insured, *spouses, *sorted(others, key=lambda each: each.birth_date)]

    def child(self, insured: MadeUpPerson, on: date) -> MadeUpPerson:
        """Return a child of an insured person, born before a day."""
        earliest = max(on - 22 * _YEAR, insured.birth_date + 23 * _YEAR)
        born = self._day_between(min(earliest, on - _YEAR), on - timedelta(days=40))
        return self.newborn(insured, born)

    def newborn(self, insured: MadeUpPerson, born: date) -> MadeUpPerson:
        """Return a child of an insured person, born on a day."""
        sex = self._sex()
        name = self.names.person(family_name_of(insured.name), sex, born.year)
        return self.person((name, sex, born), DependentRelation.CHILD)

    def person(
        self, core: tuple[PersonName, Sex, date], relation: DependentRelation | None
    ) -> MadeUpPerson:
        """Return a person of a name, sex and birth date, with a card story and a My Number."""
        name, sex, birth_date = core
        index, self.next_index = self.next_index, self.next_index + 1
        has_number = self.chance.random() >= _NO_MY_NUMBER
        return MadeUpPerson(
            name=name,
            sex=sex,
            birth_date=birth_date,
            relation=relation,
            my_number=invented_my_number(index) if has_number else None,
            card=card_story(birth_date, self.chance),
        )

    def _shape(self, at_least: int, at_most: int) -> Shape:
        fitting = {s: share for s, share in _SHAPES.items() if at_least <= s.size <= at_most}
        return self.chance.choices(list(fitting), list(fitting.values()))[0]

    def _insured(self, family_name: FamilyName, shape: Shape, on: date) -> MadeUpPerson:
        born = self._birth_date(_WITH_CHILDREN if shape.children else _AGES, on)
        sex = self._sex()
        name = self.names.person(family_name, sex, born.year)
        if shape.size == 1 and self.chance.random() < _FOREIGN:
            name = self.names.foreign_person()
        return self.person((name, sex, born), None)

    def _spouse(self, insured: MadeUpPerson, family_name: FamilyName, on: date) -> MadeUpPerson:
        is_husband = insured.sex is Sex.FEMALE
        sex = Sex.MALE if is_husband else Sex.FEMALE
        born = self._near(insured.birth_date, (-6, 6), on)
        name = self.names.person(family_name, sex, born.year)
        relation = DependentRelation.HUSBAND if is_husband else DependentRelation.WIFE
        return self.person((name, sex, born), relation)

    def _parent(self, insured: MadeUpPerson, family_name: FamilyName, on: date) -> MadeUpPerson:
        sex, born = self._sex(), self._near(insured.birth_date, (-34, -24), on)
        name = self.names.person(family_name, sex, born.year)
        return self.person((name, sex, born), DependentRelation.PARENT)

    def _birth_date(self, ages: tuple[tuple[int, int, int], ...], on: date) -> date:
        youngest, eldest, _ = self.chance.choices(ages, [share for *_, share in ages])[0]
        return self._day_between(anniversary(on, -eldest - 1), anniversary(on, -youngest - 1))

    def _near(self, birth_date: date, years: tuple[int, int], on: date) -> date:
        first, last = (birth_date + each * _YEAR for each in years)
        drawn = min(self._day_between(first, last), on - 19 * _YEAR)
        return max(drawn, anniversary(on, -74) + timedelta(days=self.chance.randint(0, 300)))

    def _sex(self) -> Sex:
        return self.chance.choice(list(Sex))

    def _day_between(self, first: date, last: date) -> date:
        return first + timedelta(days=self.chance.randint(0, max(0, (last - first).days)))


def family_name_of(name: PersonName) -> FamilyName:
    """Return the family name in kanji and half-width kana; kana stands in where no kanji is."""
    kana = name.kana.split(" ")[0]
    return (name.registered or name.printed).split("　")[0], kana


def with_wish(person: MadeUpPerson) -> MadeUpPerson:
    """Return the person with the wish for a certificate ticked on the notice of joining."""
    return replace(person, wish_ticked=True)
