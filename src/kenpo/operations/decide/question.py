"""A question as it is asked: which table, whose rules, for which day, under which policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kenpo.operations.decide.checks import QuestionError, a_code, a_day, an_object
from kenpo.values.insurer import Insurer, Policy
from kenpo.values.labels import LabelledStr

CASE_KEYS = ("id", "expect", "because", "seed")
"""What a case file adds to a question; it changes no answer."""

_KEYS = ("question", "insurer", "on", "policy", "facts", *CASE_KEYS)


class QuestionKind(LabelledStr):
    """What can be asked."""

    DESK = "desk", "受付で何ができるか", "what the reception desk may do"
    DOCUMENTS = "documents", "だれがどの書類を受け取るか", "who gets which document"
    APPLICATION = "application", "申請できるか", "may this applicant get a document"
    RETURN = "return", "書類を返すか", "what happens to a document"
    USABLE_FROM = "usable_from", "いつからカードを使えるか", "first day the card works"
    ENVELOPES = "envelopes", "封筒の分け方", "packing"
    TARGET_LIST = "target_list", "対象者一覧表", "the employer's list"
    RETURNED_MAIL = "returned_mail", "戻った郵便", "what follows an undeliverable piece"
    CEILING = "ceiling", "限度額", "cost-sharing maximum"
    SPECIFIC_DISEASE = "specific_disease", "特定疾病", "specific disease"
    ELDERLY_CERTIFICATE = "elderly_certificate", "高齢受給者証", "elderly recipient certificate"


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the right form; ``facts`` are still as they came.

    ``ignored`` are keys that mean nothing in a question; the answer repeats them.
    """

    kind: QuestionKind
    insurer: Insurer
    on: date
    policy: Policy
    facts: Mapping[str, object]
    ignored: tuple[str, ...]


def read_question(data: object) -> Question:
    """Read a JSON value; raises QuestionError for the first field that is not of the form."""
    asked = an_object(data, "")
    for key in ("question", "insurer", "on", "facts"):
        if key not in asked:
            raise QuestionError(key, "必須 / required")
    return Question(
        kind=a_code(asked["question"], QuestionKind, "question"),
        insurer=a_code(asked["insurer"], Insurer, "insurer"),
        on=a_day(asked["on"], "on"),
        policy=a_code(asked.get("policy", Policy.CURRENT.value), Policy, "policy"),
        facts=an_object(asked["facts"], "facts"),
        ignored=tuple(key for key in asked if key not in _KEYS),
    )
