"""The sentences kept beside the books are the sentences of the source texts."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from kenpo.operations.keep_sources import citations_of, quoted_passages, sources_json
from kenpo.rulebook import Library, Mark, Passage, RuleBookError, Sources
from kenpo.values.insurer import Insurer, Policy
from kenpo.wiring.books import BOOKS, SOURCES, book_texts, rule_library
from support.cases import SHARED

_KEPT = files(BOOKS).joinpath(SOURCES).read_text(encoding="utf-8")
_SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
_beside = pytest.mark.skipif(not _SEEDS, reason="the source texts lie beside the repository in CI")


def _whole(path: Path) -> Passage:
    text = path.read_text(encoding="utf-8")
    return Passage(f"S{int(path.name[:3])}", 1, text.count("\n") + 1, path.name, text)


@_beside
def test_every_kept_line_stands_in_its_text_at_that_line() -> None:
    texts = {path.name: path.read_text(encoding="utf-8").split("\n") for path in _SEEDS}
    passages = Sources.parse(_KEPT).passages
    assert passages
    for passage in passages:
        lines = texts[passage.file][passage.first_line - 1 : passage.last_line]
        assert passage.text == "\n".join(lines)


@_beside
def test_the_kept_lines_are_those_the_books_quote_and_no_others() -> None:
    whole = Sources(_whole(path) for path in _SEEDS)
    library = Library(book_texts(), whole)
    books = [library.book(insurer, Policy.CURRENT) for insurer in Insurer]
    assert sources_json(quoted_passages(books, whole)) == _KEPT


@_beside
def test_the_books_quote_the_same_places_from_the_whole_texts() -> None:
    whole = Library(book_texts(), Sources(_whole(path) for path in _SEEDS))
    for insurer in Insurer:
        kept = rule_library().book(insurer, Policy.CURRENT)
        assert list(citations_of(kept)) == list(citations_of(whole.book(insurer, Policy.CURRENT)))


@pytest.mark.parametrize("insurer", Insurer)
def test_every_verbatim_citation_has_a_place_and_every_other_a_note(insurer: Insurer) -> None:
    for citation in citations_of(rule_library().book(insurer, Policy.CURRENT)):
        verbatim = citation.mark is Mark.VERBATIM
        assert verbatim == bool(citation.quote and citation.place.startswith("L"))
        assert verbatim or citation.note


def test_a_quote_with_one_changed_character_is_refused_with_its_line() -> None:
    texts = book_texts()
    changed = texts["common.md"].replace("次回以降の受診時には", "次回以降の受診には")
    library = Library({**texts, "common.md": changed}, Sources.parse(_KEPT))
    with pytest.raises(RuleBookError, match=r"common\.md:\d+ .*S3"):
        library.book(Insurer.KYOKAI_KENPO, Policy.CURRENT)


def test_the_kept_file_is_plain_json_of_passages() -> None:
    rows = json.loads(_KEPT)
    assert {tuple(sorted(row)) for row in rows} == {
        ("file", "first_line", "last_line", "seed", "text")
    }
