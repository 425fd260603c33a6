"""The Markdown of a book."""

from __future__ import annotations

from kenpo.rulebook.text import sections

TEXT = """\
# 題

前書き

## 決定表　交付
> S1: 一
続く説明
> S1: 二
| 番号（\uff21） | 内容 |
|---|:--|
| A1 | a \\| b |
| A2 | （全角）のまま |

| 番号 | 別 |
|---|---|
| A3 | - |
"""


def test_sections_have_kind_name_lines_and_tables_with_places() -> None:
    opening, table = sections("b.md", TEXT)
    assert [line.text for line in opening.lines] == ["# 題", "前書き"]
    assert (table.kind, table.name, table.place.line) == ("決定表", "交付", 5)
    assert [(entry.place.line, len(entry.quotes)) for entry in table.entries] == [
        (11, 2),
        (12, 2),
        (16, 0),
    ]


def test_headers_are_normalised_and_texts_are_kept() -> None:
    first, second, third = sections("b.md", TEXT)[1].entries
    assert first.word("番号(A)") == "A1"
    assert first.cell("内容") == "a | b"
    assert second.cell("内容") == "（全角）のまま"
    assert second.word("内容") == "(全角)のまま"
    assert third.cell("別") == ""
