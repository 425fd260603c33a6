"""The desk's screen as a value: what was asked, what is wrong with it, what the engine says."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kenpo.values.insurer import Insurer, Policy
from kenpo.web.desk.answer import DeskAnswer
from kenpo.web.desk.asking import NotAnsweredError, ask
from kenpo.web.desk.choices import ITEMS, Calendar, Online, Reader, Registered
from kenpo.web.desk.faults import Fault, engine_fault, faults_of
from kenpo.web.desk.form import DeskForm, was_asked
from kenpo.web.house import House

CHOICES = {
    "items": ITEMS,
    "readers": tuple(Reader),
    "online": tuple(Online),
    "registered": tuple(Registered),
    "insurers": tuple(Insurer),
    "policies": tuple(Policy),
    "calendars": tuple(Calendar),
}


@dataclass(frozen=True, slots=True)
class DeskScreen:
    """A form with either its faults or its answer, or neither on a bare visit."""

    form: DeskForm
    faults: tuple[Fault, ...]
    answer: DeskAnswer | None

    @property
    def status(self) -> int:
        """The HTTP status: 422 when the form must be repaired first."""
        return 422 if self.faults else 200

    def context(self) -> dict[str, object]:
        """Return what the templates show."""
        by_field = {fault.field: fault for fault in self.faults}
        return {
            "here": "/r",
            "form": self.form,
            "faults": self.faults,
            "fault_of": {name: by_field.get(name) for name in ("on", "chip", "valid")},
            "answer": self.answer,
            "on": self.form.on.read() if self.answer else None,
            "choices": CHOICES,
        }


def screen(house: House, query: Mapping[str, str], items: Collection[str]) -> DeskScreen:
    """Read the query string and ask the engine if there is something to ask."""
    form = DeskForm.of_query(query, items, house.clock.today())
    faults = faults_of(form) if was_asked(query) else ()
    if faults or not was_asked(query):
        return DeskScreen(form, faults, None)
    try:
        return DeskScreen(form, (), ask(house, form))
    except NotAnsweredError as error:
        return DeskScreen(form, (engine_fault(error),), None)
