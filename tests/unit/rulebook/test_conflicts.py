"""Where the sources disagree, an answer that would differ says so."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kenpo.rulebook import RuleBookError
from support.rulebooks import book_of
from support.small_book import SMALL, changed

ON = date(2025, 4, 30)
CONFLICTS = """
## 対立 D1 喪失の日
| 読み | 置きかえ | 内容 | 採用 | 根拠 |
|---|---|---|---|---|
| その日から | 加入.喪失 | lost <= 判定日 | ○ | S1: 交付しない。 |
| 次の日から | 加入.喪失 | lost < 判定日 | | S1: 交付する。 |

## 対立 D2 待つ日数
| 読み | 置きかえ | 内容 | 採用 | 根拠 |
|---|---|---|---|---|
| 三十日 | 値 待ち | 30 | ○ | S1: 交付しない。 |
| 三十一日 | 値 待ち | 31 | | S1: 交付する。<br>原文になし・要確認: 聞いた話 |

## 対立 D3 紙の色
| 読み | 置きかえ | 内容 | 採用 | 根拠 |
|---|---|---|---|---|
| 黄 | - | - | ○ | S1: 交付しない。 |
| 白 | - | - | | S1: 交付する。 |
"""
BOOK = book_of(
    changed(
        ("| 番号 | 加入 | 書類 | 理由 |", "| 番号 | 加入 | 対立 | 理由 |"),
        ("| - | 失った", "| D3 | 失った"),
    )
    + CONFLICTS
)
MEMBER: dict[str, object] = {"lost": None, "joined": "2025-04-01", "card": "held", "count": 2}


@pytest.mark.parametrize(
    ("facts", "row", "conflicts"),
    [
        ({"lost": "2025-04-29"}, "A1", ["D3"]),
        ({"lost": "2025-04-30"}, "A1", ["D1", "D3"]),
        ({"lost": "2025-05-01"}, "A2", ["D2"]),
        ({"card": "broken"}, "A3", []),
    ],
)
def test_a_conflict_is_listed_when_another_reading_answers_otherwise(
    facts: dict[str, object], row: str, conflicts: list[str]
) -> None:
    answer = BOOK.ask("交付", MEMBER | facts, ON)
    assert (answer.row, [conflict.id for conflict in answer.conflicts]) == (row, conflicts)


def test_a_conflict_carries_its_readings_with_their_sentences() -> None:
    (conflict,) = BOOK.ask("交付", MEMBER, ON).conflicts
    assert conflict.title == "待つ日数"
    assert [(r.text, r.taken, len(r.citations)) for r in conflict.readings] == [
        ("三十日", True, 1),
        ("三十一日", False, 2),
    ]
    assert conflict.to_json()["id"] == "D2"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("lost <= 判定日 | ○", "lost < 判定日 | ○", "採用した読みが事実「加入」の条件と違います"),
        ("| 30 | ○", "| 33 | ○", "「33」は値「待ち」にありません"),
        ("| 30 | ○", "| 30 |", "採用が一つではありません"),
        ("| 白 | - | - | |", "| 白 | - | - | ○ |", "採用が一つではありません"),
        ("値 待ち | 31", "値 待つ | 31", "値「待つ」がありません"),
        ("値 待ち | 31", "値 待ち | 2025-01-01", "値「待ち」は数です"),
        ("加入.喪失 | lost <", "加入.失効 | lost <", "置きかえ「加入.失効」"),
        ("加入.喪失 | lost < ", "加入.加入中 | lost < ", "それ以外は置きかえられません"),
        ("S1: 交付する。<br>", "<br>", "出典「」の形が違います"),
    ],
)
def test_a_conflict_that_does_not_fit_the_book_is_refused(old: str, new: str, says: str) -> None:
    assert old in CONFLICTS
    with pytest.raises(RuleBookError, match=re.escape(says)):
        book_of(SMALL + CONFLICTS.replace(old, new, 1))
