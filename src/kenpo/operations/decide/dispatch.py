"""A question handed to the table that answers it; an answer, or an error object."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kenpo.operations.decide.application import answer_application
from kenpo.operations.decide.checks import QuestionError
from kenpo.operations.decide.desk import answer_desk
from kenpo.operations.decide.documents import answer_documents
from kenpo.operations.decide.mailing import (
    answer_envelopes,
    answer_returned_mail,
    answer_target_list,
)
from kenpo.operations.decide.other_certificates import (
    answer_ceiling,
    answer_elderly_certificate,
    answer_specific_disease,
)
from kenpo.operations.decide.question import Question, QuestionKind, read_question
from kenpo.operations.decide.returns import answer_return
from kenpo.operations.decide.usable_from import answer_usable_from
from kenpo.operations.decide.words import Json
from kenpo.rulebook import Book, FactError, Library, RuleBookError


@dataclass(frozen=True, slots=True)
class _Room:
    """Who answers a kind of question, from which tables of the book, with which facts' prefix."""

    answer: Callable[[Book, Question], Json]
    tables: tuple[str, ...]
    facts: str


_ROOMS = {
    QuestionKind.DESK: _Room(answer_desk, ("desk",), "facts"),
    QuestionKind.DOCUMENTS: _Room(
        answer_documents, ("notice", "certificate", "form"), "facts.member"
    ),
    QuestionKind.APPLICATION: _Room(
        answer_application, ("application", "notice_application"), "facts"
    ),
    QuestionKind.RETURN: _Room(answer_return, ("return",), "facts"),
    QuestionKind.USABLE_FROM: _Room(answer_usable_from, ("usable_from",), "facts"),
    QuestionKind.ENVELOPES: _Room(answer_envelopes, ("envelopes",), "facts"),
    QuestionKind.TARGET_LIST: _Room(answer_target_list, ("target_list",), "facts"),
    QuestionKind.RETURNED_MAIL: _Room(answer_returned_mail, ("returned_mail",), "facts"),
    QuestionKind.CEILING: _Room(answer_ceiling, ("ceiling",), "facts"),
    QuestionKind.SPECIFIC_DISEASE: _Room(answer_specific_disease, ("specific_disease",), "facts"),
    QuestionKind.ELDERLY_CERTIFICATE: _Room(
        answer_elderly_certificate, ("elderly_certificate",), "facts"
    ),
}


def decide(library: Library, data: object) -> Json:
    """Answer one question; what is not of the documented form gets an ``error`` object."""
    try:
        question = read_question(data)
        return _head(data, question) | _answer(library, question)
    except QuestionError as error:
        return _identity(data) | {"error": {"field": error.field, "must": error.must}}


def decide_document(library: Library, document: object) -> tuple[Json | list[Json], bool]:
    """Answer one question or a list of them in order; True when all were of the right form."""
    if isinstance(document, list):
        answers = [decide(library, data) for data in document]
        return answers, not any("error" in answer for answer in answers)
    answer = decide(library, document)
    return answer, "error" not in answer


def _answer(library: Library, question: Question) -> Json:
    room = _ROOMS[question.kind]
    book = library.book(question.insurer, question.policy)
    if not set(room.tables) <= set(book.tables):
        raise QuestionError(
            "insurer", f"{question.kind} の表がある保険者 / an insurer whose book has this table"
        )
    try:
        return room.answer(book, question) | {"book": book.hash}
    except FactError as error:
        raise QuestionError(f"{room.facts}.{error.field}", error.must) from error
    except RuleBookError as error:
        must = f"規則書に値のある日 / a day the book has values for ({error.what})"
        raise QuestionError("on", must) from error


def _head(data: object, question: Question) -> Json:
    head: Json = {
        "question": question.kind,
        "insurer": question.insurer,
        "on": question.on.isoformat(),
        "policy": question.policy,
    }
    ignored: Json = {"ignored": list(question.ignored)} if question.ignored else {}
    return _identity(data) | head | ignored


def _identity(data: object) -> Json:
    return {"id": data["id"]} if isinstance(data, Mapping) and "id" in data else {}
