"""A book that is wrong does not load, and the message says where and what to do."""

from __future__ import annotations

import re

import pytest

from kenpo.rulebook import RuleBookError
from support.rulebooks import book_of
from support.small_book import changed

A2 = "| A2 | 加入中 | - | |"
A3 = "| A3 | 加入中 | broken | A2 |"
LOST = "lost <= 判定日"
FORMULA = "joined + 待ち"
QUOTE = "> S1: 資格を失った人には交付しない。"

TABLES = [
    (
        "a gap",
        A2,
        "| A2 | 加入中 | ≠none | |",
        "1枡にあたる行がありません。初めの枡は 加入=加入中 カード=none",
    ),
    (
        "an overlap",
        A3,
        "| A3 | 加入中 | broken | |",
        "1枡で二行が勝ちます: A2(book.md:40)・A3(book.md:41)",
    ),
    (
        "the cell of an overlap",
        A3,
        "| A3 | 加入中 | broken | |",
        "初めの枡は 加入=加入中 カード=broken",
    ),
    (
        "a circle of exceptions",
        A2,
        "| A2 | 加入中 | - | A3 |",
        "優先が輪になっています: A2 → A3 → A2",
    ),
    (
        "an exception for nothing",
        A3,
        "| A3 | 加入中 | broken | A2 A1 |",
        "A3 の優先「A1」は無用です",
    ),
    ("an unknown exception", A3, "| A3 | 加入中 | broken | A9 |", "知らない番号「A9」"),
    (
        "an unknown option",
        A3,
        "| A3 | 加入中 | lost | A2 |",
        "「カード」に「lost」という選択肢はありません。あるのは none・held・broken",
    ),
    ("a repeated id", "| A3 |", "| A2 |", "「A2」は二度出ています"),
    ("a row without a source", QUOTE, "", "出典がありません"),
    ("an unknown source form", QUOTE, "> どこかの文", "出典「どこかの文」の形が違います"),
    ("a row of too few cells", A2, "| A2 | 加入中 | |", "見出しは8列、この行は7列です"),
]

WORDS = [
    ("an unknown heading", "## 事実 加入", "## 事情 加入", "見出し「事情」を知りません"),
    (
        "a fact without a last resort",
        "| 加入中 | それ以外 |",
        "| 加入中 | lost > 判定日 |",
        "最後が「それ以外」でない",
    ),
    ("a last resort too early", LOST, "それ以外", "「それ以外」は最後だけです"),
    ("an option with a separator", "| 喪失 | lost", "| 喪失・他 | lost", "・ ≠ | は使えません"),
    ("an unknown column of a fact", "列 card", "列 cart", "列「cart」は符号でも真偽でもない"),
    ("a day column as a fact", "列 card", "列 lost", "列「lost」は符号でも真偽でもない"),
    ("an unknown type", "| joined | 日 |", "| joined | 時 |", "型「時」を知りません"),
    ("a keyword as a column", "| joined | 日 |", "| if | 日 |", "列の名「if」は使えません"),
    ("a null of the wrong kind", "遠い未来", "2099-01-01", "なしの値は 遠い未来 か 遠い過去"),
    (
        "a presumption that is no code",
        "| none | held |",
        "| none | gone |",
        "なしの値か前提がおかしい",
    ),
    ("a value that is no day", "| 40 |", "| 四十 |", "「四十」は日付ではありません"),
    ("a value of two kinds", "| 40 |", "| 2025-01-01 |", "値「待ち」の型が行で違います"),
    (
        "a value twice on a day",
        "| 2025-06-01 | 2025-03-01 |",
        "| 2025-01-01 | - |",
        "同じ日の行が二つ",
    ),
    (
        "a value named like a column",
        "| 待ち | 2025-01-01 |",
        "| lost | 2025-01-01 |",
        "値の名「lost」は使えません",
    ),
    ("a reported value without place", "省の頁: 延びた", "延びた", "合いません"),
]

EXPRESSIONS = [
    ("an unknown name", LOST, "gone <= 判定日", "「gone」という列も値もありません"),
    ("a chained comparison", LOST, "joined <= lost <= 判定日", "比較をつなげています"),
    ("a call", LOST, "abs(count) > 1", "使えない書き方"),
    ("an attribute", LOST, "lost.real <= 判定日", "使えない書き方"),
    ("a subscript", LOST, "lost[0] <= 判定日", "使えない書き方"),
    ("a lambda", LOST, "lambda: lost", "使えない書き方"),
    ("a product", LOST, "count * 2 > 1", "使えない書き方"),
    ("a text", LOST, "card == 'held'", "使えない書き方"),
    ("a fraction", LOST, "count > 1.5", "使えない書き方"),
    ("a truth written out", LOST, "True", "使えない書き方"),
    ("a named argument", LOST, "max(count, key=count) > 1", "使えない書き方"),
    ("a starred argument", LOST, "max(*count, count) > 1", "使えない書き方"),
    ("no Python", LOST, "lost <=", "読めません"),
    ("a day against a number", LOST, "lost <= 3", "日のところに数があります"),
    ("a sum of days", LOST, "joined + 判定日 > 判定日", "日 + 日 は計算できません"),
    ("a difference that may be none", LOST, "判定日 - lost > 3", "なしがありうる日の差です"),
    ("an order of codes", LOST, "card < held", "符号に大小はありません"),
    ("a code nobody knows", LOST, "card == gone", "「gone」という列も値もありません"),
    ("a number as condition", LOST, "count", "数で、真偽ではありません"),
    ("a truth compared", LOST, "wish == wish", "比べられません"),
    ("a truth as an extreme", LOST, "max(wish, wish) > 1", "max に真偽は入りません"),
    ("a number as a day output", FORMULA, "count", "数で、日ではありません"),
    ("a comparison as an output", "count + 1", "count > 1", "真偽で、数ではありません"),
]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [case[1:] for case in TABLES + WORDS + EXPRESSIONS],
    ids=[case[0] for case in TABLES + WORDS + EXPRESSIONS],
)
def test_a_book_with_a_fault_is_refused_in_words(old: str, new: str, says: str) -> None:
    with pytest.raises(RuleBookError, match=re.escape(says)):
        book_of(changed((old, new)))


def test_a_row_that_never_wins_is_refused() -> None:
    text = changed(("| A2 | 加入中 | - | |", "| A2 | 加入中 | broken | |"))
    text += "| A4 | 加入中 | ≠broken | | 確認書 | - | - | ほか |\n"
    with pytest.raises(RuleBookError, match="A2 はどの枡でも勝ちません"):
        book_of(text)


def test_the_place_of_a_fault_is_its_line() -> None:
    with pytest.raises(RuleBookError) as caught:
        book_of(changed((LOST, "gone <= 判定日")))
    assert str(caught.value.place) == "book.md:22"


def test_a_quote_does_not_leak_into_the_next_table() -> None:
    second = "> S1: 加入した人には … 交付する。\n> 原文になし・要確認: 壊れたカードの扱い\n"
    with pytest.raises(RuleBookError, match="出典がありません"):
        book_of(changed((second, "")))


def test_a_table_of_too_many_cells_is_refused() -> None:
    codes = " ".join(f"c{i}" for i in range(101))
    facts = "".join(f"## 事実 F{i}\n列 wide\n\n" for i in range(3))
    text = changed(
        ("| wish | 真偽", f"| wide | 符号 {codes} | - | - | 広い |\n| wish | 真偽"),
        ("## 決定表 交付", f"{facts}## 決定表 交付"),
        ("| 番号 | 加入 | 書類 | 理由 |", "| 番号 | F0 | F1 | F2 |"),
        ("| A1 | 喪失 | - | 失った |", "| A1 | c1 | c1 | c1 |"),
    )
    with pytest.raises(RuleBookError, match="表を分けて1,000,000枡以下に"):
        book_of(text)


def test_a_row_that_names_an_unknown_conflict_is_refused() -> None:
    text = changed(
        ("| 番号 | 加入 | 書類 | 理由 |", "| 番号 | 加入 | 対立 | 理由 |"),
        ("| - | 失った", "| D9 | 失った"),
    )
    with pytest.raises(RuleBookError, match="対立「D9」の節がありません"):
        book_of(text)


def test_an_output_of_two_kinds_is_refused() -> None:
    text = changed(("| 番号 | 加入 | 書類 | 理由 |", "| 番号 | 加入 | 開始 | 理由 |"))
    with pytest.raises(RuleBookError, match="出力「開始」が二通りに書かれています"):
        book_of(text)


def test_a_table_without_rows_or_facts_is_refused() -> None:
    with pytest.raises(RuleBookError, match="行か事実がない"):
        book_of("# 題\n## 決定表 空\n")
    with pytest.raises(RuleBookError, match="行か事実がない"):
        book_of("# 題\n## 決定表 空\n> S1: 交付する。\n\n| 番号 | 書類 |\n|---|---|\n| A1 | 紙 |\n")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("| 番号 | 加入 | 書類 |", "| 番号 | 番号 | 書類 |", "見出し「番号」が二つあります"),
        ("| A1 | 喪失", "| - | 喪失", "「番号」が空です"),
        ("## 事実 加入", "## 事実", "「事実」に名がありません"),
        ("| 喪失 | lost", "| 加入中 | lost", "選択肢がおかしい"),
    ],
)
def test_a_word_that_must_be_there_is_asked_for(old: str, new: str, says: str) -> None:
    with pytest.raises(RuleBookError, match=says):
        book_of(changed((old, new)))
