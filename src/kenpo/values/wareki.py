"""和暦: era dates, as the pension service codes them and as people write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from kenpo.values.errors import InvalidValueError
from kenpo.values.labels import LabelledStr


class Era(LabelledStr):
    """元号 with the code of the pension service's notices (1, 3, 5, 7, 9)."""

    MEIJI = "1", "明治", "Meiji"
    TAISHO = "3", "大正", "Taisho"
    SHOWA = "5", "昭和", "Showa"
    HEISEI = "7", "平成", "Heisei"
    REIWA = "9", "令和", "Reiwa"

    @property
    def first_on(self) -> date:
        """The first day written in this era."""
        return _FIRST_DAYS[self]

    @property
    def last_on(self) -> date:
        """The last day written in this era; the present era has no known end."""
        later = [day for day in _FIRST_DAYS.values() if day > self.first_on]
        return min(later) - timedelta(days=1) if later else date.max

    @property
    def initial(self) -> str:
        """The Latin letter forms use for the era: R."""
        return self.label_en[0]


# 明治 was proclaimed on 1868-10-23 and counted back to the New Year of the old calendar.
_FIRST_DAYS = {
    Era.MEIJI: date(1868, 1, 25),
    Era.TAISHO: date(1912, 7, 30),
    Era.SHOWA: date(1926, 12, 25),
    Era.HEISEI: date(1989, 1, 8),
    Era.REIWA: date(2019, 5, 1),
}
_ERAS = {name: era for era in Era for name in (era.label_ja, era.initial, era.label_en.upper())}
_WRITTEN = re.compile(
    r"(明治|大正|昭和|平成|令和|[MTSHR]|MEIJI|TAISHO|SHOWA|HEISEI|REIWA)"
    r"(元|[0-9]{1,2})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?"
)
_SIX_DIGITS = re.compile(r"[0-9]{6}")


def era_of(day: date) -> Era:
    """Return the era a day is written in."""
    for era in reversed(Era):
        if era.first_on <= day:
            return era
    raise InvalidValueError(
        f"{day.isoformat()} は明治より前です。", "明治元年1月25日より後の日付にしてください。"
    )


def era_year(day: date) -> int:
    """Return the year within the era: 2019-05-01 is 1."""
    return day.year - era_of(day).first_on.year + 1


def to_era(day: date) -> tuple[Era, str]:
    """Return a day as the notices write it: era code and YYMMDD."""
    return era_of(day), f"{era_year(day):02d}{day.month:02d}{day.day:02d}"


def from_era(code: str, yymmdd: str) -> date:
    """Return the day of an era code and YYMMDD.

    Refuses a code that is none, a day the calendar lacks, and a day of another era
    (昭和64年1月8日). 根拠: 届書作成仕様書, 元号コード.
    """
    try:
        era = Era(code)
    except ValueError:
        raise InvalidValueError(
            "元号コードは1、3、5、7、9のどれかです。", "明治1・大正3・昭和5・平成7・令和9です。"
        ) from None
    if not _SIX_DIGITS.fullmatch(yymmdd):
        raise InvalidValueError("年月日は6桁の数字です。", "YYMMDD(和暦の年)で書いてください。")
    return _day(era, int(yymmdd[:2]), int(yymmdd[2:4]), int(yymmdd[4:]))


def format_wareki(day: date) -> str:
    """Return a day in words: 令和7年7月31日; the first year is 元年."""
    year = era_year(day)
    return f"{era_of(day).label_ja}{'元' if year == 1 else year}年{day.month}月{day.day}日"


def parse_wareki(text: str) -> date:
    """Read a typed era date: 令和7年7月31日, R7.7.31, 昭和64/1/7, full-width digits, blanks."""
    plain = unicodedata.normalize("NFKC", text).upper().replace(" ", "")
    match = _WRITTEN.fullmatch(plain)
    if match is None:
        raise InvalidValueError(
            "和暦の日付として読めません。", "令和7年7月31日のように書いてください。"
        )
    name, year, month, day = match.groups()
    return _day(_ERAS[name], 1 if year == "元" else int(year), int(month), int(day))


def _day(era: Era, year: int, month: int, day: int) -> date:
    written = f"{era.label_ja}{year}年{month}月{day}日"
    try:
        found = date(era.first_on.year + year - 1, month, day)
    except ValueError:
        raise InvalidValueError(
            f"{written}は暦にありません。", "日付を確かめてください。"
        ) from None
    if year < 1 or not era.first_on <= found <= era.last_on:
        raise InvalidValueError(
            f"{written}は{era.label_ja}の日付ではありません。", "元号と日付を確かめてください。"
        )
    return found
