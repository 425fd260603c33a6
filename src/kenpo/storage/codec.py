"""Events as canonical JSON, and the key that the same fact always gets."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import get_args

import msgspec

from kenpo.register.events import (
    DependentCertified,
    EligibilityAcquired,
    EstablishmentRegistered,
    Event,
)
from kenpo.values.ids import PersonId

_KINDS: Mapping[str, type] = {kind.__name__: kind for kind in get_args(Event)}
_IDS = ("person_id", "insured_person_id", "establishment_id")


def kind_of(event: Event) -> str:
    """Return the name an event is stored under: its class's."""
    return type(event).__name__


def encode(event: Event) -> str:
    """Return the event's canonical JSON: the fields in their declared order, no blanks."""
    return msgspec.json.encode(event).decode()


def decode(kind: str, payload: str) -> Event:
    """Return the event of a stored kind and payload, its values checked again."""
    event: Event = msgspec.json.decode(payload, type=_KINDS[kind])
    return event


def event_key(event: Event, person_key: str) -> bytes:
    """Return SHA-256 over the content without ids, so the same fact imported twice has one key.

    Who it happened to is named by ``person_key`` (insurer number and first 記号・番号・枝番), not
    by the identifier that this register happened to give.
    """
    content = msgspec.to_builtins(event)
    for name in _IDS:
        content.pop(name, None)
    if isinstance(event, EstablishmentRegistered):
        content["establishment"].pop("establishment_id")
    named = {"kind": kind_of(event), "person": person_key, "content": content}
    return hashlib.sha256(msgspec.json.encode(named)).digest()


def first_key(event: EligibilityAcquired | DependentCertified) -> str:
    """Return the natural key a person gets with the first event that names their number."""
    return f"{event.insurer_number}:{event.member_number.key}"


def person_of(event: Event) -> PersonId | None:
    """Return whom an event is about, None for an establishment's."""
    return None if isinstance(event, EstablishmentRegistered) else event.person_id
