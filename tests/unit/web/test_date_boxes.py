from __future__ import annotations

from datetime import date

import pytest

from kenpo.values.errors import InvalidValueError
from kenpo.web.desk.date_boxes import DateBoxes


def wide(digits: str) -> str:
    """Return digits as a Japanese keyboard types them."""
    return "".join(chr(ord(digit) + 0xFEE0) for digit in digits)


@pytest.mark.parametrize(
    ("era", "year", "month", "day", "meant"),
    [
        ("R", "7", "12", "1", date(2025, 12, 1)),
        ("R", wide("7"), wide("12"), wide("01"), date(2025, 12, 1)),
        ("R", "07", "12", "02", date(2025, 12, 2)),
        ("R", "元", "5", "1", date(2019, 5, 1)),
        ("R", "1", "5", "1", date(2019, 5, 1)),
        ("R", " 11 ", "11", "30", date(2029, 11, 30)),
        ("AD", "2025", "12", "2", date(2025, 12, 2)),
        ("AD", wide("2028"), wide("2"), wide("29"), date(2028, 2, 29)),
    ],
)
def test_a_typed_date_is_understood(era: str, year: str, month: str, day: str, meant: date) -> None:
    assert DateBoxes("on", era, year, month, day).read() == meant


@pytest.mark.parametrize(
    ("era", "year", "month", "day", "fault"),
    [
        ("R", "7", "13", "1", "令和7年13月1日は暦にありません。"),
        ("R", "7", "2", "29", "令和7年2月29日は暦にありません。"),
        ("R", "1", "4", "30", "令和1年4月30日は令和の日付ではありません。"),
        ("R", "2025", "12", "1", "令和の年に4桁の数字があります。"),
        ("R", "7", "", "1", "年・月・日のどれかが空いています。"),
        ("R", "x", "1", "1", "和暦の日付として読めません。"),
        ("AD", "7", "12", "1", "西暦の日付として読めません。"),
        ("AD", "2025", "2", "29", "2025年2月29日は暦にありません。"),
        ("AD", "9" * 5000, "1", "1", "西暦の日付として読めません。"),
        ("AD", "0000", "1", "1", "0000年1月1日は暦にありません。"),
    ],
)
def test_what_cannot_be_a_day_is_refused_with_its_fault(
    era: str, year: str, month: str, day: str, fault: str
) -> None:
    with pytest.raises(InvalidValueError) as refused:
        DateBoxes("on", era, year, month, day).read()
    assert refused.value.what == fault
    assert refused.value.todo


def test_boxes_filled_with_a_day_read_as_that_day() -> None:
    for day in (date(2019, 5, 1), date(2025, 12, 2), date(2029, 11, 30)):
        assert DateBoxes.of_day("on", day).read() == day
