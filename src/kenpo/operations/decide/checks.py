"""The form of a question's values, checked one by one; nothing is mended or guessed."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TypeVar

from kenpo.values.labels import LabelledStr

Code = TypeVar("Code", bound=LabelledStr)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class QuestionError(ValueError):
    """A question is not of the documented form: which ``field``, and what it ``must`` be."""

    def __init__(self, field: str, must: str) -> None:
        super().__init__(f"{field}: {must}")
        self.field = field
        self.must = must


def an_object(value: object, field: str) -> Mapping[str, object]:
    """Return a JSON object."""
    if not isinstance(value, dict):
        raise QuestionError(field, "オブジェクト / an object")
    return value


def a_list(value: object, field: str) -> Sequence[object]:
    """Return a JSON list."""
    if not isinstance(value, list):
        raise QuestionError(field, "リスト / a list")
    return value


def only_known(keys: Mapping[str, object], known: Collection[str], field: str) -> None:
    """Refuse a key that the question does not have: a slip must not read as "unknown"."""
    for key in keys:
        if key not in known:
            must = "次のどれか / one of: " + ", ".join(known)
            raise QuestionError(f"{field}.{key}" if field else key, must)


def a_day(value: object, field: str) -> date:
    """Return a day written YYYY-MM-DD."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise QuestionError(field, "暦にある日付 YYYY-MM-DD / a calendar day YYYY-MM-DD")


def a_day_or_none(value: object, field: str) -> date | None:
    """Return a day, or None for null."""
    return None if value is None else a_day(value, field)


def a_code(value: object, codes: type[Code], field: str) -> Code:
    """Return one of the codes."""
    if isinstance(value, str) and value in {str(code) for code in codes}:
        return codes(value)
    raise QuestionError(field, "次のどれか / one of: " + ", ".join(codes))


def a_truth(value: object, field: str) -> bool:
    """Return true or false; 1 and "yes" are neither."""
    if isinstance(value, bool):
        return value
    raise QuestionError(field, "true または false / true or false")


def told(facts: Mapping[str, object], name: str) -> bool:
    """Say whether a fact was said; null says that nobody asked."""
    return facts.get(name) is not None


def truths(facts: Mapping[str, object], names: Collection[str]) -> dict[str, object]:
    """Return those of the named facts that were said, each true or false."""
    return {name: a_truth(facts[name], f"facts.{name}") for name in names if told(facts, name)}


def a_count(value: object, most: int, field: str) -> int:
    """Return a whole number from 0 to ``most``; true and 2.0 are no counts."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most:
        return value
    raise QuestionError(field, f"0から{most}までの整数 / a whole number from 0 to {most}")
