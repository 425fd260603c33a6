"""One case asked of a small book."""

from __future__ import annotations

from datetime import date

import pytest

from kenpo.rulebook import FactError, Mark, RuleBookError
from kenpo.values.ids import RowId
from kenpo.values.insurer import Policy
from support.rulebooks import book_of
from support.small_book import SMALL, changed

ON = date(2025, 4, 30)
BOOK = book_of(SMALL)
MEMBER: dict[str, object] = {"lost": None, "joined": "2025-04-01", "card": "held", "count": 2}


def test_an_answer_gives_row_outputs_place_and_sentences() -> None:
    answer = BOOK.ask("交付", MEMBER, ON)
    assert (answer.row, answer.place, answer.book) == ("A2", "book.md:40", BOOK.hash)
    assert answer.outputs == {
        "書類": "確認書",
        "理由": "加入した",
        "開始": date(2025, 5, 1),
        "数": 1,
    }
    assert [(c.source, c.place, c.mark) for c in answer.citations] == [
        ("S1", "L7-9", Mark.VERBATIM),
        ("", "", Mark.NONE),
    ]


def test_an_output_that_is_empty_or_absent_is_none() -> None:
    answer = BOOK.ask("交付", MEMBER | {"lost": "2025-04-01"}, ON)
    assert answer.outputs == {"書類": None, "理由": "失った", "開始": None, "数": None}
    assert (answer.text("書類"), answer.day("開始"), answer.number("数")) == ("", None, None)


def test_an_answer_in_json_holds_no_object_of_ours() -> None:
    found = BOOK.ask("交付", MEMBER, ON).to_json()
    assert found["rule"] == "A2"
    assert found["outputs"] == {
        "書類": "確認書",
        "理由": "加入した",
        "開始": "2025-05-01",
        "数": 1,
    }
    assert found["citations"] == [
        {
            "source": "S1",
            "place": "L7-9",
            "quote": "加入した人には … 交付する。",
            "mark": "verbatim",
        },
        {"source": "", "place": "", "quote": None, "mark": "none", "note": "壊れたカードの扱い"},
    ]


def test_the_facts_used_are_those_the_row_asks_for_with_all_columns_looked_at() -> None:
    (used,) = BOOK.ask("交付", MEMBER, ON).used
    assert (used.name, used.option, used.condition) == ("加入", "加入中", "それ以外")
    assert used.columns == {"lost": None}
    both = BOOK.ask("交付", MEMBER | {"card": "broken"}, ON).used
    assert [(u.name, u.option, dict(u.columns)) for u in both] == [
        ("加入", "加入中", {"lost": None}),
        ("カード", "broken", {"card": "broken"}),
    ]


def test_an_unknown_fact_that_matters_is_missing() -> None:
    answer = BOOK.ask("交付", {"joined": "2025-04-01", "card": "held", "count": 0}, ON)
    assert (answer.row, answer.missing, dict(answer.outputs)) == (None, ("lost",), {})
    assert (answer.citations, answer.used, answer.place) == ((), (), "")


def test_an_unknown_fact_that_changes_nothing_is_not_missing() -> None:
    assert BOOK.ask("交付", {"lost": "2025-04-30"}, ON).row == "A1"


def test_an_unknown_fact_that_only_an_output_needs_is_missing() -> None:
    facts = {name: value for name, value in MEMBER.items() if name != "joined"}
    assert BOOK.ask("交付", facts, ON).missing == ("joined",)


def test_a_presumption_is_named_only_when_it_matters() -> None:
    facts = {name: value for name, value in MEMBER.items() if name != "card"}
    assert BOOK.ask("交付", facts, ON).presumed == ("card",)
    assert BOOK.ask("交付", facts | {"lost": "2025-04-30"}, ON).presumed == ()


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("lost", "2025-4-30"),
        ("lost", "20250430"),
        ("lost", "2025-02-29"),
        ("lost", "9999-12-31"),
        ("lost", 20250430),
        ("joined", None),
        ("card", "gone"),
        ("card", 1),
        ("wish", "yes"),
        ("wish", 1),
        ("count", True),
        ("count", "2"),
        ("count", 10**12),
        ("shoe_size", 26),
    ],
)
def test_a_fact_of_another_form_is_refused_by_name(fact: str, value: object) -> None:
    with pytest.raises(FactError) as caught:
        BOOK.ask("交付", MEMBER | {fact: value}, ON)
    assert caught.value.field == fact


@pytest.mark.parametrize(
    ("on", "known_on", "policy", "days"),
    [
        (date(2025, 4, 30), None, Policy.CURRENT, 30),
        (date(2025, 5, 31), None, Policy.CURRENT, 30),
        (date(2025, 6, 1), None, Policy.CURRENT, 40),
        (date(2025, 6, 1), date(2025, 2, 28), Policy.CURRENT, 30),
        (date(2025, 6, 1), date(2025, 3, 1), Policy.CURRENT, 40),
        (date(2025, 6, 1), None, Policy.SEEDS, 30),
        (date(2025, 12, 1), None, Policy.CURRENT, 50),
        (date(2025, 12, 1), None, Policy.SEEDS, 30),
    ],
)
def test_the_value_in_force_is_the_latest_allowed_and_known(
    on: date, known_on: date | None, policy: Policy, days: int
) -> None:
    book = book_of(SMALL, policy)
    assert book.value("待ち", on, known_on) == days
    started = book.ask("交付", MEMBER, on, known_on).day("開始")
    assert started is not None
    assert (started - date(2025, 4, 1)).days == days


def test_a_value_not_yet_in_force_is_an_error_and_never_nought() -> None:
    before = date(2024, 12, 31)
    with pytest.raises(RuleBookError, match="値「待ち」は2024-12-31にはまだ有効なものがありません"):
        BOOK.value("待ち", before)
    with pytest.raises(RuleBookError, match="待ち"):
        BOOK.ask("交付", MEMBER, before)


def test_far_days_stay_none_in_outputs() -> None:
    book = book_of(changed(("joined + 待ち", "lost + 待ち")))
    assert book.ask("交付", MEMBER, ON).day("開始") is None
    batch = book.compile("交付", ON)
    numbers = {"card": 1, "count": 0, "joined": 0, "lost": 2**31 - 1}
    assert batch.one(*(numbers[name] for name in batch.columns))[1] == -(2**31)


TOO_INVOLVED = changed(("| 喪失 | lost <= 判定日 |", "| 喪失 | max(lost, joined) <= 判定日 |"))


def test_a_comparison_of_two_unknown_days_is_left_open_and_not_guessed() -> None:
    answer = book_of(TOO_INVOLVED).ask("交付", {"card": "held", "count": 1}, ON)
    assert (answer.row, answer.missing) == (None, ("lost", "joined"))


def test_a_fact_of_a_truth_column_has_the_two_truths_as_options() -> None:
    text = changed(("列 card", "列 wish"), ("| A3 | 加入中 | broken |", "| A3 | 加入中 | 真 |"))
    book = book_of(text)
    assert book.ask("交付", MEMBER | {"wish": True}, ON).row == "A3"
    assert book.ask("交付", MEMBER | {"wish": None}, ON).row == "A2"
    assert book.ask("交付", MEMBER | {"wish": True}, ON).used[1].condition == "wish"


def test_a_book_shows_its_tables_rows_and_values() -> None:
    assert (BOOK.title, BOOK.tables) == ("小さな本", ("交付",))
    assert [row.id for row in BOOK.rows("交付")] == ["A1", "A2", "A3"]
    row = BOOK.row(RowId("A3"))
    assert (row.beats, row.texts["開始"], str(row.place)) == (("A2",), "判定日", "book.md:41")
    source = BOOK.value_source("待ち", date(2025, 7, 1))
    assert (source.shown, source.citation.mark, str(source.place)) == (
        40,
        Mark.REPORTED,
        "book.md:16",
    )
    assert source.citation.note == "延びた"
    with pytest.raises(KeyError):
        BOOK.row(RowId("A9"))
