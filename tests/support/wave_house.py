"""A small made-up town in a real database, and an officer's desk over it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from kenpo.documents.printer import TypstPrinter
from kenpo.exchange.print_package_files import PackageFolders
from kenpo.exchange.target_list_xlsx import TargetListSheets
from kenpo.operations.ports import Clock, Database, NumberedEvent, Printer
from kenpo.operations.wave_desk import WaveDesk
from kenpo.register.events import CardStatusReported, Event
from kenpo.values.address import Address
from kenpo.values.insurer import Insurer, Policy
from kenpo.values.name import PersonName
from kenpo.values.person import LossReason, MyNumberCardState
from kenpo.wiring import FixedClock, rule_library
from kenpo.wiring.waves import issuer_book, print_versions, wave_calendar
from support.register_events import SHIMANE, SNAPSHOT, Office, lost, numbered, reported

KYOKAI = Insurer.KYOKAI_KENPO
FROZEN_AT = datetime(2025, 7, 10, 0, 0, tzinfo=UTC)
TODAY = date(2025, 7, 10)


def wave_desk(
    database: Database, *, clock: Clock | None = None, printer: Printer | None = None
) -> WaveDesk:
    """A desk with the real book, calendar, printer and package folders."""
    return WaveDesk(
        actor="test",
        database=database,
        book=rule_library().book(KYOKAI, Policy.CURRENT),
        calendar=wave_calendar(KYOKAI),
        issuer=issuer_book(KYOKAI),
        printer=printer or TypstPrinter(),
        spreadsheets=TargetListSheets(),
        packages=PackageFolders(),
        clock=clock or FixedClock(TODAY),
        versions=print_versions(),
        batch_size=5,
    )


def fill_town(database: Database, *, with_status: bool = True) -> None:
    """Put the town of ``town()`` into the register, if wished before any snapshot."""
    with database.begin(KYOKAI, "test") as session:
        session.register.append(
            [one for one in town() if with_status or not isinstance(one.event, CardStatusReported)]
        )


def town() -> Iterator[NumberedEvent]:
    """Two firms of 島根. Numbers tell the case; the ids differ on every call.

    1: family of six without cards (two envelopes) · 2: usable card · 3: no card, leaves before
    the posting day · 4: no snapshot ever named · 5: a name no face can print · 6: no address ·
    7: turns 75 before the posting day · 8: joined after the bulk's end · 9: left before the
    snapshot · 10: a name far too long · 11: no card, in the second firm · 12: another of the
    same name at the same home as 11.
    """
    first, second = Office(), Office(office_symbol="ｻｻｻ", name="松江和菓子工房")
    yield from numbered(first.registered(), replace_symbol(second))
    yield from numbered(*_first_firm(first))
    yield from numbered(*_second_firm(second))


def _first_firm(office: Office) -> Iterator[Event]:
    head = office.joined(1)
    yield head
    for n in range(1, 6):
        child = office.certified(head, n)
        yield child
        yield no_card(child.person_id)
    yield no_card(head.person_id)
    usable = office.joined(2)
    yield usable
    yield replace(
        reported(usable.person_id),
        use_registered_on=date(2023, 5, 1),
        electronic_certificate_valid_until=date(2028, 5, 1),
    )
    leaver = office.joined(3)
    yield from (leaver, no_card(leaver.person_id), lost(leaver.person_id, date(2025, 7, 31)))
    yield office.joined(4)
    for odd in (
        replace(office.joined(5), name=PersonName("ﾄｸﾍﾞﾂ ﾋﾄ", "特別　\U0002bbc5")),
        replace(office.joined(6), address=None),
        replace(office.joined(7), birth_date=date(1950, 7, 31)),
        replace(office.joined(8), acquired_on=date(2024, 12, 5), decided_on=date(2024, 12, 9)),
        replace(office.joined(10), name=PersonName("ﾅｶﾞｲ ﾅﾏｴ", "長" * 60)),
    ):
        yield odd
        yield no_card(odd.person_id)
    gone = office.joined(9)
    yield gone
    yield lost(gone.person_id, date(2025, 4, 30), LossReason.DIED)


def _second_firm(office: Office) -> Iterator[Event]:
    home = Address("6900002", "島根県松江市大正町11")
    for number in (11, 12):
        member = replace(
            office.joined(number),
            name=PersonName("ｼﾏﾈ ﾄﾞｳﾒｲ", "島根　同名"),
            address=home,
            member_number=replace(office.joined(number).member_number, symbol="11080808"),
        )
        yield member
        yield no_card(member.person_id)


def no_card(person: uuid.UUID) -> CardStatusReported:
    """The snapshot of a person without a My Number card."""
    return reported(person, SNAPSHOT, MyNumberCardState.NONE)  # type: ignore[arg-type] # a PersonId


def replace_symbol(office: Office) -> Event:
    """Register an office under its own symbol (記号)."""
    event = office.registered()
    return replace(event, establishment=replace(event.establishment, symbol="11080808"))


__all__ = ["FROZEN_AT", "KYOKAI", "SHIMANE", "TODAY", "fill_town", "town", "wave_desk"]
