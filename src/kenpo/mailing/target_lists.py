"""対象者一覧表: which establishment is told about whom, before the mailing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from kenpo.mailing.model import TargetList, TargetListEntry
from kenpo.register.establishment import OfficeKey
from kenpo.register.view import MemberRecord
from kenpo.values.kana import full_width_kana
from kenpo.values.name import PersonName

Unprintable = Callable[[str], tuple[str, ...]]


def target_lists(
    targets: Iterable[MemberRecord], as_of: date, unprintable: Unprintable
) -> tuple[TargetList, ...]:
    """Return one list for each establishment that has targets, everything in list order.

    ``targets`` are the records as of the snapshot, so that the list of a past day comes out the
    same whatever happened since. 根拠: S0 L132-167, L181.
    """
    offices: dict[OfficeKey, list[MemberRecord]] = {}
    for record in sorted(targets, key=lambda record: record.sort_key):
        offices.setdefault(record.office, []).append(record)
    return tuple(_list(members, as_of, unprintable) for members in offices.values())


def listed_name(name: PersonName, unprintable: Unprintable) -> str:
    """Return the name for a list: as registered, or in kana where no face has the characters."""
    return full_width_kana(name.kana) if unprintable(name.printed) else name.printed


def _list(members: list[MemberRecord], as_of: date, unprintable: Unprintable) -> TargetList:
    first = members[0]
    return TargetList(
        symbol=first.member_number.symbol,
        branch=first.branch,
        office=str(first.office),
        establishment_name=first.establishment_name,
        as_of=as_of,
        entries=tuple(_entry(member, unprintable) for member in members),
    )


def _entry(member: MemberRecord, unprintable: Unprintable) -> TargetListEntry:
    return TargetListEntry(
        number=member.member_number.number,
        insured_name=listed_name(member.insured_name, unprintable),
        target_name=listed_name(member.name, unprintable),
    )
