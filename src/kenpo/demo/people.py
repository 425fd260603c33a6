"""Made-up people, families and firms as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kenpo.register.establishment import OfficeKey
from kenpo.values.address import Address
from kenpo.values.my_number import MyNumber
from kenpo.values.name import PersonName
from kenpo.values.person import DependentRelation, LossReason, MyNumberCardState, Sex


@dataclass(frozen=True, slots=True)
class Home:
    """A made-up home: a real postcode with an invented house number, and its half-width kana."""

    address: Address
    kana: str


@dataclass(frozen=True, slots=True)
class CardStory:
    """What happens to one person's My Number card over the years; None never happens.

    ``certificates`` are (from, valid until) of the electronic certificates, oldest first.
    ``trouble`` is a state that replaces "held" from a day on.
    """

    held_from: date | None = None
    registered_on: date | None = None
    certificates: tuple[tuple[date, date], ...] = ()
    trouble: tuple[date, MyNumberCardState] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUpPerson:
    """A person; ``relation`` None is the insured person, ``my_number`` None was not written."""

    name: PersonName
    sex: Sex
    birth_date: date
    relation: DependentRelation | None
    my_number: MyNumber | None
    card: CardStory
    wish_ticked: bool = False


@dataclass(frozen=True, slots=True)
class Firm:
    """An establishment with the data its notices carry, and how many people it covers."""

    key: OfficeKey
    office_number: str
    name: str
    home: Home
    employer_name: str
    telephone: str
    size: int


@dataclass(slots=True)
class Covered:
    """One person's place in a family from ``joined_on`` to the day before ``lost_on``."""

    person: MadeUpPerson
    sub_number: str
    joined_on: date
    lost_on: date | None = None
    loss_reason: LossReason | None = None

    def is_covered_on(self, day: date) -> bool:
        """Whether the person is covered on a day."""
        return self.joined_on <= day and (self.lost_on is None or day < self.lost_on)


@dataclass(slots=True)
class Family:
    """An insured person (first in ``members``) with the dependents, at one firm.

    ``home`` None: nobody knows where the family lives. ``certificates`` are the counts attached
    and not returnable on the notice of loss.
    """

    firm: Firm
    number: int
    home: Home | None
    members: list[Covered] = field(default_factory=list)
    certificates: tuple[int, int] = (0, 0)

    @property
    def size(self) -> int:
        """How many people the family has had, the insured person included."""
        return len(self.members)

    @property
    def insured(self) -> Covered:
        """The insured person."""
        return self.members[0]

    @property
    def dependents(self) -> list[Covered]:
        """The dependents, in the order of their sub-numbers."""
        return self.members[1:]

    def covered_on(self, day: date) -> list[Covered]:
        """Return who of the family is covered on a day."""
        return [each for each in self.members if each.is_covered_on(day)]

    def add(self, person: MadeUpPerson, joined_on: date) -> Covered:
        """Take a person in under the next sub-number: 00 the insured person, 01, 02, …"""
        place = Covered(person, f"{len(self.members):02d}", joined_on)
        self.members.append(place)
        return place


@dataclass(frozen=True, slots=True)
class Joining:
    """A family, and those of it who join."""

    family: Family
    places: tuple[Covered, ...]


@dataclass(slots=True)
class Filing:
    """What the employers of the town report on one day."""

    filed_on: date
    joined: list[Joining] = field(default_factory=list)
    added: list[Joining] = field(default_factory=list)
    lost: list[Family] = field(default_factory=list)
    removed: list[tuple[Family, Covered]] = field(default_factory=list)
