"""The question ``documents``: who gets which document, which way, from when to when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kenpo.issuance.decide import Due, decide_documents
from kenpo.operations.decide.checks import (
    QuestionError,
    a_code,
    a_day,
    a_day_or_none,
    a_list,
    an_object,
    only_known,
)
from kenpo.operations.decide.question import Question
from kenpo.operations.decide.words import (
    Json,
    both,
    citations_json,
    conflicts_json,
    day_json,
    grounds_json,
    names,
    reasons_json,
    row_json,
)
from kenpo.rulebook import Answer, Book
from kenpo.rulebook.terms import Kind
from kenpo.values.person import Relation

_HELD = ("issued_on", "valid_until")
_OPEN_END = date.max
_MEMBER = (
    "acquired_on",
    "decided_on",
    "lost_on",
    "birth_date",
    "relation",
    "my_number_card",
    "my_number_filed",
    "use_registered_on",
    "electronic_certificate_valid_until",
    "wish_ticked",
    "application_attached",
    "needs_assistance",
    "certificates",
    "changed_on",
)


def answer_documents(book: Book, question: Question) -> Json:
    """Return the answer; documents that are certain are listed even while a fact is missing."""
    only_known(question.facts, ("member",), "facts")
    member = an_object(question.facts.get("member"), "facts.member")
    decision = decide_documents(book, _facts(book, member, question.on), question.on)
    answers = tuple(decision.answers.values())
    return {
        "outcome": decision.outcome,
        "documents": [_document(due, _form(book, due, question.on)) for due in decision.due],
        "bulk": decision.bulk,
        "missing": list(decision.missing),
        "presumed": names(answer.presumed for answer in answers),
        "conflicts": conflicts_json(answers),
        "rule": next((answer.row for answer in reversed(answers) if answer.row), None),
        "reasons": reasons_json(answers),
        "citations": citations_json(c for answer in answers for c in answer.citations),
        "considered": [{"kind": kind, **row_json(a)} for kind, a in decision.answers.items()],
    }


def _form(book: Book, due: Due, on: date) -> Answer:
    return book.ask("form", {"issued_document": due.kind}, on)


def _document(due: Due, form: Answer) -> Json:
    return {
        "kind": due.kind,
        "basis": due.basis,
        "route": due.route,
        "issue_from": day_json(due.issue_from),
        "issue_until": day_json(due.issue_until),
        "overdue": due.overdue,
        "valid_until": day_json(due.valid_until),
        "form": {**both(form.text("形"), form.text("shape")), **grounds_json(form)},
        "rule": due.answer.row,
        "place": due.answer.place,
        "reasons": reasons_json([due.answer]),
        "citations": citations_json(due.answer.citations),
    }


def _facts(book: Book, member: Mapping[str, object], on: date) -> dict[str, object]:
    """Return the member's facts by column; ``relation`` is checked but decides nothing."""
    only_known(member, _MEMBER, "facts.member")
    if "relation" in member:
        a_code(member["relation"], Relation, "facts.member.relation")
    days = {name for name, column in book.columns.items() if column.kind is Kind.DAY}
    facts = {
        name: a_day_or_none(value, f"facts.member.{name}") if name in days else value
        for name, value in member.items()
        if name not in {"relation", "certificates"}
    }
    _in_order(facts, "birth_date", "acquired_on")
    _in_order(facts, "acquired_on", "lost_on")
    if "certificates" in member:
        facts["certificates"] = _latest_end(member["certificates"], on)
    return facts


def _latest_end(value: object, on: date) -> date | None:
    """Return the last day of the certificates held on a day, None when none is held."""
    if value is None:
        return None
    held = []
    for i, one in enumerate(a_list(value, "facts.member.certificates")):
        field = f"facts.member.certificates[{i}]"
        certificate = an_object(one, field)
        only_known(certificate, _HELD, field)
        for key in _HELD:
            if key not in certificate:
                raise QuestionError(f"{field}.{key}", "必須 / required")
        issued_on = a_day(certificate["issued_on"], f"{field}.issued_on")
        end = a_day_or_none(certificate["valid_until"], f"{field}.valid_until") or _OPEN_END
        _before(issued_on, end, f"{field}.valid_until", "issued_on")
        held += [end] if issued_on <= on else []
    return max(held, default=None)


def _in_order(facts: Mapping[str, object], first: str, second: str) -> None:
    earlier, later = facts.get(first), facts.get(second)
    if isinstance(earlier, date) and isinstance(later, date):
        _before(earlier, later, f"facts.member.{second}", first)


def _before(earlier: date, later: date, field: str, name: str) -> None:
    if later < earlier:
        raise QuestionError(field, f"{name} 以後の日 / not before {name}")
