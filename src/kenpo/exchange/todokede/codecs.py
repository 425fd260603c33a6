"""How one or several items of a notice become one value, and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kenpo.exchange.todokede.prefectures import branch_of, pension_code
from kenpo.register.establishment import OfficeKey
from kenpo.values.errors import InvalidValueError
from kenpo.values.my_number import MyNumber
from kenpo.values.wareki import from_era, to_era


@dataclass(frozen=True, slots=True)
class Codec:
    """Turns ``width`` items into a value and a value into as many items.

    Decoding items that match their kinds may still raise ``InvalidValueError``: a day the calendar
    lacks.
    """

    width: int
    decode: Callable[[Sequence[str]], object]
    encode: Callable[[Any], tuple[str, ...]]


def _decode_date(texts: Sequence[str]) -> date | None:
    return from_era(texts[0], texts[1]) if texts[0] else None


def _encode_date(day: date | None) -> tuple[str, ...]:
    return ("", "") if day is None else to_era(day)


def _decode_day(text: str) -> date:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        raise InvalidValueError("暦にない日付です。", "年月日を確かめてください。") from None


def _decode_office(texts: Sequence[str]) -> OfficeKey:
    return OfficeKey(branch_of(texts[0]), texts[1], texts[2])


def _encode_office(office: OfficeKey) -> tuple[str, ...]:
    return pension_code(office.branch), office.county, office.office_symbol


def _encode_my_number(number: MyNumber | None) -> tuple[str, ...]:
    return ("" if number is None else number.reveal(),)


def _parts(first: int) -> Codec:
    return Codec(2, "".join, lambda text: (text[:first], text[first:]))


TEXT = Codec(1, lambda texts: texts[0], lambda text: (text,))
FLAG = Codec(1, lambda texts: texts[0] == "1", lambda flag: ("1" if flag else "",))
YES_NO = Codec(1, lambda texts: texts[0] == "1", lambda flag: ("1" if flag else "0",))
NUMBER = Codec(
    1,
    lambda texts: int(texts[0]) if texts[0] else None,
    lambda number: ("" if number is None else str(number),),
)
DATE = Codec(2, _decode_date, _encode_date)
DAY = Codec(
    1,
    lambda texts: _decode_day(texts[0]),
    lambda day: (f"{day:%Y%m%d}",),
)
SERIAL = Codec(1, lambda texts: int(texts[0]), lambda serial: (f"{serial:03d}",))
OFFICE = Codec(3, _decode_office, _encode_office)
POSTCODE = _parts(3)
PENSION_NUMBER = _parts(4)
MY_NUMBER = Codec(
    1, lambda texts: MyNumber(texts[0], check=False) if texts[0] else None, _encode_my_number
)
TELEPHONE = Codec(
    3,
    lambda texts: "-".join(texts) if texts[0] else "",
    lambda text: tuple(text.split("-")) if text else ("", "", ""),
)
