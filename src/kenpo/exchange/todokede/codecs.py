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
    """Turns filled items into a value and a value into items; ``blank`` is the value of empty ones.

    Decoding items that match their kinds may still raise ``InvalidValueError``: a day the calendar
    lacks.
    """

    decode: Callable[[Sequence[str]], object]
    encode: Callable[[Any], tuple[str, ...]]
    blank: object = None


def _decode_date(texts: Sequence[str]) -> date:
    return from_era(texts[0], texts[1])


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
    return Codec("".join, lambda text: (text[:first], text[first:]), "")


TEXT = Codec(lambda texts: texts[0], lambda text: (text,), "")
FLAG = Codec(lambda texts: texts[0] == "1", lambda flag: ("1" if flag else "",), blank=False)
YES_NO = Codec(lambda texts: texts[0] == "1", lambda flag: ("1" if flag else "0",), blank=False)
NUMBER = Codec(lambda texts: int(texts[0]), lambda number: ("" if number is None else str(number),))
DATE = Codec(_decode_date, _encode_date)
DAY = Codec(lambda texts: _decode_day(texts[0]), lambda day: (f"{day:%Y%m%d}",))
SERIAL = Codec(lambda texts: int(texts[0]), lambda serial: (f"{serial:03d}",))
OFFICE = Codec(_decode_office, _encode_office)
POSTCODE = _parts(3)
PENSION_NUMBER = _parts(4)
MY_NUMBER = Codec(lambda texts: MyNumber(texts[0], check=False), _encode_my_number)
TELEPHONE = Codec("-".join, lambda text: tuple(text.split("-")) if text else ("", "", ""), "")
