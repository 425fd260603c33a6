"""A date typed into boxes: calendar, year, month, day."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kenpo.values.errors import InvalidValueError
from kenpo.values.wareki import Era, era_year, parse_wareki
from kenpo.web.desk.choices import Calendar

_FOUR_DIGITS = re.compile(r"[0-9]{4}")
_DAY = re.compile(r"[0-9]{1,2}")
_PARTS = ("era", "year", "month", "day")


@dataclass(frozen=True, slots=True)
class DateBoxes:
    """Four boxes under one name, as typed; full-width digits and 元 are understood."""

    name: str
    era: str = Calendar.REIWA
    year: str = ""
    month: str = ""
    day: str = ""

    @classmethod
    def of_query(cls, name: str, query: Mapping[str, str]) -> DateBoxes:
        """Take the boxes from a query string."""
        typed = {part: query.get(f"{name}_{part}", "").strip() for part in _PARTS}
        return cls(
            name, typed["era"] or Calendar.REIWA, typed["year"], typed["month"], typed["day"]
        )

    @classmethod
    def of_day(cls, name: str, day: date) -> DateBoxes:
        """Fill the boxes with a day of 令和."""
        return cls(name, Calendar.REIWA, str(era_year(day)), str(day.month), str(day.day))

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return not (self.year or self.month or self.day)

    def params(self) -> dict[str, str]:
        """Return the boxes as the query string has them."""
        values = (self.era, self.year, self.month, self.day)
        return {f"{self.name}_{part}": value for part, value in zip(_PARTS, values, strict=True)}

    def read(self) -> date:
        """Return the day; what cannot be a day is refused with what to type instead."""
        year, month, day = (_plain(text) for text in (self.year, self.month, self.day))
        if not (year and month and day):
            raise InvalidValueError(
                "年・月・日のどれかが空いています。", "三つとも入れてください。"
            )
        if self.era == Calendar.WESTERN:
            return _western(year, month, day)
        if year.isdigit() and len(year) == 4:
            raise InvalidValueError(
                "令和の年に4桁の数字があります。", "西暦で入れるときは「西暦」を選んでください。"
            )
        return parse_wareki(f"{Era.REIWA.label_ja}{year}年{month}月{day}日")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(" ", "")


def _western(year: str, month: str, day: str) -> date:
    if not (_FOUR_DIGITS.fullmatch(year) and _DAY.fullmatch(month) and _DAY.fullmatch(day)):
        raise InvalidValueError(
            "西暦の日付として読めません。", "2025・12・2のように数字で入れてください。"
        )
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise InvalidValueError(
            f"{year}年{month}月{day}日は暦にありません。", "日付を確かめてください。"
        ) from None
