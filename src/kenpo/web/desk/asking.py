"""Ask the house and keep the answer in the panel's form."""

from __future__ import annotations

from collections.abc import Mapping

from kenpo.web.desk.answer import DeskAnswer, read_answer
from kenpo.web.desk.form import DeskForm
from kenpo.web.desk.question import question_of
from kenpo.web.house import House


class NotAnsweredError(ValueError):
    """The engine cannot answer: which ``field`` of the question, and what it ``must`` be."""

    def __init__(self, field: str, must: str) -> None:
        super().__init__(f"{field}: {must}")
        self.field = field
        self.must = must


def ask(house: House, form: DeskForm) -> DeskAnswer:
    """Return the engine's answer to a form without faults, or raise NotAnsweredError."""
    answer = house.decide(question_of(form))
    error = answer.get("error")
    if isinstance(error, Mapping):
        raise NotAnsweredError(str(error["field"]), str(error["must"]).partition(" / ")[0])
    return read_answer(answer)
