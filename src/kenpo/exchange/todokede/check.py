"""Checks the items of one section against its table, and makes the values of its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Self

from kenpo.exchange.faults import Fault
from kenpo.exchange.forms import form_of
from kenpo.exchange.todokede import kinds
from kenpo.exchange.todokede.conditions import ALWAYS, NEVER, Condition
from kenpo.exchange.todokede.items import Field, Item, fields_of
from kenpo.values.errors import InvalidValueError
from kenpo.values.my_number import check_digit


@dataclass(frozen=True, slots=True)
class Section:
    """The items of a line that make one record, and what is derived from their table."""

    items: tuple[Item, ...]
    fields: tuple[Field, ...]
    names: tuple[str, ...]
    labels: Mapping[str, str]
    pick: Callable[[Sequence[str]], tuple[str, ...]]
    my_numbers: tuple[int, ...]

    @classmethod
    def of(cls, items: tuple[Item, ...], outer: Mapping[str, str] | None = None) -> Self:
        """Make the section of a table; ``outer`` labels items of other sections it asks about."""
        labels = {item.name: item.title for item in reversed(items)} | dict(outer or {})
        numbers = (item.number - 1 for item in items)
        return cls(
            items,
            fields_of(items),
            tuple(item.name for item in items),
            labels,
            itemgetter(*numbers),
            tuple(at for at, item in enumerate(items) if item.kind is kinds.MY_NUMBER),
        )

    def scope(self, texts: Sequence[str]) -> dict[str, str]:
        """Return the text of each field's first item by the field's name."""
        return dict(zip(reversed(self.names), reversed(texts), strict=True))


def item_faults(section: Section, texts: Sequence[str], scope: Mapping[str, str]) -> list[Fault]:
    """Return the faults of single items: kind, length, must be filled, must be empty."""
    return [
        fault
        for item, text in zip(section.items, texts, strict=True)
        if (text or item.required is not NEVER)
        and (fault := _item_fault(item, text, section.labels, scope)) is not None
    ]


def _item_fault(
    item: Item, text: str, labels: Mapping[str, str], scope: Mapping[str, str]
) -> Fault | None:
    if not text:
        return _missing(item, labels) if item.required(scope) else None
    problem = item.kind.problem(text)
    if problem is not None:
        return Fault(item.title, form_of(text), problem, item.kind.todo)
    if item.empty is not NEVER and item.empty(scope):
        return _unwanted(item, text, labels)
    return None


def _missing(item: Item, labels: Mapping[str, str]) -> Fault:
    when = _when(item.required, labels)
    return Fault(item.title, "空", f"{when}書かなければならない項目です。", item.kind.todo)


def _unwanted(item: Item, text: str, labels: Mapping[str, str]) -> Fault:
    when = _when(item.empty, labels)
    return Fault(item.title, form_of(text), f"{when}書けない項目です。", "空にしてください。")


def _when(condition: Condition, labels: Mapping[str, str]) -> str:
    return "" if condition is ALWAYS else f"{condition.words(labels)}は"


def values_of(section: Section, texts: Sequence[str]) -> tuple[dict[str, Any], list[Fault]]:
    """Return the values of the fields by name, and the faults that only a whole field shows."""
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for field in section.fields:
        part = texts[field.start : field.stop]
        try:
            values[field.name] = field.codec.decode(part) if all(part) else _blank(field, part)
        except InvalidValueError as error:
            faults.append(Fault(field.title, form_of("".join(part)), error.what, error.todo))
    return values, faults


def _blank(field: Field, part: Sequence[str]) -> object:
    if any(part):
        raise InvalidValueError(
            "組になる項目の片方だけが書かれています。", "両方を書くか、両方を空にしてください。"
        )
    return field.codec.blank


def check_digit_faults(section: Section, texts: Sequence[str]) -> list[Fault]:
    """Return a fault for each My Number with a wrong check digit; kinds must be checked before."""
    return [
        Fault(
            section.items[place].title,
            form_of(texts[place]),
            "個人番号の検査用数字が合いません。",
            "本人の番号を確かめてください。",
        )
        for place in section.my_numbers
        if texts[place] and int(texts[place][11]) != check_digit(texts[place][:11])
    ]
