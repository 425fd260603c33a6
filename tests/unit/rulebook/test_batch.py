"""A table compiled for one day."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from kenpo.rulebook import NOTHING, FactError
from kenpo.rulebook.terms import FAR_FUTURE
from support.rulebooks import book_of
from support.small_book import SMALL, changed

ON = date(2025, 4, 30)
BATCH = book_of(SMALL).compile("交付", ON)
COLUMNS = {
    "lost": np.array([FAR_FUTURE, FAR_FUTURE, 0]),
    "joined": np.array([20_000, 20_000, 20_000]),
    "card": np.array([1, 2, 1]),
    "count": np.array([5, 6, 7]),
}


def test_rows_and_outputs_come_case_by_case() -> None:
    rows = BATCH.rows(COLUMNS)
    assert [BATCH.row_ids[row] for row in rows] == ["A2", "A3", "A1"]
    assert BATCH.output("開始", COLUMNS, rows).tolist() == [20_030, 20_208, NOTHING]
    assert BATCH.output("数", COLUMNS, rows).tolist() == [1, 7, NOTHING]


def test_a_presumed_column_may_be_left_out() -> None:
    given = {name: array for name, array in COLUMNS.items() if name != "card"}
    assert [BATCH.row_ids[row] for row in BATCH.rows(given)] == ["A2", "A2", "A1"]


@pytest.mark.parametrize(
    ("column", "array"),
    [("lost", None), ("lost", np.zeros(2)), ("card", np.array([1, 3, 1]))],
    ids=["absent", "of another length", "of an unknown code"],
)
def test_a_column_that_cannot_be_is_refused_by_name(
    column: str, array: np.ndarray[tuple[int], np.dtype[np.float64]] | None
) -> None:
    given = COLUMNS | ({} if array is None else {column: array})
    if array is None:
        del given[column]
    with pytest.raises(FactError) as caught:
        BATCH.rows(given)
    assert caught.value.field == column


def test_no_cases_give_no_rows() -> None:
    empty = {name: array[:0] for name, array in COLUMNS.items()}
    assert BATCH.rows(empty).tolist() == []


CONDITIONS = [
    "応当日(joined, 1) <= 判定日",
    "応当日(joined, 1) < 判定日",
    "判定日 < 応当日(joined, 1)",
    "応当日(joined, 1) >= 判定日",
    "応当日(joined, 1) == 判定日",
    "月末(joined, 2) <= 判定日",
    "月末(joined, 2) > 判定日",
    "応当日(joined, -3) + 2 < 判定日 - 5",
    "判定日 - joined < 待ち",
    "判定日 - joined >= 待ち",
    "joined - 3 <= 判定日",
    "待ち - count > 25",
    "lost + 3 <= 判定日 and not (wish or count != 2)",
    "応当日(lost, 1) > 判定日",
    "max(joined, lost) > 判定日 or min(count, 3, 待ち) == 3",
    "判定日 >= 判定日 and wish",
    "判定日 < 判定日 or wish or card == held",
    "判定日 < 判定日 and wish",
    "not (判定日 < 判定日)",
]


@pytest.mark.parametrize("condition", CONDITIONS)
@pytest.mark.parametrize("on", [date(2025, 3, 1), date(2025, 3, 31), date(2028, 2, 29)], ids=str)
def test_a_bound_condition_says_what_the_condition_says(condition: str, on: date) -> None:
    book = book_of(changed(("| 喪失 | lost <= 判定日 |", f"| 喪失 | {condition} |")))
    batch = book.compile("交付", on)
    near = date.toordinal(on) - date(1970, 1, 1).toordinal()
    cases = [
        {"joined": day, "lost": far, "wish": by % 2, "count": by % 5, "card": by % 3}
        for back in (0, 30, 60, 365, 366, 1095, -1095)
        for by in range(-8, 9)
        for day in [near - back + by]
        for far in (FAR_FUTURE, day + 1)
    ]
    columns = {name: np.array([case[name] for case in cases]) for name in cases[0]}
    rows = batch.rows(columns)
    for case, row in zip(cases, rows, strict=True):
        facts = {name: book.columns[name].shown(number) for name, number in case.items()}
        assert book.judge("交付", facts, on).row == book.rows("交付")[row]
        assert batch.one(*(case[name] for name in batch.columns))[0] == row
