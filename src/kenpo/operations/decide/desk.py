"""The question ``desk``: what the reception desk may do with what was brought."""

from __future__ import annotations

from collections.abc import Mapping

from kenpo.operations.decide.checks import (
    a_code,
    a_day_or_none,
    a_list,
    a_truth,
    an_object,
    only_known,
)
from kenpo.operations.decide.question import Question
from kenpo.operations.decide.words import (
    Json,
    both,
    citations_json,
    conflicts_json,
    reasons_json,
    row_json,
    said_json,
)
from kenpo.rulebook import Book
from kenpo.verification.desk import DeskDecision, Judged, judge_desk
from kenpo.verification.items import Brought, Item, Shown

_DAYS = ("issued_on", "valid_until", "electronic_certificate_valid_until")
_ITEM = ("item", "use_registered", *_DAYS)
_FACTS = ("brought", "reader", "online")


def answer_desk(book: Book, question: Question) -> Json:
    """Return the answer: outcome, by which item, the steps and what to say."""
    facts = question.facts
    only_known(facts, _FACTS, "facts")
    if "brought" not in facts:
        return _answer(DeskDecision((), None, ("brought",)))
    brought = _brought(facts["brought"])
    at_desk = {name: facts[name] for name in ("reader", "online") if name in facts}
    return _answer(judge_desk(book, brought, at_desk, question.on))


def _answer(decision: DeskDecision) -> Json:
    best = decision.best
    answers = [] if best is None else [best.answer]
    return {
        "outcome": None if best is None else best.outcome,
        "by": None if best is None else _by(best.shown),
        "do": [] if best is None else _steps(best),
        "say": None if best is None else _say(best),
        "missing": list(decision.missing),
        "presumed": [] if best is None else list(best.presumed),
        "conflicts": conflicts_json(answers),
        "rule": None if best is None else best.answer.row,
        "place": None if best is None else best.answer.place,
        "reasons": reasons_json(answers),
        "citations": citations_json(c for answer in answers for c in answer.citations),
        "considered": [
            {"by": _by(each.shown), "outcome": each.outcome, **row_json(each.answer)}
            for each in decision.judged
        ],
    }


def _steps(best: Judged) -> list[Json]:
    return [
        both(japanese, english)
        for japanese, english in zip(best.steps("手順"), best.steps("do"), strict=True)
    ]


def _say(best: Judged) -> Json:
    return both(best.answer.text("声かけ"), best.answer.text("say"))


def _by(shown: Shown) -> Json | None:
    """Return the item as it was described; the second of a pair stands under ``with``."""
    described: list[Json] = [{"item": part.item, **said_json(part.facts)} for part in shown.parts]
    if not described:
        return None
    first, *others = described
    return {**first, "with": others[0]} if others else first


def _brought(value: object) -> tuple[Brought, ...]:
    things = [] if value is None else a_list(value, "facts.brought")
    return tuple(
        _thing(an_object(thing, f"facts.brought[{i}]"), f"facts.brought[{i}]")
        for i, thing in enumerate(things)
    )


def _thing(thing: Mapping[str, object], field: str) -> Brought:
    """Read one thing; ``use_registered`` null means not asked, like leaving it out."""
    only_known(thing, _ITEM, field)
    item = a_code(thing.get("item"), Item, f"{field}.item")
    facts: dict[str, object] = {
        name: a_day_or_none(thing[name], f"{field}.{name}") for name in _DAYS if name in thing
    }
    if thing.get("use_registered") is not None:
        facts["use_registered"] = a_truth(thing["use_registered"], f"{field}.use_registered")
    return Brought(item, facts)
