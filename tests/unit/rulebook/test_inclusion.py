"""A book that includes another replaces its parts by id."""

from __future__ import annotations

from datetime import date

import pytest

from kenpo.rulebook import Library, RuleBookError
from kenpo.values.insurer import Insurer, Policy
from support.rulebooks import NO_SOURCES, book_of
from support.small_book import SMALL

ON = date(2025, 4, 30)
MEMBER: dict[str, object] = {"lost": None, "joined": "2025-04-01", "card": "held", "count": 2}
WITH_EXAMPLES = f"""{SMALL}
## 例 交付
| 番号 | 判定日 | 事実 | 期待 |
|---|---|---|---|
| A2 | 2025-04-30 | lost=なし; joined=2025-04-01; card=held | 理由=加入した |
| A3 | 2025-04-30 | lost=なし; card=broken; count=1 | 数=2 |
"""
OVER = """# 上の本

含める: base.md

## 値
| 名前 | いつから | 知った日 | 値 | 出典 | 根拠 |
|---|---|---|---|---|---|
| 待ち | 2025-01-01 | - | 7 | なし | この保険者だけ |

## 決定表 交付
除く: A3

> S1: 加入した人には … 交付する。

| 番号 | 加入 | カード | 書類 | 開始:日 | 理由 |
|---|---|---|---|---|---|
| A2 | 加入中 | ≠none | お知らせ | joined + 待ち | 持っている |
| A5 | 加入中 | none | 確認書 | 判定日 | 持っていない |

## 例 交付
| 番号 | 判定日 | 事実 | 期待 |
|---|---|---|---|
| A2 | 2025-04-30 | lost=なし; joined=2025-04-01; card=held | 理由=持っている; 開始=2025-04-08 |
"""


def test_rows_values_and_examples_are_replaced_added_and_taken_away_by_id() -> None:
    book = book_of(OVER, base=WITH_EXAMPLES)
    assert [row.id for row in book.rows("交付")] == ["A1", "A2", "A5"]
    assert book.title == "上の本"
    answer = book.ask("交付", MEMBER, ON)
    assert (answer.text("書類"), answer.day("開始")) == ("お知らせ", date(2025, 4, 8))
    assert answer.place == "book.md:17"
    assert book.value("待ち", date(2026, 1, 1)) == 7
    assert [example.row for example in book.examples] == ["A2"]


def test_the_included_book_stays_what_it_was() -> None:
    library = Library({"book.md": OVER, "base.md": WITH_EXAMPLES}, NO_SOURCES)
    library.book_named("book.md")
    assert library.book_named("base.md").ask("交付", MEMBER, ON).text("理由") == "加入した"


@pytest.mark.parametrize(
    ("book", "base", "says"),
    [
        (OVER.replace("base.md", "none.md"), SMALL, "「none.md」がありません"),
        (OVER, OVER.replace("base.md", "book.md"), "自分を含めています"),
        (OVER.replace("除く: A3", "除く: A9"), SMALL, "除く行「A9」がありません"),
        (OVER.replace("| A2 | 加入中", "| A7 | 加入中"), SMALL, "二行が勝ちます"),
    ],
)
def test_an_inclusion_that_does_not_work_is_refused(book: str, base: str, says: str) -> None:
    with pytest.raises(RuleBookError, match=says):
        book_of(book, base=base)


def test_an_insurer_has_the_book_of_its_name_once_for_each_policy() -> None:
    library = Library({"rokin_kenpo.md": SMALL}, NO_SOURCES)
    book = library.book(Insurer.ROKIN_KENPO, Policy.SEEDS)
    assert library.book(Insurer.ROKIN_KENPO, Policy.SEEDS) is book
    assert library.book(Insurer.ROKIN_KENPO, Policy.CURRENT) is not book


def test_the_hash_changes_with_any_text_a_book_is_made_of() -> None:
    one = book_of(OVER, base=WITH_EXAMPLES)
    other = book_of(OVER, base=WITH_EXAMPLES + "\n追記\n")
    assert len(one.hash) == 16
    assert one.hash != other.hash
    assert one.hash == book_of(OVER, base=WITH_EXAMPLES, other=SMALL).hash
