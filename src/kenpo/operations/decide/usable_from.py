"""The question ``usable_from``: the first day the card works as insurance card."""

from __future__ import annotations

from kenpo.operations.decide.checks import a_day_or_none, only_known, truths
from kenpo.operations.decide.question import Question
from kenpo.operations.decide.words import Json, day_json, grounds_json
from kenpo.rulebook import Answer, Book
from kenpo.values.business_day import add_business_days

DAYS = "使えるまでの営業日"
_FACTS = ("registered_on", "my_number_filed")


def answer_usable_from(book: Book, question: Question) -> Json:
    """Return the day, None where no day can be given; null for ``registered_on`` is "not yet"."""
    facts = question.facts
    only_known(facts, _FACTS, "facts")
    columns = truths(facts, ("my_number_filed",))
    if "registered_on" in facts:
        columns["registered_on"] = a_day_or_none(facts["registered_on"], "facts.registered_on")
    answer = book.ask("usable_from", columns, question.on)
    value = book.value_source(DAYS, question.on)
    return {"usable_from": _usable_from(answer), **grounds_json(answer, value.citation)}


def _usable_from(answer: Answer) -> str | None:
    counted_from, days = answer.day("counted_from"), answer.number("business_days")
    if counted_from is None or days is None:
        return None
    return day_json(add_business_days(counted_from, days))
