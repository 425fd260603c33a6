"""Which documents a member is due, asked of the book's tables ``notice`` and ``certificate``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kenpo.issuance.due import Basis, DocumentsOutcome, Route
from kenpo.issuance.face import DocumentKind
from kenpo.rulebook import Answer, Book

TABLES = {DocumentKind.NOTICE: "notice", DocumentKind.CERTIFICATE: "certificate"}


@dataclass(frozen=True, slots=True)
class Due:
    """A document that is due. The window's days are None where the book gives none.

    ``overdue``: the window had passed on the day asked about, so the document is due at once.
    """

    kind: DocumentKind
    basis: Basis
    route: Route
    issue_from: date | None
    issue_until: date | None
    overdue: bool
    valid_until: date | None
    answer: Answer


@dataclass(frozen=True, slots=True)
class DocumentsDecision:
    """The row of each kind of document, what is due, and the facts that are missing."""

    answers: Mapping[DocumentKind, Answer]
    due: tuple[Due, ...]
    missing: tuple[str, ...]

    @property
    def outcome(self) -> DocumentsOutcome | None:
        """Whether anything is due; None while a missing fact decides it."""
        if self.missing:
            return None
        return DocumentsOutcome.ISSUE if self.due else DocumentsOutcome.NONE

    @property
    def bulk(self) -> bool | None:
        """Whether the certificate is one of the bulk issue; None while that is unknown."""
        if self.answers[DocumentKind.CERTIFICATE].row is None:
            return None
        kinds = {(due.kind, due.basis) for due in self.due}
        return (DocumentKind.CERTIFICATE, Basis.BULK) in kinds


def decide_documents(book: Book, facts: Mapping[str, object], on: date) -> DocumentsDecision:
    """Ask both tables about one member on one day; nothing unknown is guessed.

    ``facts`` are JSON values by column name. Raises FactError for a value of the wrong form.
    """
    answers = {kind: book.ask(table, facts, on) for kind, table in TABLES.items()}
    missing = (name for answer in answers.values() for name in answer.missing)
    return DocumentsDecision(
        answers=answers,
        due=tuple(_due(kind, answer) for kind, answer in answers.items() if is_due(answer)),
        missing=tuple(dict.fromkeys(missing)),
    )


def is_due(answer: Answer) -> bool:
    """Say whether the row of a table issues its document."""
    return answer.text("outcome") == DocumentsOutcome.ISSUE


def _due(kind: DocumentKind, answer: Answer) -> Due:
    return Due(
        kind=kind,
        basis=Basis(answer.text("basis")),
        route=Route(answer.text("route")),
        issue_from=answer.day("issue_from"),
        issue_until=answer.day("issue_until"),
        overdue=answer.text("overdue") == "true",
        valid_until=answer.day("valid_until"),
        answer=answer,
    )
