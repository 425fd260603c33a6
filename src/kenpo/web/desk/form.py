"""The desk's form: the situation in the query string. It carries no personal data."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self, TypeVar
from urllib.parse import urlencode

from kenpo.values.insurer import Insurer, Policy
from kenpo.values.labels import LabelledStr
from kenpo.verification.items import Item
from kenpo.web.desk.choices import ITEMS, Online, Reader, Registered
from kenpo.web.desk.date_boxes import DateBoxes

Code = TypeVar("Code", bound=LabelledStr)
CODES: Mapping[str, type[LabelledStr]] = {
    "insurer": Insurer,
    "policy": Policy,
    "reader": Reader,
    "online": Online,
    "registered": Registered,
}


@dataclass(frozen=True, slots=True)
class DeskForm:
    """The situation at the desk, dates still as typed; ``unknown`` names codes nobody offered."""

    on: DateBoxes
    insurer: Insurer = Insurer.KYOKAI_KENPO
    policy: Policy = Policy.CURRENT
    reader: Reader = Reader.WORKS
    online: Online = Online.NOT_ASKED
    registered: Registered = Registered.YES
    items: tuple[Item, ...] = ()
    chip: DateBoxes = DateBoxes("chip")  # noqa: RUF009 - the boxes are frozen
    valid: DateBoxes = DateBoxes("valid")  # noqa: RUF009 - the boxes are frozen
    valid_open: bool = False
    unknown: tuple[str, ...] = ()

    @classmethod
    def of_query(cls, query: Mapping[str, str], items: Collection[str], today: date) -> Self:
        """Read the query string; a bare visit is a visit today."""
        on = DateBoxes.of_query("on", query)
        return cls(
            on=on if was_asked(query) or not on.is_blank else DateBoxes.of_day("on", today),
            insurer=_code(Insurer.KYOKAI_KENPO, query.get("insurer")),
            policy=_code(Policy.CURRENT, query.get("policy")),
            reader=_code(Reader.WORKS, query.get("reader")),
            online=_code(Online.NOT_ASKED, query.get("online")),
            registered=_code(Registered.YES, query.get("registered")),
            items=tuple(item for item in ITEMS if item in items),
            chip=DateBoxes.of_query("chip", query),
            valid=DateBoxes.of_query("valid", query),
            valid_open="valid_open" in query,
            unknown=_unknown(query, items),
        )

    def address(self) -> str:
        """Return the page's address with this situation filled in."""
        codes = [(name, str(getattr(self, name))) for name in CODES]
        boxes = [pair for box in (self.on, self.chip, self.valid) for pair in box.params().items()]
        items = [("item", item.value) for item in self.items]
        open_end = [("valid_open", "1")] if self.valid_open else []
        return "/r?" + urlencode([*codes, *boxes, *items, *open_end])


def was_asked(query: Mapping[str, str]) -> bool:
    """Whether the form was submitted; a bare visit shows the form and asks nothing."""
    return "reader" in query


def _code(default: Code, text: str | None) -> Code:
    return next((code for code in type(default) if code == text), default)


def _unknown(query: Mapping[str, str], items: Collection[str]) -> tuple[str, ...]:
    codes = [name for name, kind in CODES.items() if query.get(name) not in {None, *kind}]
    return (*codes, *(["item"] if set(items) - set(Item) else []))
