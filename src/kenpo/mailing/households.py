"""名寄せ: who shares an envelope."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kenpo.register.view import MemberRecord
from kenpo.values.ids import PersonId

Household = tuple[MemberRecord, ...]


def group_by_addressee(records: Iterable[MemberRecord]) -> tuple[Household, ...]:
    """Group records by the insured person they belong to, in list order.

    Never by name or address: two people of one name at one address stay apart, and a dependent
    with another surname stays with the family. 根拠: S0 L207-209.
    """
    families: dict[PersonId, list[MemberRecord]] = {}
    for record in sorted(records, key=_order):
        families.setdefault(record.insured_person_id, []).append(record)
    return tuple(tuple(family) for family in families.values())


def household_key(household: Sequence[MemberRecord]) -> str:
    """Return the family's identity on paper: insurer number and 記号・番号 without 枝番."""
    first = household[0]
    return f"{first.insurer_number}:{first.member_number.household_key}"


def _order(record: MemberRecord) -> tuple[int, str, str, str]:
    return record.sort_key
