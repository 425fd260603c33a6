"""The reference page of the files kenpo takes in."""

from __future__ import annotations

import pytest

from kenpo.cli.files_page import files_page

PAGE = files_page("<!-- made -->")


@pytest.mark.parametrize(("form", "items"), [("2200700", 33), ("2201700", 26)])
def test_every_item_after_the_record_code_has_a_row(form: str, items: int) -> None:
    section = PAGE.split(f"### {form}")[1].split("\n### ")[0]
    numbers = [line.split(" | ")[0] for line in section.splitlines() if line.startswith("| ")]
    assert numbers[1:] == [f"| {number}" for number in range(2, items + 2)]


def test_the_family_form_has_138_rows_after_the_code() -> None:
    sections = PAGE.split("### 2202700")[1:]
    rows = [line for section in sections for line in section.split("\n### ")[0].splitlines()]
    numbers = {
        int(row.split(" | ")[0][2:]) for row in rows if row[:3] > "| 0" and row[2:3].isdigit()
    }
    assert numbers == set(range(2, 140)) - {136}


def test_conditions_are_sentences() -> None:
    assert "項目16「喪失（不該当）原因」が4か5のとき" in PAGE
    assert "項目16「喪失（不該当）原因」が4か5のとき以外" in PAGE


def test_every_column_of_the_snapshot_has_a_row() -> None:
    table = PAGE.split("## 利用登録状況のCSV")[1]
    assert table.count("\n| ") == 13
    assert "| 郵便番号 | 7桁の数字 | ○ | ○ |" in table
