"""The families of the establishments a file speaks of, kept up to date while its rows are taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kenpo.register.commands import InsuredRef
from kenpo.register.establishment import Establishment, OfficeKey
from kenpo.register.family import INSURED_SUB_NUMBER, Family, PersonKey, key_of, person_key
from kenpo.register.objection import ObjectionError
from kenpo.register.view import MemberRecord
from kenpo.values.ids import PersonId
from kenpo.values.member_number import MemberNumber
from kenpo.values.person import Relation

_NUMBER = "被保険者整理番号"
_PERSON = "氏名（カナ）・生年月日"


@dataclass(slots=True)
class _Staff:
    families: dict[PersonId, Family] = field(default_factory=dict)
    by_number: dict[str, PersonId] = field(default_factory=dict)
    by_key: dict[PersonKey, list[PersonId]] = field(default_factory=dict)
    last_number: int = 0


@dataclass(slots=True)
class Roster:
    """Known establishments and their families; ``put`` is the only change."""

    establishments: dict[OfficeKey, Establishment]
    _staffs: dict[OfficeKey, _Staff] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        establishments: Mapping[OfficeKey, Establishment],
        members: Iterable[MemberRecord],
    ) -> Roster:
        """Make the roster of what the register knows, dependents with their insured person."""
        roster = cls(dict(establishments))
        dependents: dict[PersonId, list[MemberRecord]] = {}
        heads: list[MemberRecord] = []
        for member in members:
            if member.relation is Relation.INSURED:
                heads.append(member)
            else:
                dependents.setdefault(member.insured_person_id, []).append(member)
        for head in heads:
            roster.put(Family(head, tuple(dependents.get(head.person_id, ()))))
        return roster

    def put(self, family: Family) -> None:
        """Keep a family as it now is."""
        head = family.insured
        staff = self._staff(head.office)
        if head.person_id not in staff.families:
            staff.by_key.setdefault(key_of(head), []).append(head.person_id)
        staff.families[head.person_id] = family
        staff.by_number[head.member_number.number] = head.person_id
        self.reserve(head.office, head.member_number.number)

    def reserve(self, office: OfficeKey, number: str) -> None:
        """Keep a number from being given to somebody else."""
        staff = self._staff(office)
        if number.isdecimal():
            staff.last_number = max(staff.last_number, int(number))

    def paper_key(self, office: OfficeKey, number: str) -> str:
        """Return what an insured person of the office with the number is on paper."""
        symbol = self.establishments[office].symbol
        return (
            f"{office.branch.insurer_number}:{MemberNumber(symbol, number, INSURED_SUB_NUMBER).key}"
        )

    def claim(self, office: OfficeKey, number: str, person: PersonId) -> None:
        """Keep a number for somebody known here who had it under an earlier coverage."""
        staff = self._staff(office)
        if person in staff.families:
            staff.by_number.setdefault(number, person)

    def next_number(self, office: OfficeKey) -> str:
        """Return the number after the highest one ever used or reserved at the office."""
        return str(self._staff(office).last_number + 1)

    def holder(self, office: OfficeKey, number: str) -> Family | None:
        """Return the family that has or had the number."""
        staff = self._staff(office)
        person = staff.by_number.get(number)
        return None if person is None else staff.families[person]

    def namesakes(self, ref: InsuredRef) -> list[Family]:
        """Return the families whose insured person has the reading and birth date."""
        staff = self._staff(ref.office)
        persons = staff.by_key.get(person_key(ref.name_kana, ref.birth_date), ())
        return [staff.families[person] for person in persons]

    def find(self, ref: InsuredRef) -> Family:
        """Return the family a notice means: by its number, else by reading and birth date.

        Raises ``ObjectionError`` when nobody fits, when the number is another person's, or when
        several fit.
        """
        if ref.number:
            return self._by_number(ref)
        found = self.namesakes(ref)
        if not found:
            raise ObjectionError(
                _PERSON,
                "この事業所に、この氏名と生年月日の被保険者はいません。",
                "資格取得届が先に届いているか、氏名と生年月日を確かめてください。",
            )
        if len(found) > 1:
            raise ObjectionError(
                _PERSON,
                "同じ氏名と生年月日の被保険者が二人以上います。",
                "被保険者整理番号を書いてください。",
            )
        return found[0]

    def _by_number(self, ref: InsuredRef) -> Family:
        family = self.holder(ref.office, ref.number)
        if family is None:
            raise ObjectionError(
                _NUMBER,
                "この事業所に、この番号の被保険者はいません。",
                "資格取得届が先に届いているか、番号を確かめてください。",
            )
        if key_of(family.insured) != person_key(ref.name_kana, ref.birth_date):
            raise ObjectionError(
                f"{_NUMBER}・{_PERSON}",
                "この番号の被保険者は、氏名か生年月日が届書と違います。",
                "番号・氏名・生年月日を確かめてください。",
            )
        return family

    def _staff(self, office: OfficeKey) -> _Staff:
        return self._staffs.setdefault(office, _Staff())
