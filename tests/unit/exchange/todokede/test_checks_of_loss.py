"""Every check of a 資格喪失届 has a case that breaks it (domain.md §4.2)."""

from __future__ import annotations

import pytest

from support.notices import LOSS, Items, refusals, with_items

OVER_70 = {9: "5", 10: "250516", 24: "1", 25: "9", 26: "070731"}
ONLY_70 = OVER_70 | {6: "", 14: "", 15: "", 27: "1"}
NO_MY_NUMBER = {11: "", 12: "1234", 13: "567890"}


def fields(items: Items) -> list[str]:
    return [one.field.split("「")[0] for one in refusals(items)]


@pytest.mark.parametrize("item", [2, 3, 4, 5, 7, 9, 10, 14, 15, 16, 17, 18])
def test_a_required_item_may_not_be_empty(item: int) -> None:
    assert f"項目{item}" in fields(with_items(LOSS, {item: ""}))


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (6, "0"), (6, "1234567"), (11, "123"), (14, "5"), (15, "７年"), (16, "1"), (16, "6"),
        (16, "04"), (17, "3"), (18, "07073"), (19, "0"), (20, "2"), (21, "備" * 38), (22, "100"),
        (22, "一"), (23, "-1"), (24, "0"), (27, "0"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_is_refused_at_its_item(item: int, text: str) -> None:
    assert f"項目{item}" in fields(with_items(LOSS, {item: text}))


@pytest.mark.parametrize("changes", [OVER_70, ONLY_70, NO_MY_NUMBER, {16: "5"}])
def test_a_sound_notice_of_another_shape_has_no_errors(changes: Items) -> None:
    assert fields(with_items(LOSS, changes)) == []


@pytest.mark.parametrize(
    ("changes", "item"),
    [
        ({11: ""}, 12),
        ({**NO_MY_NUMBER, 13: ""}, 13),
        ({**NO_MY_NUMBER, 12: "0000"}, 12),
        ({**NO_MY_NUMBER, 13: "000000"}, 13),
        ({16: "9"}, 17),
        ({16: "11"}, 18),
        ({**ONLY_70, 6: "7"}, 6),
        ({**ONLY_70, 14: "9", 15: "070801"}, 14),
        ({**ONLY_70, 24: ""}, 24),
        ({**OVER_70, 25: "", 26: ""}, 25),
        ({**OVER_70, 26: ""}, 26),
    ],
)
def test_an_item_depends_on_another(changes: Items, item: int) -> None:
    assert f"項目{item}" in fields(with_items(LOSS, changes))


@pytest.mark.parametrize(
    ("changes", "item", "words"),
    [
        ({15: "070731"}, 15, "翌日ではありません"),
        ({16: "5", 15: "070731"}, 15, "翌日ではありません"),
        ({15: "070802", 18: "070801"}, 15, "確認日より後"),
        ({16: "7", 17: "", 18: "", 9: "5", 10: "250802"}, 15, "75歳の誕生日より前"),
        ({9: "9", 10: "070801"}, 15, "生年月日より後ではありません"),
        ({16: "5", 9: "9", 10: "070801"}, 18, "生年月日より前"),
        ({9: "9", 10: "070802"}, 10, "確認日より後"),
        ({**OVER_70, 26: "070801"}, 26, "退職日・死亡日と違う"),
        ({**ONLY_70, 18: "070802", 26: "070802"}, 26, "確認日より後"),
        ({14: "9", 15: "010430"}, 15, "令和の日付ではありません"),
    ],
)
def test_dates_must_fit(changes: Items, item: int, words: str) -> None:
    reasons = [
        one.reason
        for one in refusals(with_items(LOSS, changes))
        if one.field.startswith(f"項目{item}「")
    ]
    assert any(words in reason for reason in reasons)


def test_seventy_five_is_reached_on_the_birthday_itself() -> None:
    birthday = {16: "7", 17: "", 18: "", 9: "5", 10: "250801"}
    assert fields(with_items(LOSS, birthday)) == []
