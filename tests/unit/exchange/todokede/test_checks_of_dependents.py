"""Every check of a 被扶養者(異動)届 has a case that breaks it (domain.md §4.2)."""

from __future__ import annotations

import pytest

from support.notices import (
    CHILD,
    CHILD_CEASES,
    SPOUSE,
    SPOUSE_CEASES,
    SPOUSE_CHANGES,
    Items,
    refusals,
    second_child,
    with_items,
)

ABROAD = {58: "1", 59: "9", 60: "070701", 61: "1"}
BACK = {44: "", 45: "", 58: "2", 63: "9", 64: "070701", 65: "1", 67: "9", 68: "070701"}
CHANGED_BACK = {key: text for key, text in BACK.items() if key > 45}
CHILD_ABROAD = {83: "1", 84: "1"}
CHILD_BACK = {83: "2", 86: "1", 88: "9", 89: "070701"}
LONG = "字" * 25


def fields(items: Items) -> list[str]:
    return [one.field.split("「")[0] for one in refusals(items)]


@pytest.mark.parametrize(
    ("items", "required"),
    [
        (
            SPOUSE,
            [2, 3, 4, 5, 9, 11, 12, 13, 21, 24, 26, 27, 28, 35, 37, 38, 39, 44, 45, 46, 48, 49],
        ),
        (SPOUSE_CEASES, [8, 24, 26, 27, 28, 37, 38, 39, 50, 51, 52, 54, 55]),
        (SPOUSE_CHANGES, [8, 24, 26, 27, 28, 37, 38, 39, 56]),
        (CHILD, [71, 73, 74, 75, 76, 79, 80, 81, 82, 90, 91, 92, 94, 95]),
        (CHILD_CEASES, [71, 73, 74, 75, 76, 80, 81, 82, 97, 98, 99, 100]),
    ],
)
def test_a_required_item_may_not_be_empty(items: Items, required: list[int]) -> None:
    unnoticed = [
        item for item in required if f"項目{item}" not in fields(with_items(items, {item: ""}))
    ]
    assert unnoticed == []


@pytest.mark.parametrize(
    ("items", "wrong"),
    [
        (
            SPOUSE,
            {
                2: "40", 3: "99", 4: "000", 5: "2", 6: "5", 7: "07", 8: "0", 9: "ﾐﾎﾝ", 10: "見本",
                11: "3", 12: "55", 13: "3", 14: "1", 17: "12345678", 21: "4", 22: "5", 23: "1",
                24: "見本", 25: "見本", 26: "3", 27: "5", 28: "5", 29: "1", 30: "0000",
                31: "000000", 32: "字" * 31, 33: "ｱ", 34: "見本", 35: "3", 40: "5", 41: "1",
                42: "12345", 43: "123", 44: "5", 45: "0", 46: "6", 48: "5", 49: "x", 56: "字" * 38,
                57: "2", 58: "3", 69: "x", 137: "2",
            },
        ),
        (SPOUSE_CEASES, {36: "48", 50: "5", 51: "1", 52: "7", 54: "5", 55: "1"}),
        (
            with_items(SPOUSE, ABROAD),
            {59: "7", 60: "1", 61: "6"},
        ),
        (with_items(SPOUSE_CHANGES, CHANGED_BACK), {63: "7", 64: "1", 65: "3", 67: "7", 68: "1"}),
        (
            CHILD,
            {
                70: "1", 71: "見本", 72: "見本", 73: "3", 74: "1", 75: "3", 76: "1", 78: "1",
                79: "3", 80: "000", 81: "1", 82: "a b", 83: "3", 90: "5", 91: "1", 92: "7",
                94: "x", 95: "6", 101: "字" * 38, 102: "2", 136: "1", 138: "2",
            },
        ),
        (CHILD_CEASES, {93: "00", 97: "5", 98: "1", 99: "7"}),
        (with_items(CHILD, {76: "10", 77: "見本"}), {77: "字" * 13}),
        (with_items(CHILD, CHILD_BACK), {86: "3", 88: "7", 89: "1"}),
        (with_items(CHILD, CHILD_ABROAD), {84: "6"}),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_is_refused_at_its_item(items: Items, wrong: Items) -> None:
    unnoticed = [
        item
        for item, text in wrong.items()
        if f"項目{item}" not in fields(with_items(items, {item: text}))
    ]
    assert unnoticed == []


@pytest.mark.parametrize(
    "item", [103, 104, 106, 107, 108, 109, 111, 112, 113, 116, 123, 125, 127, 128]
)
def test_the_second_other_dependent_is_checked_like_the_first(item: int) -> None:
    assert f"項目{item}" in fields(with_items(second_child(CHILD), {item: "×"}))


@pytest.mark.parametrize(
    ("items", "changes", "item"),
    [
        (SPOUSE, {14: ""}, 15),
        (SPOUSE, {14: ""}, 18),
        (SPOUSE, {18: "690", 19: "0002", 20: "松江市"}, 18),
        (SPOUSE, {7: ""}, 7),
        (SPOUSE_CEASES, {17: "1"}, 17),
        (SPOUSE_CHANGES, {17: "1"}, 17),
        (SPOUSE_CEASES, {35: "1"}, 35),
        (SPOUSE_CHANGES, {35: "1"}, 35),
        (SPOUSE, {36: "32"}, 36),
        (SPOUSE, {42: ""}, 43),
        (SPOUSE_CEASES, {44: "9", 45: "070701"}, 44),
        (SPOUSE_CEASES, {46: "1"}, 46),
        (SPOUSE_CHANGES, {46: "1"}, 46),
        (SPOUSE, {46: "5"}, 47),
        (SPOUSE, {47: "理由"}, 47),
        (SPOUSE_CEASES, {48: "1"}, 48),
        (SPOUSE_CHANGES, {48: "1"}, 48),
        (SPOUSE, {50: "9", 51: "070702"}, 50),
        (SPOUSE, {52: "2"}, 52),
        (SPOUSE_CHANGES, {52: "2"}, 52),
        (SPOUSE_CEASES, {52: "6", 54: "", 55: ""}, 53),
        (SPOUSE_CEASES, {53: "理由"}, 53),
        (SPOUSE_CEASES, {52: "2"}, 54),
        (SPOUSE_CEASES, {58: "1", 59: "9", 60: "070701", 61: "1"}, 58),
        (SPOUSE, {58: "1"}, 59),
        (SPOUSE, {58: "1"}, 61),
        (SPOUSE, {59: "9", 60: "070701"}, 59),
        (SPOUSE, {61: "1"}, 61),
        (SPOUSE, {**ABROAD, 61: "5"}, 62),
        (SPOUSE, {**ABROAD, 62: "理由"}, 62),
        (SPOUSE_CHANGES, {**CHANGED_BACK, 63: "", 64: ""}, 63),
        (SPOUSE_CHANGES, {63: "9", 64: "070701"}, 63),
        (SPOUSE_CHANGES, {**CHANGED_BACK, 65: "2", 67: "", 68: ""}, 66),
        (SPOUSE_CHANGES, {**CHANGED_BACK, 66: "理由"}, 66),
        (SPOUSE_CHANGES, {**CHANGED_BACK, 67: "", 68: ""}, 67),
        (SPOUSE, {67: "9", 68: "070701"}, 67),
        (SPOUSE_CEASES, {69: "1"}, 69),
        (SPOUSE_CHANGES, {69: "1"}, 69),
        (SPOUSE, {138: "1"}, 138),
        (CHILD, {137: "1"}, 137),
        (CHILD, {139: "1"}, 139),
        (CHILD, {76: "10"}, 77),
        (CHILD, {77: "内縁の子"}, 77),
        (CHILD_CEASES, {79: "1"}, 79),
        (CHILD, {84: "1"}, 84),
        (CHILD, {83: "1"}, 84),
        (CHILD, {**CHILD_ABROAD, 84: "5"}, 85),
        (CHILD, {**CHILD_ABROAD, 85: "理由"}, 85),
        (CHILD, {83: "2"}, 86),
        (CHILD, {86: "1"}, 86),
        (CHILD, {**CHILD_BACK, 86: "2", 88: "", 89: ""}, 87),
        (CHILD, {**CHILD_BACK, 87: "理由"}, 87),
        (CHILD, {**CHILD_BACK, 88: "", 89: ""}, 88),
        (CHILD, {88: "9", 89: "070701"}, 88),
        (CHILD_CEASES, {90: "9", 91: "070701"}, 90),
        (CHILD_CEASES, {92: "1"}, 92),
        (CHILD, {93: "32"}, 93),
        (CHILD_CEASES, {95: "1"}, 95),
        (CHILD, {95: "5"}, 96),
        (CHILD, {96: "理由"}, 96),
        (CHILD, {97: "9", 98: "070702"}, 97),
        (CHILD, {99: "1"}, 99),
        (CHILD_CEASES, {99: "2"}, 100),
    ],
)
def test_an_item_depends_on_another(items: Items, changes: Items, item: int) -> None:
    assert f"項目{item}" in fields(with_items(items, changes))


@pytest.mark.parametrize(
    ("items", "changes"),
    [(SPOUSE, ABROAD), (SPOUSE_CHANGES, CHANGED_BACK), (CHILD, CHILD_ABROAD), (CHILD, CHILD_BACK)],
)
def test_living_abroad_and_coming_back_can_be_told(items: Items, changes: Items) -> None:
    assert fields(with_items(items, changes)) == []


@pytest.mark.parametrize(
    ("items", "changes", "item", "words"),
    [
        (SPOUSE, {7: "070802"}, 7, "確認日より後"),
        (SPOUSE, {11: "9", 12: "070802"}, 12, "確認日より後"),
        (SPOUSE, {12: "550230"}, 12, "暦にありません"),
        (SPOUSE, {27: "640108"}, 27, "昭和の日付ではありません"),
        (SPOUSE, {26: "9", 27: "070802"}, 27, "確認日より後"),
        (SPOUSE, {45: "070802"}, 45, "確認日より後"),
        (SPOUSE, {26: "9", 27: "070702"}, 45, "生年月日より前"),
        (SPOUSE_CEASES, {51: "070802", 55: "070801"}, 51, "確認日より後"),
        (SPOUSE_CEASES, {26: "9", 27: "070703"}, 51, "生年月日より前"),
        (SPOUSE_CEASES, {26: "9", 27: "070702"}, 55, "生年月日より前"),
        (SPOUSE_CEASES, {55: "070703"}, 55, "なくなった日より後"),
        (SPOUSE, {58: "2", 63: "9", 64: "070701", 65: "2", 66: "理由"}, 58, "一緒に書けません"),
        (CHILD, {74: "070802", 91: "070801"}, 74, "確認日より後"),
        (CHILD, {91: "070619"}, 91, "生年月日より前"),
        (CHILD, {91: "070802"}, 91, "確認日より後"),
        (CHILD_CEASES, {98: "070619"}, 98, "生年月日より前"),
        (CHILD_CEASES, {98: "070802"}, 98, "確認日より後"),
    ],
)
def test_dates_must_fit(items: Items, changes: Items, item: int, words: str) -> None:
    reasons = [
        one.reason
        for one in refusals(with_items(items, changes))
        if one.field.startswith(f"項目{item}「")
    ]
    assert any(words in reason for reason in reasons)


def test_a_line_with_nobody_is_an_error() -> None:
    nobody = {item: text for item, text in SPOUSE.items() if item < 22}
    (refusal,) = refusals(nobody)
    assert refusal.field == "行全体"
    assert "配偶者も被扶養者も" in refusal.reason


def test_the_second_other_dependent_needs_the_first() -> None:
    both = second_child(CHILD)
    only_second = {item: text for item, text in both.items() if not 70 <= item <= 102}
    assert "項目70から102" in fields(with_items(only_second, {138: ""}))


def test_living_together_and_a_my_number_do_not_spare_the_address() -> None:
    assert fields(with_items(SPOUSE, {37: "", 38: "", 39: ""})) == ["項目37", "項目38", "項目39"]
