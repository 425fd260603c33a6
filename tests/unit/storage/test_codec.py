"""Events as text, and the key of a fact."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date

import pytest

from kenpo.register.events import (
    CardStatusReported,
    DependentCertified,
    EligibilityAcquired,
    Event,
    PersonChanged,
)
from kenpo.storage.codec import decode, encode, event_key, first_key, kind_of
from kenpo.values.address import Address
from kenpo.values.ids import EstablishmentId, PersonId
from kenpo.values.name import PersonName
from support.register_events import Office, lost, reported

OFFICE = Office()
PARENT = OFFICE.joined(7)
CHANGED = PersonChanged(
    person_id=PARENT.person_id,
    changed_on=date(2025, 3, 3),
    name=PersonName("ｶﾂﾗｷﾞ", "葛󠄀城　花子"),
    address=Address("6900003", "島根県松江市朝日町"),
    note="改姓",
)
EVENTS: list[Event] = [
    OFFICE.registered(reported_on=date(2024, 11, 20)),
    PARENT,
    OFFICE.certified(PARENT, 1),
    lost(PARENT.person_id, date(2025, 6, 1)),
    CHANGED,
    reported(PARENT.person_id),
]


@pytest.mark.parametrize("event", EVENTS, ids=kind_of)
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    assert decode(kind_of(event), encode(event)) == event


def test_a_name_keeps_its_variation_selector() -> None:
    back = decode(kind_of(CHANGED), encode(CHANGED))
    assert isinstance(back, PersonChanged)
    assert back.name is not None
    assert "\U000e0100" in str(back.name.registered)


def test_the_key_does_not_depend_on_the_ids_this_register_gave() -> None:
    other = replace(
        PARENT,
        person_id=PersonId(uuid.uuid4()),
        establishment_id=EstablishmentId(uuid.uuid4()),
    )
    assert event_key(PARENT, first_key(PARENT)) == event_key(other, first_key(other))


@pytest.mark.parametrize(
    "other",
    [
        replace(PARENT, acquired_on=date(2024, 4, 2)),
        replace(PARENT, name=PersonName(PARENT.name.kana, "嶋根　7")),
        replace(PARENT, wish_ticked=True),
        replace(PARENT, sex=None),
        replace(PARENT, address=None),
    ],
)
def test_another_content_is_another_fact(other: EligibilityAcquired) -> None:
    assert event_key(PARENT, "someone") != event_key(other, "someone")


def test_the_same_content_about_another_person_or_of_another_kind_is_another_fact() -> None:
    status = reported(PARENT.person_id)
    assert event_key(status, "one") != event_key(status, "two")
    keys = {event_key(event, "someone") for event in EVENTS}
    assert len(keys) == len(EVENTS)


def test_a_key_stays_the_same_for_ever() -> None:
    """Stored keys make imports idempotent: a change here would import every fact again."""
    status = replace(reported(PersonId(uuid.UUID(int=1))), as_of=date(2025, 4, 30))
    assert event_key(status, "01320019:1:2:00").hex() == KEY_OF_STATUS


KEY_OF_STATUS = "2ba74f306bdf6981c4570e8093200ff7805bb71a87b7fc2d48e516d426d8765f"


def test_the_first_key_names_number_and_family_member() -> None:
    child = OFFICE.certified(PARENT, 1)
    assert isinstance(child, DependentCertified)
    assert first_key(PARENT) == "01320019:11060606:7:00"
    assert first_key(child) == "01320019:11060606:7:01"


def test_an_unknown_field_or_a_wrong_value_does_not_come_back() -> None:
    broken = encode(reported(PARENT.person_id)).replace('"held"', '"eaten"')
    with pytest.raises(ValueError, match="eaten"):
        decode(CardStatusReported.__name__, broken)
