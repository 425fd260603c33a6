"""The rule books of the package, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from kenpo.rulebook import Library, Sources
from kenpo.wiring.books import BOOKS, book_texts

SOURCES = "sources.json"


@cache
def rule_library() -> Library:
    """Return the books that ship with kenpo and the sentences they quote."""
    sources = files(BOOKS).joinpath(SOURCES).read_text(encoding="utf-8")
    return Library(book_texts(), Sources.parse(sources))
