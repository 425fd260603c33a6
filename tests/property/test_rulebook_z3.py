"""What z3 proves of the shipped rules for every person and every day from 2024-09 to 2045."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import numpy as np
import pytest
import z3

from kenpo.rulebook import Book, Row, calendar_batch
from kenpo.rulebook.calendar import day_number
from kenpo.values.insurer import Insurer, Policy
from kenpo.wiring.books import book_texts, rule_library
from support.rule_logic import FIRST_DAY, LAST_DAY, Logical
from support.shipped_books import library_of

LIBRARY = rule_library()
BOOKS = {
    (book.hash, policy): book
    for insurer in Insurer
    for policy in Policy
    for book in [LIBRARY.book(insurer, policy)]
}
TABLES = [(book, table) for book in BOOKS.values() for table in book.tables]
NAMES = [f"{book.hash}-{book.policy}-{table}" for book, table in TABLES]
KYOKAI = [LIBRARY.book(Insurer.KYOKAI_KENPO, policy) for policy in Policy]
ISSUING = [
    (book, row) for book in KYOKAI for row in book.rows("certificate") if "issue_from" in row.terms
]
ISSUING_NAMES = [f"{book.policy}-{row.id}" for book, row in ISSUING]
BULK_END = day_number(date(2025, 12, 1))


def _logical(book: Book, table: str = "certificate") -> tuple[Logical, dict[str, Any]]:
    logical = Logical(book, book.proven(table))
    return logical, logical.wins()


@pytest.mark.parametrize(("book", "table"), TABLES, ids=NAMES)
def test_some_row_always_wins(book: Book, table: str) -> None:
    logical, wins = _logical(book, table)
    assert logical.refutation(z3.Or(*wins.values())) == ""


@pytest.mark.parametrize(("book", "table"), TABLES, ids=NAMES)
def test_no_two_rows_win_together(book: Book, table: str) -> None:
    logical, wins = _logical(book, table)
    pairs = (z3.Not(z3.And(one, other)) for one, other in combinations(wins.values(), 2))
    assert logical.refutation(z3.And(*pairs)) == ""


@pytest.mark.parametrize(("book", "row"), ISSUING, ids=ISSUING_NAMES)
def test_no_certificate_is_issued_before_the_day_of_the_decision(book: Book, row: Row) -> None:
    logical, wins = _logical(book)
    issued = logical.output(row, "issue_from")
    assert logical.refutation(issued >= logical.day, wins[row.id]) == ""


@pytest.mark.parametrize(("book", "row"), ISSUING, ids=ISSUING_NAMES)
def test_no_certificate_is_issued_before_the_person_is_covered(book: Book, row: Row) -> None:
    logical, wins = _logical(book)
    issued = logical.output(row, "issue_from")
    assert logical.refutation(issued >= logical.column("acquired_on"), wins[row.id]) == ""


@pytest.mark.parametrize(("book", "row"), ISSUING, ids=ISSUING_NAMES)
def test_no_certificate_is_issued_before_the_pension_office_decided(book: Book, row: Row) -> None:
    logical, wins = _logical(book)
    decided = logical.column("decided_on")
    issued = logical.output(row, "issue_from")
    assert logical.refutation(issued >= decided, wins[row.id], decided <= logical.day) == ""


@pytest.mark.parametrize(("book", "row"), ISSUING, ids=ISSUING_NAMES)
def test_no_certificate_lasts_five_years_or_to_the_75th_birthday(book: Book, row: Row) -> None:
    logical, wins = _logical(book)
    issued, last = logical.output(row, "issue_from"), logical.output(row, "valid_until")
    five_years_on = logical.axioms.apply("応当日", issued, 5)
    aged = logical.axioms.apply("応当日", logical.column("birth_date"), 75)
    assert logical.refutation(z3.And(last < five_years_on, last < aged), wins[row.id]) == ""


@pytest.mark.parametrize(("book", "row"), ISSUING, ids=ISSUING_NAMES)
def test_every_certificate_can_be_used_on_the_day_it_is_issued(book: Book, row: Row) -> None:
    logical, wins = _logical(book)
    for name in ("有効期限の目安", "証明書切れの発行月数"):
        for value in book.dated_values[name]:
            for months in (0, 2, 3):
                logical.axioms.point("月末", day_number(value.valid_from) - 1, months)
    issued, last = logical.output(row, "issue_from"), logical.output(row, "valid_until")
    decided = logical.column("decided_on") <= logical.day
    assert logical.refutation(last >= issued, wins[row.id], decided) == ""


@pytest.mark.parametrize(("book", "row"), ISSUING, ids=ISSUING_NAMES)
def test_the_span_of_issue_does_not_end_before_it_begins(book: Book, row: Row) -> None:
    if "issue_until" not in row.terms:
        assert row.texts["issue_until"] == ""
        return
    logical, wins = _logical(book)
    first, last = logical.output(row, "issue_from"), logical.output(row, "issue_until")
    assert logical.refutation(first <= last, wins[row.id]) == ""


def _of_basis(book: Book, basis: str) -> list[Row]:
    rows = [row for row in book.rows("certificate") if row.texts["basis"] == basis]
    assert rows
    return rows


@pytest.mark.parametrize("book", KYOKAI, ids=lambda book: book.policy)
def test_who_did_not_ask_gets_it_30_to_50_days_after_joining_or_at_once(book: Book) -> None:
    logical, wins = _logical(book)
    joined = logical.column("acquired_on")
    for row in _of_basis(book, "after_joining"):
        issued = logical.output(row, "issue_from")
        within = z3.And(joined + 30 <= issued, issued <= joined + 50)
        at_once = z3.And(issued == logical.day, logical.day > joined + 50)
        claim = at_once if row.texts["overdue"] else within
        assert logical.refutation(claim, wins[row.id]) == "", row.id


@pytest.mark.parametrize("book", KYOKAI, ids=lambda book: book.policy)
def test_the_bulk_issue_ends_on_2025_12_01_and_whoever_is_left_gets_it_at_once(book: Book) -> None:
    logical, wins = _logical(book)
    for row in _of_basis(book, "bulk"):
        issued = logical.output(row, "issue_from")
        claim = z3.And(issued == logical.day, logical.day > BULK_END)
        if not row.texts["overdue"]:
            last = logical.output(row, "issue_until")
            claim = z3.And(issued <= BULK_END, last == BULK_END)
        assert logical.refutation(claim, wins[row.id]) == "", row.id


def _changed(old: str, new: str) -> Book:
    texts = dict(book_texts())
    assert texts["kyokai_kenpo.md"].count(old) == 1
    texts["kyokai_kenpo.md"] = texts["kyokai_kenpo.md"].replace(old, new).split("## 例")[0]
    return library_of(texts).book(Insurer.KYOKAI_KENPO)


def test_a_formula_that_issues_into_the_past_is_refuted_with_a_case() -> None:
    old = "| max(判定日, 一括の開始) | 一括の期限 |"
    book = _changed(old, old.replace("max(判定日, 一括の開始)", "一括の開始"))
    logical, wins = _logical(book)
    row = next(row for row in book.rows("certificate") if row.id == "C10")
    case = logical.refutation(logical.output(row, "issue_from") >= logical.day, wins["C10"])
    assert "判定日" in case


def test_a_row_taken_away_leaves_a_case_that_no_row_wins() -> None:
    book = KYOKAI[0]
    proven = book.proven("certificate")
    rows = tuple(row for row in proven.table.rows if row.id != "C13")
    less = replace(proven, table=replace(proven.table, rows=rows))
    logical = Logical(book, less)
    case = logical.refutation(z3.Or(*logical.wins().values()))
    assert "my_number_card" in case


ALL_DAYS = np.arange(FIRST_DAY, LAST_DAY + 1, dtype=np.int32)


@pytest.mark.parametrize("years", [1, 4, 5, 75])
def test_anniversaries_keep_the_axioms_on_every_day_of_four_centuries(years: int) -> None:
    moved = calendar_batch.anniversary(ALL_DAYS, years)
    assert np.all(moved >= ALL_DAYS + 365 * years)
    assert np.all(moved <= ALL_DAYS + 366 * years)
    assert np.all(np.diff(moved) >= 0)
    assert np.all(moved <= calendar_batch.anniversary(ALL_DAYS, years + 1))


@pytest.mark.parametrize("months", [0, 1, 2, 3, 6])
def test_month_ends_keep_the_axioms_on_every_day_of_four_centuries(months: int) -> None:
    moved = calendar_batch.month_end(ALL_DAYS, months)
    assert np.all(moved >= ALL_DAYS + 28 * months)
    assert np.all(moved <= ALL_DAYS + 31 * (months + 1))
    assert np.all(np.diff(moved) >= 0)
    assert np.all(moved <= calendar_batch.month_end(ALL_DAYS, months + 1))
