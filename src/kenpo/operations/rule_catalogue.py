"""The catalogue of the rules of the source texts, and which rows of the books carry each out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kenpo.rulebook import Book
from kenpo.values.insurer import Insurer

_LETTERS = {"K": Insurer.KYOKAI_KENPO, "J": Insurer.JSR_KENPO, "R": Insurer.ROKIN_KENPO}
_TEXT_TABLES = {"guide", "faq"}


@dataclass(frozen=True, slots=True)
class CatalogueRule:
    """A rule of the texts: its number, what it says, and what carries it out.

    ``rows`` are references: ``K:C10`` a row of one book, ``M10`` of every book, ``K:値:NAME`` a
    dated value, ``K:事実:NAME`` a fact, ``K:D4`` a disagreement. ``code`` are modules, ``not_yet``
    says what is missing.
    """

    number: int
    ja: str
    en: str
    rows: tuple[str, ...]
    code: tuple[str, ...]
    not_yet: str


def read_catalogue(toml: str) -> tuple[CatalogueRule, ...]:
    """Read the catalogue from its TOML text, in the order of the numbers."""
    rules = (
        CatalogueRule(
            number=entry["number"],
            ja=entry["ja"],
            en=entry["en"],
            rows=tuple(entry["rows"]),
            code=tuple(entry.get("code", ())),
            not_yet=entry.get("not_yet", ""),
        )
        for entry in tomllib.loads(toml)["rule"]
    )
    return tuple(sorted(rules, key=lambda rule: rule.number))


def insurers_of(reference: str) -> tuple[Insurer, ...]:
    """Return the insurers whose books a reference names: all if it begins with no letter."""
    letter, colon, _ = reference.partition(":")
    return (_LETTERS[letter],) if colon and letter in _LETTERS else tuple(Insurer)


def found_in(reference: str, book: Book) -> str:
    """Return the table (or 値, 事実, 対立) of a book that has what is named, empty if none has."""
    letter, _, rest = reference.partition(":")
    name = rest if letter in _LETTERS else reference
    kind, colon, word = name.partition(":")
    if colon:
        known: Mapping[str, object] = book.dated_values if kind == "値" else _facts(book)
        return kind if word in known else ""
    if name in book.conflicts:
        return "対立"
    return next((table for table in book.tables if name in _ids(book, table)), "")


def is_text(reference: str, books: Mapping[Insurer, Book]) -> bool:
    """Say whether a reference names a text to publish rather than a rule that decides."""
    return found_in(reference, books[insurers_of(reference)[0]]) in _TEXT_TABLES


def lost_references(
    rules: tuple[CatalogueRule, ...], books: Mapping[Insurer, Book]
) -> Iterator[str]:
    """Yield every reference that names nothing in one of its books, as ``12: K:C99``."""
    for rule in rules:
        for reference in rule.rows:
            for insurer in insurers_of(reference):
                if not found_in(reference, books[insurer]):
                    yield f"{rule.number}: {reference} ({insurer})"


def _facts(book: Book) -> dict[str, object]:
    tables = (book.proven(name).table for name in book.tables)
    return {fact.name: fact for table in tables for fact in table.facts}


def _ids(book: Book, table: str) -> set[str]:
    return {str(row.id) for row in book.rows(table)}
