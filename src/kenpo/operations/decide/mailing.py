"""The questions ``envelopes``, ``target_list`` and ``returned_mail``."""

from __future__ import annotations

from kenpo.mailing.envelopes import pack
from kenpo.mailing.returned_mail import MailReturnReason, NextStep
from kenpo.mailing.target_slots import sheets
from kenpo.operations.decide.checks import a_code, a_count, only_known, told, truths
from kenpo.operations.decide.question import Question
from kenpo.operations.decide.words import Json, day_json, grounds_json, reasons_json, text_or_none
from kenpo.rulebook import Book

LIMIT = "封筒の上限"
SLOTS = "一覧表の枠"
_MOST_CERTIFICATES = 10_000
_MOST_TARGETS = 100_000_000
_REASON = "return_reason"
_VOLUNTARY = "voluntarily_continued"


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
        **grounds_json(answer, limit.citation),
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
        **grounds_json(answer, slots.citation),
    }


def answer_returned_mail(book: Book, question: Question) -> Json:
    """Return what follows a piece that came back; who has no employer is told by the last fact."""
    facts = question.facts
    only_known(facts, ("reason", _VOLUNTARY), "facts")
    columns = truths(facts, (_VOLUNTARY,))
    if told(facts, "reason"):
        columns[_REASON] = a_code(facts["reason"], MailReturnReason, "facts.reason").value
    answer = book.ask("returned_mail", columns, question.on)
    following = text_or_none(answer, "next")
    return {
        "next": following and NextStep(following).value,
        "from": day_json(answer.day("from")),
        **grounds_json(answer, renamed={_REASON: "reason"}),
    }


def _count(question: Question, name: str, most: int) -> int | None:
    only_known(question.facts, (name,), "facts")
    if name not in question.facts:
        return None
    return a_count(question.facts[name], most, f"facts.{name}")


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
