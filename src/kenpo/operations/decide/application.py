"""The question ``application``: may this applicant get a certificate, or a notice again."""

from __future__ import annotations

from collections.abc import Mapping

from kenpo.issuance.applications import (
    ApplicationForm,
    ApplicationOutcome,
    ApplicationReason,
    AppliedFor,
    LostDocument,
)
from kenpo.operations.decide.checks import QuestionError, a_code, only_known, told, truths
from kenpo.operations.decide.question import Question
from kenpo.operations.decide.words import Json, grounds_json, text_or_none
from kenpo.rulebook import Answer, Book

_TRUTHS = ("myna_usable", "has_certificate", "needs_assistance", "portal_visible")
_FACTS = ("document", "reason", "lost_document", *_TRUTHS)
_TABLES = {AppliedFor.CERTIFICATE: "application", AppliedFor.NOTICE: "notice_application"}
_OTHER_REASON = "other"


def answer_application(book: Book, question: Question) -> Json:
    """Return outcome, basis and the forms to file; the document is a certificate if not said."""
    facts = question.facts
    only_known(facts, _FACTS, "facts")
    document = AppliedFor.CERTIFICATE
    if told(facts, "document"):
        document = a_code(facts["document"], AppliedFor, "facts.document")
    answer = book.ask(_TABLES[document], _columns(facts), question.on)
    outcome = text_or_none(answer, "outcome")
    return {
        "outcome": outcome and ApplicationOutcome(outcome).value,
        "document": document,
        "basis": text_or_none(answer, "basis"),
        "forms": _forms(answer),
        **grounds_json(answer),
    }


def _columns(facts: Mapping[str, object]) -> dict[str, object]:
    columns = truths(facts, _TRUTHS)
    if "reason" in facts:
        columns["reason"] = _reason(facts["reason"])
    if told(facts, "lost_document"):
        lost = a_code(facts["lost_document"], LostDocument, "facts.lost_document")
        columns["lost_document"] = lost.value
    return columns


def _reason(reason: object) -> str | None:
    """Return the book's code of a reason; a text that is none of the eight is another reason."""
    if reason is None:
        return None
    if not isinstance(reason, str):
        raise QuestionError("facts.reason", "文字列か null / a text or null")
    return reason if reason in set(ApplicationReason) else _OTHER_REASON


def _forms(answer: Answer) -> list[str] | None:
    if answer.row is None:
        return None
    return [ApplicationForm(form).value for form in answer.text("forms").split()]
