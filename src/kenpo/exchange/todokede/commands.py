"""Turns the records of a file into commands to the register. Here the forms' words end."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from kenpo.exchange.todokede import meanings
from kenpo.exchange.todokede.commands_of_family import family_commands
from kenpo.exchange.todokede.records import (
    AcquisitionNotification,
    DependentChangeNotification,
    LossNotification,
    NotificationRecord,
    OfficeLine,
)
from kenpo.register.commands import (
    Acquire,
    Command,
    InsuredRef,
    Lose,
    RegisterEstablishment,
)
from kenpo.values.address import Address
from kenpo.values.kana import full_width_kana
from kenpo.values.name import PersonName


def establishment_command(office: OfficeLine, reported_on: date) -> RegisterEstablishment:
    """Return what an office line asks."""
    return RegisterEstablishment(
        office=office.office,
        office_number=office.office_number,
        name=office.name,
        address=Address(office.postcode, office.address),
        employer_name=office.employer_name,
        telephone=office.telephone,
        reported_on=reported_on,
    )


def commands_of(record: NotificationRecord, decided_on: date) -> tuple[Command, ...]:
    """Return what a record asks; a notice about the pension of people over 70 only asks nothing."""
    match record:
        case AcquisitionNotification():
            return () if record.over_70_only else (_acquire(record, decided_on),)
        case LossNotification():
            return () if record.lost_on is None else (_lose(record, record.lost_on),)
        case DependentChangeNotification():
            return family_commands(record, insured_of(record), decided_on)
        case _:
            assert_never(record)


def insured_of(record: NotificationRecord) -> InsuredRef:
    """Return how a record names the insured person; leading zeros of the number do not count."""
    return InsuredRef(
        office=record.office,
        number=record.number.lstrip("0"),
        name_kana=record.name_kana,
        birth_date=record.birth_date,
    )


def _acquire(record: AcquisitionNotification, decided_on: date) -> Acquire:
    return Acquire(
        insured=insured_of(record),
        name=PersonName(record.name_kana, record.name or None),
        sex=meanings.SEXES.get(record.category),
        acquired_on=record.acquired_on,
        decided_on=decided_on,
        wish_ticked=record.wish_ticked,
        my_number=record.my_number,
        address=_home(record),
    )


def _home(record: AcquisitionNotification) -> Address | None:
    if not record.postcode:
        return None
    return Address(record.postcode, record.address or full_width_kana(record.address_kana))


def _lose(record: LossNotification, lost_on: date) -> Lose:
    return Lose(
        insured=insured_of(record),
        lost_on=lost_on,
        reason=meanings.CAUSES[record.cause],
        certificates_attached=record.certificates_attached or 0,
        certificates_unreturnable=record.certificates_unreturnable or 0,
    )
