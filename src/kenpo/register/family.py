"""An insured person and all who ever were dependents, as intake sees them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kenpo.register.objection import ObjectionError
from kenpo.register.view import MemberRecord
from kenpo.values.name import PersonName

_LARGE = str.maketrans("ｧｨｩｪｫｬｭｮｯ", "ｱｲｳｴｵﾔﾕﾖﾂ", " ")
INSURED_SUB_NUMBER = "00"
"""枝番 of the insured person; a setting of the insurer (原文になし・要確認, S4 L121 shows 01)."""
_LAST_SUB_NUMBER = 99
PersonKey = tuple[str, date]


def person_key(name_kana: str, birth_date: date) -> PersonKey:
    """Return what a notice knows a person by: birth date, and kana without blanks, all large."""
    return name_kana.translate(_LARGE), birth_date


def may_be_same(first: PersonName, second: PersonName) -> bool:
    """Whether two names with one reading can be one person's: their kanji do not contradict."""
    return None in {first.registered, second.registered} or first.registered == second.registered


@dataclass(frozen=True, slots=True)
class Family:
    """The newest coverage of the insured person and of each dependent, past ones included."""

    insured: MemberRecord
    dependents: tuple[MemberRecord, ...] = ()

    def find(self, name_kana: str, birth_date: date) -> MemberRecord | None:
        """Return the dependent of that reading and birth date."""
        wanted = person_key(name_kana, birth_date)
        found = (each for each in self.dependents if key_of(each) == wanted)
        return next(found, None)

    def put(self, dependent: MemberRecord) -> Family:
        """Return the family with the dependent's newest coverage."""
        others = (each for each in self.dependents if each.person_id != dependent.person_id)
        return replace(self, dependents=(*others, dependent))

    def next_sub_number(self) -> str:
        """Return the next free sub-number: dependents are 01, 02 … and no number is used twice."""
        household = self.insured.member_number.household_key
        used = [
            int(each.member_number.sub_number or 0)
            for each in self.dependents
            if each.member_number.household_key == household
        ]
        following = max(used, default=0) + 1
        if following > _LAST_SUB_NUMBER:
            raise ObjectionError(
                "枝番", "この家族の枝番は99まで使われています。", "番号を付け直してください。"
            )
        return f"{following:02d}"


def key_of(record: MemberRecord) -> PersonKey:
    """Return what a notice would know the person by."""
    return person_key(record.name.kana, record.birth_date)


def covered_on(record: MemberRecord, day: date) -> bool:
    """Whether the person's newest coverage holds on a day."""
    return record.acquired_on <= day and (record.lost_on is None or day < record.lost_on)
