"""The rule books as package data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

BOOKS = "kenpo.rulebook.books"


@cache
def book_texts() -> dict[str, str]:
    """Return every book's text by its file name."""
    found = (entry for entry in files(BOOKS).iterdir() if entry.name.endswith(".md"))
    return {entry.name: entry.read_text(encoding="utf-8") for entry in found}
