"""Turns a 被扶養者(異動)届 into one command for each person in it."""

from __future__ import annotations

from datetime import date

from kenpo.exchange.todokede import meanings
from kenpo.exchange.todokede.records import DependentChangeNotification, OtherEntry, SpouseEntry
from kenpo.register.commands import (
    CertifyDependent,
    ChangeDependent,
    Command,
    InsuredRef,
    RemoveDependent,
)
from kenpo.values.address import Address
from kenpo.values.name import PersonName
from kenpo.values.person import DependentRelation, LossReason, Sex

_CEASES, _CHANGES = "2", "3"
_Entry = SpouseEntry | OtherEntry


def family_commands(
    record: DependentChangeNotification, insured: InsuredRef, decided_on: date
) -> tuple[Command, ...]:
    """Return a command for the spouse and each other dependent, in the order of the form."""
    entries = (*((record.spouse,) if record.spouse else ()), *record.others)
    noticed_on = record.received_on or decided_on
    return tuple(
        _command(record.change, entry, insured, (decided_on, noticed_on)) for entry in entries
    )


def _command(change: str, entry: _Entry, insured: InsuredRef, days: tuple[date, date]) -> Command:
    decided_on, noticed_on = days
    if change == _CEASES and entry.ceased_on is not None:
        return _remove(entry, insured, entry.ceased_on)
    if change == _CHANGES or entry.became_on is None:
        return _change(entry, insured, entry.became_on or noticed_on)
    return _certify(entry, insured, entry.became_on, decided_on)


def _certify(
    entry: _Entry, insured: InsuredRef, acquired_on: date, decided_on: date
) -> CertifyDependent:
    relation, sex = _relation(entry)
    return CertifyDependent(
        insured=insured,
        name=_name(entry),
        birth_date=entry.birth_date,
        sex=sex,
        relation=relation,
        acquired_on=acquired_on,
        decided_on=decided_on,
        wish_ticked=entry.wish_ticked,
        my_number=entry.my_number,
        address=_home(entry),
    )


def _remove(entry: _Entry, insured: InsuredRef, ceased_on: date) -> RemoveDependent:
    return RemoveDependent(
        insured=insured,
        name=_name(entry),
        birth_date=entry.birth_date,
        lost_on=ceased_on,
        reason=_reason(entry),
    )


def _change(entry: _Entry, insured: InsuredRef, changed_on: date) -> ChangeDependent:
    return ChangeDependent(
        insured=insured,
        name=_name(entry),
        birth_date=entry.birth_date,
        changed_on=changed_on,
        address=_home(entry),
        note=entry.remark,
    )


def _name(entry: _Entry) -> PersonName:
    return PersonName(entry.name_kana, entry.name or None)


def _home(entry: _Entry) -> Address | None:
    return Address(entry.postcode, entry.address) if entry.postcode and entry.address else None


def _relation(entry: _Entry) -> tuple[DependentRelation, Sex]:
    if isinstance(entry, SpouseEntry):
        return meanings.SPOUSES[entry.relation]
    return meanings.RELATIONS[entry.relation], meanings.SEXES[entry.sex]


def _reason(entry: _Entry) -> LossReason:
    table = meanings.SPOUSE_CEASED if isinstance(entry, SpouseEntry) else meanings.OTHER_CEASED
    return table[entry.ceased_reason]
