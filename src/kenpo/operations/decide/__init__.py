"""One JSON question, one JSON answer: the form of the decision cases (``kenpo decide``)."""

from kenpo.operations.decide.checks import QuestionError
from kenpo.operations.decide.dispatch import decide, decide_document
from kenpo.operations.decide.question import Question, QuestionKind, read_question

__all__ = [
    "Question",
    "QuestionError",
    "QuestionKind",
    "decide",
    "decide_document",
    "read_question",
]
