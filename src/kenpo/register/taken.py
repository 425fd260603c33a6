"""What taking a command gives."""

from __future__ import annotations

from dataclasses import dataclass

from kenpo.register.events import Event
from kenpo.values.ids import PersonId
from kenpo.values.my_number import MyNumber


@dataclass(frozen=True, slots=True)
class Taken:
    """An event, and the My Number the notice gave of the person it is about."""

    event: Event
    my_number: tuple[PersonId, MyNumber] | None = None


def taken(event: Event, person: PersonId, my_number: MyNumber | None) -> Taken:
    """Return the event with the My Number, if there is one."""
    return Taken(event, None if my_number is None else (person, my_number))
