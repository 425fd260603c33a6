"""和暦."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from kenpo.values.errors import InvalidValueError
from kenpo.values.wareki import Era, era_of, format_wareki, from_era, parse_wareki, to_era
from support.width import full_width

BOUNDARIES = [
    (date(1868, 1, 25), "明治元年1月25日", "1", "010125"),
    (date(1912, 7, 29), "明治45年7月29日", "1", "450729"),
    (date(1912, 7, 30), "大正元年7月30日", "3", "010730"),
    (date(1926, 12, 24), "大正15年12月24日", "3", "151224"),
    (date(1926, 12, 25), "昭和元年12月25日", "5", "011225"),
    (date(1989, 1, 7), "昭和64年1月7日", "5", "640107"),
    (date(1989, 1, 8), "平成元年1月8日", "7", "010108"),
    (date(2019, 4, 30), "平成31年4月30日", "7", "310430"),
    (date(2019, 5, 1), "令和元年5月1日", "9", "010501"),
    (date(2025, 7, 31), "令和7年7月31日", "9", "070731"),
]


@pytest.mark.parametrize(("day", "words", "code", "digits"), BOUNDARIES)
def test_a_day_at_an_era_boundary_is_written_in_its_own_era(
    day: date, words: str, code: str, digits: str
) -> None:
    assert format_wareki(day) == words
    assert to_era(day) == (code, digits)
    assert from_era(code, digits) == day
    assert parse_wareki(words) == day


@pytest.mark.parametrize(
    ("code", "digits", "message"),
    [
        ("5", "640108", "昭和の日付ではありません"),
        ("7", "310501", "平成の日付ではありません"),
        ("3", "010729", "大正の日付ではありません"),
        ("9", "000601", "令和の日付ではありません"),
        ("9", "010430", "令和の日付ではありません"),
        ("9", "070229", "暦にありません"),
        ("9", "071301", "暦にありません"),
        ("2", "070101", "元号コード"),
        ("", "070101", "元号コード"),
        ("9", "70101", "6桁"),
        ("9", full_width("070101"), "6桁"),
        ("9", "07 101", "6桁"),
    ],
)
def test_a_coded_date_that_cannot_be_is_refused_with_its_reason(
    code: str, digits: str, message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        from_era(code, digits)


@pytest.mark.parametrize(
    "typed",
    [
        "令和7年7月31日",
        full_width("令和7年7月31日"),
        full_width("R7.7.31"),
        "R7.7.31",
        "r 7/07/31",
        "reiwa7-7-31",
    ],
)
def test_a_typed_date_is_read_in_the_ways_people_write_it(typed: str) -> None:
    assert parse_wareki(typed) == date(2025, 7, 31)


@pytest.mark.parametrize(
    "typed", ["", "2025-07-31", "7年7月31日", "令和7年", "X7.7.31", "令和7年7月32日"]
)
def test_text_that_is_no_era_date_is_refused(typed: str) -> None:
    with pytest.raises(InvalidValueError):
        parse_wareki(typed)


def test_a_day_before_meiji_has_no_era() -> None:
    with pytest.raises(InvalidValueError, match="明治より前"):
        era_of(date(1868, 1, 24))


def test_the_eras_follow_each_other_without_a_gap() -> None:
    eras = list(Era)
    for earlier, later in pairwise(eras):
        assert (later.first_on - earlier.last_on).days == 1
    assert [era.initial for era in eras] == ["M", "T", "S", "H", "R"]
    assert Era.REIWA.last_on == date.max
