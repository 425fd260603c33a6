"""A quote must stand in its source, word for word; blanks do not count."""

from __future__ import annotations

import json

import pytest

from kenpo.rulebook import Passage, Place, RuleBookError, Sources

HERE = Place("book.md", 3)
SOURCES = Sources(
    [
        Passage("S2", 10, 12, "two.txt", "令和６年 12 月２日\n\n以降､交付する。"),
        Passage("S2", 13, 13, "two.txt", "次の行。"),
        Passage("S2", 40, 40, "two.txt", "離れた文。"),
        Passage("S0", 5, 5, "zero.txt", "別の文書の文。"),
    ]
)


@pytest.mark.parametrize(
    ("seed", "quote", "place"),
    [
        ("S2", "令和\uff16年12月\uff12日", "L10"),
        ("S2", "令和 ６年 12 月 ２日", "L10"),
        ("S2", "月２日以降､交付する。", "L10-12"),
        ("S2", "交付する。次の行。", "L12-13"),
        ("S2", "令和６年 … 離れた文。", "L10-40"),
        ("S2", "次の行。 … 離れた文。", "L13-40"),
        ("S0", "別の文書", "L5"),
    ],
)
def test_a_quote_is_found_with_the_lines_it_spans(seed: str, quote: str, place: str) -> None:
    assert SOURCES.place_of(seed, quote, HERE) == place


@pytest.mark.parametrize(
    ("seed", "quote"),
    [
        ("S2", "令和6年12月2日"),
        ("S2", "以降、交付する。"),
        ("S2", "離れた文。 … 令和６年"),
        ("S2", "次の行。 … 次の行。"),
        ("S2", "次の行。離れた文。"),
        ("S0", "令和６年"),
        ("S9", "令和６年"),
        ("S2", "令和６年 …  … 次の行"),
    ],
)
def test_a_changed_character_another_order_or_another_source_is_refused(
    seed: str, quote: str
) -> None:
    with pytest.raises(RuleBookError, match=r"book\.md:3 .*にありません"):
        SOURCES.place_of(seed, quote, HERE)


def test_sources_are_read_from_json() -> None:
    rows = [
        {"seed": "S1", "file": "one.txt", "first_line": 2, "last_line": 3, "text": "一\n二"},
    ]
    found = Sources.parse(json.dumps(rows))
    assert found.passages == (Passage("S1", 2, 3, "one.txt", "一\n二"),)
    assert found.place_of("S1", "二", HERE) == "L3"


def test_a_passage_must_have_the_lines_it_claims() -> None:
    with pytest.raises(ValueError, match="S1 L2-3"):
        Sources([Passage("S1", 2, 3, "one.txt", "一")])


def test_passages_must_not_overlap() -> None:
    with pytest.raises(ValueError, match="S1 L3"):
        Sources([Passage("S1", 2, 3, "a", "一\n二"), Passage("S1", 3, 3, "a", "二")])
