"""Books for tests of the engine: the golden fixture, and small ones written in a test."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kenpo.rulebook import Book, Library, Passage, Sources
from kenpo.values.insurer import Policy

GOLDEN = Path(__file__).parents[1] / "golden" / "rulebook"
ENGINE_TABLE = "交付"
ENGINE_DAY = date(2025, 4, 30)
NO_SOURCES = Sources(
    [
        Passage("S1", 1, 1, "one.txt", "資格を失った人には　交付しない。"),
        Passage("S1", 7, 9, "one.txt", "加入した人には\n\n 交付する。"),
        Passage("S1", 20, 20, "one.txt", "（ただし書き）例外がある。"),
    ]
)


def engine_text() -> str:
    """Return the Markdown of the golden fixture."""
    return (GOLDEN / "engine.md").read_text(encoding="utf-8")


def engine_sources() -> Sources:
    """Return the passages that the golden fixture quotes."""
    return Sources.parse((GOLDEN / "sources.json").read_text(encoding="utf-8"))


def engine_book(text: str | None = None) -> Book:
    """Return the golden fixture as a book, or a changed text of it."""
    return Library({"engine.md": text or engine_text()}, engine_sources()).book_named("engine.md")


def book_of(text: str, policy: Policy = Policy.CURRENT, **included: str) -> Book:
    """Return the book of a text; ``included`` are further files by name without ``.md``."""
    files = {"book.md": text} | {f"{name}.md": more for name, more in included.items()}
    return Library(files, NO_SOURCES).book_named("book.md", policy)
