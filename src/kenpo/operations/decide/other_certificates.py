"""The questions ``ceiling``, ``specific_disease`` and ``elderly_certificate``."""

from __future__ import annotations

from collections.abc import Collection

from kenpo.operations.decide.checks import a_code, a_count, only_known, told, truths
from kenpo.operations.decide.question import Question
from kenpo.operations.decide.words import Json, grounds_json, text_or_none
from kenpo.rulebook import Book
from kenpo.verification.other_certificates import Presented, Procedure

_OLDEST = 150


def answer_ceiling(book: Book, question: Question) -> Json:
    """Return whether the ceiling (限度額) applies at the desk, and what must be filed first."""
    return _at_desk(book, question, ("consent", "tax_exempt", "application_on_file"))


def answer_specific_disease(book: Book, question: Question) -> Json:
    """Return whether the ceiling of a specific disease applies, and what must be filed first."""
    return _at_desk(book, question, ("consent", "application_on_file"))


def answer_elderly_certificate(book: Book, question: Question) -> Json:
    """Return whether the elderly recipient certificate (高齢受給者証) is issued."""
    facts = question.facts
    only_known(facts, ("age", "myna_usable"), "facts")
    columns = truths(facts, ("myna_usable",))
    if told(facts, "age"):
        columns["age"] = a_count(facts["age"], _OLDEST, "facts.age")
    answer = book.ask("elderly_certificate", columns, question.on)
    return {"outcome": text_or_none(answer, "outcome"), **grounds_json(answer)}


def _at_desk(book: Book, question: Question, names: Collection[str]) -> Json:
    """Ask the table of the question's name; null for a yes-or-no means none, as in the book."""
    facts = question.facts
    only_known(facts, ("presented", *names), "facts")
    columns: dict[str, object] = {name: facts[name] for name in names if name in facts}
    columns |= truths(facts, names)
    if told(facts, "presented"):
        columns["presented"] = a_code(facts["presented"], Presented, "facts.presented").value
    answer = book.ask(question.kind, columns, question.on)
    procedure = text_or_none(answer, "procedure")
    return {
        "outcome": text_or_none(answer, "outcome"),
        "procedure": procedure and Procedure(procedure).value,
        **grounds_json(answer),
    }
