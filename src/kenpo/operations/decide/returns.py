"""The question ``return``: what happens to a document, and to whom it goes back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from kenpo.issuance.returns import ReturnDocument, ReturnOutcome, ReturnTo, Trigger
from kenpo.operations.decide.checks import (
    QuestionError,
    a_code,
    a_day,
    a_day_or_none,
    only_known,
    told,
    truths,
)
from kenpo.operations.decide.question import Question
from kenpo.operations.decide.words import Json, both, grounds_json, text_or_none
from kenpo.rulebook import Answer, Book

_FACTS = ("document", "trigger", "left_on", "lost_on", "valid_until", "voluntarily_continued")
_RENAMED = {"left_ahead": "left_on"}
_ONE_DAY = timedelta(days=1)


def answer_return(book: Book, question: Question) -> Json:
    """Return outcome, to whom, and how; a loss date stands for the leaving date before it."""
    only_known(question.facts, _FACTS, "facts")
    answer = book.ask("return", _columns(question.facts, question.on), question.on)
    outcome, to = text_or_none(answer, "outcome"), text_or_none(answer, "to")
    return {
        "outcome": outcome and ReturnOutcome(outcome).value,
        "to": to and ReturnTo(to).value,
        "how": _how(answer),
        **grounds_json(answer, renamed=_RENAMED),
    }


def _how(answer: Answer) -> Json | None:
    return None if answer.row is None else both(answer.text("返し方"), answer.text("how"))


def _columns(facts: Mapping[str, object], on: date) -> dict[str, object]:
    columns = truths(facts, ("voluntarily_continued",))
    if told(facts, "document"):
        columns["document"] = a_code(facts["document"], ReturnDocument, "facts.document").value
    if told(facts, "trigger"):
        columns["trigger"] = a_code(facts["trigger"], Trigger, "facts.trigger").value
    if "valid_until" in facts:
        columns["valid_until"] = _end(facts, on)
    left_on = _left_on(facts)
    return columns | ({} if left_on is None else {"left_on": left_on, "left_ahead": left_on > on})


def _end(facts: Mapping[str, object], on: date) -> date | None:
    """Return the last day of the document; what is called expired must have ended."""
    end = a_day_or_none(facts["valid_until"], "facts.valid_until")
    if facts.get("trigger") == Trigger.EXPIRED and end is not None and end >= on:
        must = "期限切れなら、聞いた日より前の日 / before the day asked about, if it has expired"
        raise QuestionError("facts.valid_until", must)
    return end


def _left_on(facts: Mapping[str, object]) -> date | None:
    """Return the leaving date; 資格喪失日 is the day after it (健康保険法36条)."""
    left_on, lost_on = (
        a_day(facts[name], f"facts.{name}") if told(facts, name) else None
        for name in ("left_on", "lost_on")
    )
    if lost_on is None or left_on is None:
        return left_on or (lost_on and lost_on - _ONE_DAY)
    if lost_on != left_on + _ONE_DAY and facts.get("voluntarily_continued") is not True:
        raise QuestionError("facts.lost_on", "left_on の翌日 / the day after left_on")
    if lost_on < left_on:
        raise QuestionError("facts.lost_on", "left_on 以後の日 / not before left_on")
    return left_on
