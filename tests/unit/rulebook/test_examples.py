"""Examples run when the book loads."""

from __future__ import annotations

import re

import pytest

from kenpo.rulebook import RuleBookError, without_example
from support.rulebooks import book_of
from support.small_book import SMALL

HEADER = (
    "\n## 例 交付\n| 番号 | 判定日 | 方針 | 知った日 | 事実 | 期待 |\n|---|---|---|---|---|---|\n"
)
KNOWN = "lost=なし; joined=2025-04-01; card=held"


def _with(*rows: str) -> str:
    return SMALL + HEADER + "\n".join(rows) + "\n"


@pytest.mark.parametrize(
    "row",
    [
        f"| A2 | 2025-04-30 | | | {KNOWN} | 開始=2025-05-01; 数=1; 対立= |",
        f"| A2 | 2025-06-01 | | | {KNOWN} | 開始=2025-05-11 |",
        f"| A2 | 2025-06-01 | | 2025-02-01 | {KNOWN} | 開始=2025-05-01 |",
        f"| A2 | 2025-06-01 | seeds | | {KNOWN} | 開始=2025-05-01 |",
        "| A1 | 2025-06-01 | | | lost=2025-06-01 | 書類=; 理由=失った |",
        f"| A2 | 2025-06-01 | | | {KNOWN}; wish=真; count=3 | |",
    ],
)
def test_an_example_that_holds_lets_the_book_load(row: str) -> None:
    assert len(book_of(_with(row)).examples) == 1


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (f"| A3 | 2025-04-30 | | | {KNOWN} | |", "例は A3 を期待するが、答えは A2"),
        ("| A2 | 2025-04-30 | | | joined=2025-04-01 | |", "答えは 未知の列 lost"),
        (f"| A2 | 2025-04-30 | | | {KNOWN} | 数=2 |", "例の「数」は 2 を期待するが、答えは 1"),
        (f"| A2 | 2025-04-30 | | | {KNOWN} | 色=黄 |", "出力「色」はない"),
        (f"| A2 | 2025-04-30 | | | {KNOWN} | 対立=D1 |", "例の対立は D1、答えは なし"),
        (f"| A9 | 2025-04-30 | | | {KNOWN} | |", "行「A9」はありません"),
        ("| A2 | 2025-04-30 | | | shoe=26 | |", "列「shoe」はありません"),
        ("| A2 | 2025-04-30 | | | joined=昨日 | |", "例の事実がおかしい"),
        ("| A2 | 2025-04-30 | | | joined | |", "事実の「joined」が読めません"),
        (f"| A2 | 2025-04-30 | old | | {KNOWN} | |", "方針を知りません"),
        (f"| A2 | 四月 | | | {KNOWN} | |", "「四月」は日付ではありません"),
    ],
)
def test_an_example_that_fails_is_refused_with_what_was_answered(row: str, says: str) -> None:
    with pytest.raises(RuleBookError, match=re.escape(says)):
        book_of(_with(row))


def test_rows_and_exceptions_without_an_example_are_listed() -> None:
    assert without_example(book_of(SMALL)) == ("A1", "A2", "A3", "A3 > A2")
    shown = _with(
        "| A1 | 2025-06-01 | | | lost=2025-06-01 | |",
        "| A3 | 2025-06-01 | | | lost=なし; card=broken; count=1 | |",
    )
    assert without_example(book_of(shown)) == ("A2",)
