"""The questions ``envelopes`` and ``target_list``: packing by the numbers of the book."""

from __future__ import annotations

from kenpo.mailing.envelopes import pack
from kenpo.mailing.target_slots import sheets
from kenpo.operations.decide.checks import a_count, only_known
from kenpo.operations.decide.question import Question
from kenpo.operations.decide.words import Json, citations_json, conflicts_json, reasons_json
from kenpo.rulebook import Answer, Book, DatedValue

LIMIT = "封筒の上限"
SLOTS = "一覧表の枠"
_MOST_CERTIFICATES = 10_000
_MOST_TARGETS = 100_000_000


def answer_envelopes(book: Book, question: Question) -> Json:
    """Return the contents of each envelope of a family."""
    count = _count(question, "certificates", _MOST_CERTIFICATES)
    limit = book.value_source(LIMIT, question.on)
    if count is None:
        return {"envelopes": None, **_missing("certificates")}
    answer = book.ask("envelopes", {"count": count}, question.on)
    return {
        "envelopes": list(pack(count, limit.number)),
        "limit": limit.number,
        **_grounds(answer, limit),
    }


def answer_target_list(book: Book, question: Question) -> Json:
    """Return whether the employer gets a list, and on how many sheets."""
    count = _count(question, "targets", _MOST_TARGETS)
    slots = book.value_source(SLOTS, question.on)
    if count is None:
        return {"delivered_to_employer": None, "sheets": None, **_missing("targets")}
    answer = book.ask("target_list", {"count": count}, question.on)
    return {
        "delivered_to_employer": answer.text("delivered") == "true",
        "sheets": sheets(count, slots.number),
        "slots_a_sheet": slots.number,
        **_grounds(answer, slots),
    }


def _count(question: Question, name: str, most: int) -> int | None:
    only_known(question.facts, (name,), "facts")
    if name not in question.facts:
        return None
    return a_count(question.facts[name], most, f"facts.{name}")


def _grounds(answer: Answer, value: DatedValue) -> Json:
    return {
        "missing": [],
        "presumed": list(answer.presumed),
        "conflicts": conflicts_json([answer]),
        "rule": answer.row,
        "place": answer.place,
        "reasons": reasons_json([answer]),
        "citations": citations_json([*answer.citations, value.citation]),
    }


def _missing(name: str) -> Json:
    return {
        "missing": [name],
        "presumed": [],
        "conflicts": [],
        "rule": None,
        "place": None,
        "reasons": reasons_json([]),
        "citations": [],
    }
