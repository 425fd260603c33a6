"""Every check of a 資格取得届 has a case that breaks it (domain.md §4.2)."""

from __future__ import annotations

from datetime import date

import pytest

from kenpo.exchange.todokede import Checks
from support.notices import ACQUISITION, WITHOUT_MY_NUMBER, Items, refusals, with_items

BORN_1950 = {9: "5", 10: "250516"}
ONLY_70 = BORN_1950 | {11: "", 12: "", 24: "1", 33: "1", 34: ""}


def fields(items: Items) -> list[str]:
    return [one.field.split("「")[0] for one in refusals(items)]


@pytest.mark.parametrize("item", [2, 3, 4, 5, 7, 9, 10, 18, 19, 20, 21, 22, 23])
def test_a_required_item_may_not_be_empty(item: int) -> None:
    assert f"項目{item}" in fields(with_items(ACQUISITION, {item: ""}))


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (2, "40"), (2, "1"), (2, "AB"), (3, "00"), (3, "99"), (3, "1"), (4, "ｲﾅﾎﾔﾏ"), (4, "000"),
        (4, "ｲA1"), (4, "稲穂"), (5, "0"), (5, "123456"), (6, "0"), (6, "1234567"), (6, "A"),
        (7, "ﾐﾎﾝﾊﾅｺ"), (7, "ﾐﾎﾝ  ﾊﾅｺ"), (7, "ミホン　ハナコ"), (7, "MIHON HANAKO"),
        (7, "ﾐﾎﾝﾐﾎﾝﾐﾎﾝﾐﾎﾝﾐﾎ ﾊﾅｺﾊﾅｺﾊﾅｺﾊﾅ"), (8, "見本花子"), (8, "見本　　花子"), (8, "見本 花子"),
        (8, "見本見本見本　花子花子花子花"), (9, "4"), (9, "0"), (10, "55051"),
        (10, "五五〇五一七"),
        (11, "4"), (11, "8"), (12, "2"), (12, "5"), (13, "12345678901"), (13, "1234567890123"),
        (18, "5"), (18, "1"), (19, "0707"), (20, "2"), (21, "12345678"), (21, "-1"),
        (22, "十"), (23, "25万"), (24, "0"), (25, "2"), (26, "1 "), (27, "9"),
        (28, "備" * 38), (33, "0"), (34, "0"), (34, "2"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_is_refused_at_its_item(item: int, text: str) -> None:
    found = fields(with_items(ACQUISITION, {item: text}))
    assert f"項目{item}" in found


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (14, "4"), (29, "000"), (29, "69"), (30, "002"), (30, "00025"), (31, "ｼﾏﾈｹﾝ  ﾏﾂｴｼ"),
        (31, "島根県"), (31, "ｱ" * 76), (31, "ｱ&ｲ"), (32, "島根県 松江市"),
        (32, "島根県　　松江市"),        (32, "島" * 38),
    ],
)  # fmt: skip
def test_an_address_of_the_wrong_kind_is_refused_at_its_item(item: int, text: str) -> None:
    assert f"項目{item}" in fields(with_items(WITHOUT_MY_NUMBER, {item: text}))


@pytest.mark.parametrize(
    ("changes", "item"),
    [
        ({11: ""}, 11),
        ({12: ""}, 12),
        ({12: "3", 11: "5"}, 11),
        ({14: "1"}, 14),
        ({15: "住民票なし"}, 15),
        ({12: "3", 16: "1234", 17: "567890"}, 16),
        ({12: "4", 16: "1234", 17: "567890"}, 16),
        ({16: "1234"}, 17),
        ({17: "567890"}, 17),
        ({16: "0000", 17: "567890"}, 16),
        ({16: "1234", 17: "000000"}, 17),
        ({29: "690"}, 29),
        ({30: "0001"}, 30),
        ({31: "ﾏﾂｴｼ"}, 31),
        ({32: "松江市"}, 32),
        ({33: "1", 24: "1"}, 11),
        ({33: "1", 24: "1", 11: ""}, 12),
        ({**ONLY_70, 24: ""}, 24),
    ],
)
def test_an_item_depends_on_another(changes: Items, item: int) -> None:
    assert f"項目{item}" in fields(with_items(ACQUISITION, changes))


@pytest.mark.parametrize(
    ("changes", "item"),
    [
        ({14: "3"}, 15),
        ({15: "理由"}, 15),
        ({29: "", 30: ""}, 29),
        ({31: ""}, 31),
        ({30: ""}, 30),
    ],
)
def test_without_a_my_number_the_address_is_asked_for(changes: Items, item: int) -> None:
    assert f"項目{item}" in fields(with_items(WITHOUT_MY_NUMBER, changes))


@pytest.mark.parametrize(
    ("changes", "item", "words"),
    [
        ({10: "550230"}, 10, "暦にありません"),
        ({9: "5", 10: "640108"}, 10, "昭和の日付ではありません"),
        ({9: "7", 10: "010107"}, 10, "平成の日付ではありません"),
        ({18: "7", 19: "310501"}, 19, "平成の日付ではありません"),
        ({18: "9", 19: "010430"}, 19, "令和の日付ではありません"),
        ({9: "3", 10: "151225"}, 10, "大正の日付ではありません"),
        ({19: "070802"}, 19, "確認日より後"),
        ({9: "9", 10: "070802", 18: "9", 19: "070801"}, 10, "確認日より後"),
        ({9: "9", 10: "070702", 18: "9", 19: "070701"}, 19, "生年月日より前"),
        ({24: "1"}, 24, "70歳"),
        ({24: "1", 9: "5", 10: "300702"}, 24, ""),
        ({23: "260001"}, 23, "和ではありません"),
        ({21: "900", 22: "99", 23: "999"}, 23, "1000円より少ない"),
        ({21: "9999999", 22: "1", 23: "9999998"}, 23, "和ではありません"),
    ],
)
def test_dates_and_sums_must_fit(changes: Items, item: int, words: str) -> None:
    found = {
        one.field.split("「")[0]: one.reason for one in refusals(with_items(ACQUISITION, changes))
    }
    if words:
        assert words in found[f"項目{item}"]
    else:
        assert found == {}


def test_seventy_is_reached_the_day_before_the_birthday() -> None:
    on_the_eve = with_items(ACQUISITION, {24: "1", 9: "5", 10: "300702"})
    a_day_early = with_items(ACQUISITION, {24: "1", 9: "5", 10: "300703"})
    assert fields(on_the_eve) == []
    assert fields(a_day_early) == ["項目24"]


def test_a_total_over_the_limit_is_capped() -> None:
    capped = with_items(ACQUISITION, {21: "9999999", 22: "500", 23: "9999999"})
    assert fields(capped) == []


def test_a_notice_about_the_pension_only_leaves_sex_and_kind_empty() -> None:
    assert fields(with_items(ACQUISITION, ONLY_70)) == []


def test_the_day_of_checking_is_a_parameter() -> None:
    eleventh = with_items(ACQUISITION, {19: "070711"})
    assert [one.field for one in refusals(eleventh, Checks(date(2025, 7, 10)))] == [
        "項目19「資格取得年月日」"
    ]
    assert refusals(eleventh, Checks(date(2025, 7, 11))) == ()


def test_the_check_digit_is_a_check_of_its_own() -> None:
    wrong = with_items(ACQUISITION, {13: "123456789012"})
    assert fields(wrong) == ["項目13"]
    assert refusals(wrong, Checks(date(2025, 8, 1), my_numbers=False)) == ()
