"""Items of a line, and sections of items that make one record."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kenpo.exchange.todokede.codecs import Codec
from kenpo.exchange.todokede.conditions import NEVER, Condition
from kenpo.exchange.todokede.kinds import Kind


@dataclass(frozen=True, slots=True)
class Item:
    """One item (項目) of a line: its 1-based number, the record's field, the label, its checks.

    Neighbouring items of one field have one name; the codec of the first joins them. An item
    without a name is in no record.
    """

    number: int
    name: str
    label: str
    kind: Kind
    required: Condition = NEVER
    empty: Condition = NEVER

    @property
    def title(self) -> str:
        """The item as the reports name it: 項目7「氏名（カナ）」."""
        return f"項目{self.number}「{self.label}」"

    def moved(self, by: int) -> Item:
        """Return the same item so many places later."""
        return replace(self, number=self.number + by)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: its items, their places in the section, and what joins them."""

    name: str
    items: tuple[Item, ...]
    start: int
    stop: int
    codec: Codec

    @property
    def title(self) -> str:
        """The field as the reports name it: its last item, which holds the day of a date."""
        return self.items[-1].title


def fields_of(items: tuple[Item, ...]) -> tuple[Field, ...]:
    """Group the named items into fields, in their order."""
    groups: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        if item.name:
            groups.setdefault(item.name, []).append(place)
    return tuple(
        Field(
            name,
            items[group[0] : group[-1] + 1],
            group[0],
            group[-1] + 1,
            items[group[0]].kind.codec,
        )
        for name, group in groups.items()
    )
