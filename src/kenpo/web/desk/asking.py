"""Ask the house and keep the answer in the panel's form."""

from __future__ import annotations

from kenpo.web.desk.answer import DeskAnswer, read_answer
from kenpo.web.desk.form import DeskForm
from kenpo.web.desk.question import question_of
from kenpo.web.house import House


def ask(house: House, form: DeskForm) -> DeskAnswer:
    """Return the engine's answer to a form without faults."""
    return read_answer(house.decide(question_of(form)))
