"""The rule books as package data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from kenpo.operations.rule_catalogue import CatalogueRule, read_catalogue
from kenpo.rulebook import Library, Sources

BOOKS = "kenpo.rulebook.books"
SOURCES = "sources.json"
CATALOGUE = "catalogue.toml"


@cache
def rule_library() -> Library:
    """Return the books that ship with kenpo; a book is read and proven when first asked for."""
    return Library(book_texts(), Sources.parse(_text(SOURCES)))


def rule_catalogue() -> tuple[CatalogueRule, ...]:
    """Return the rules of the source texts with the rows that carry each out."""
    return read_catalogue(_text(CATALOGUE))


def book_texts() -> dict[str, str]:
    """Return every book's text by its file name."""
    names = sorted(entry.name for entry in files(BOOKS).iterdir() if entry.name.endswith(".md"))
    return {name: _text(name) for name in names}


def _text(name: str) -> str:
    return files(BOOKS).joinpath(name).read_text(encoding="utf-8")
