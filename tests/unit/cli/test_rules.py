"""kenpo rules as it is typed."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kenpo.cli.app import app
from kenpo.wiring.books import BOOKS, SOURCES, rule_library
from support.cases import SHARED

_SEEDS = SHARED / "seeds"


def _rules(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["rules", *arguments])


def test_check_lists_every_row_without_a_sentence_once() -> None:
    result = _rules("check", "--json")
    assert result.exit_code == 0
    books = {book["insurer"]: book for book in json.loads(result.stdout)}
    rules = [row["rule"] for row in books["kyokai_kenpo"]["without_sentence"]]
    assert "M55" in rules
    assert "M10" not in rules
    assert len(rules) == len(set(rules))
    assert all(book["without_example"] == [] for book in books.values())
    shown = _rules("check").stdout
    assert all(f" {rule} (" in shown for rule in rules)


def test_check_lists_the_rows_that_rest_on_another_insurers_sentence() -> None:
    books = {book["insurer"]: book for book in json.loads(_rules("check", "--json").stdout)}
    rows = {
        insurer: {row["rule"] for row in book["on_another_insurers_sentence"]}
        for insurer, book in books.items()
    }
    assert {"A20", "U10", "L21"} <= rows["kyokai_kenpo"]
    assert {"L10", "M60"}.isdisjoint(rows["kyokai_kenpo"])
    assert {"A20", "U10", "L10"}.isdisjoint(rows["rokin_kenpo"])
    assert "L10" in rows["jsr_kenpo"]
    shown = _rules("check").stdout
    assert f"rows on another insurer's sentence: {len(rows['jsr_kenpo'])}" in shown


def test_show_prints_each_row_with_its_sentence() -> None:
    shown = _rules("show", "certificate").stdout
    for row in rule_library().book_named("kyokai_kenpo.md").rows("certificate"):
        assert f"\n{row.id}  ({row.place})\n" in f"\n{shown}"
        assert row.texts["理由"] in shown
        for citation in row.citations:
            assert (citation.quote or citation.note) in shown


def test_an_unknown_table_is_answered_with_the_known_ones() -> None:
    result = _rules("show", "envelopes", "--insurer", "jsr_kenpo")
    assert result.exit_code == 2
    assert "desk" in result.stderr


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    result = _rules("sources", "--texts", str(tmp_path))
    assert result.exit_code == 2
    assert "000_" in result.stderr


@pytest.mark.skipif(not _SEEDS.is_dir(), reason="the source texts lie beside the repository in CI")
def test_the_kept_sentences_are_made_again_byte_for_byte(tmp_path: Path) -> None:
    out = tmp_path / "sources.json"
    assert _rules("sources", "--texts", str(_SEEDS), "--out", str(out)).exit_code == 0
    assert out.read_bytes() == files(BOOKS).joinpath(SOURCES).read_bytes()


@pytest.mark.skipif(not _SEEDS.is_dir(), reason="the source texts lie beside the repository in CI")
def test_a_text_that_lost_a_quoted_sentence_is_refused(tmp_path: Path) -> None:
    for path in _SEEDS.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(text.replace("5枚以上", "6枚以上"), encoding="utf-8")
    result = _rules("sources", "--texts", str(tmp_path), "--out", str(tmp_path / "out.json"))
    assert result.exit_code == 1
    assert "kyokai_kenpo.md" in result.stderr
