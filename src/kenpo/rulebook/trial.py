"""The examples of a book tried against it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kenpo.rulebook.answer import Answer
from kenpo.rulebook.book import Book
from kenpo.rulebook.errors import FactError, RuleBookError
from kenpo.rulebook.examples import Example
from kenpo.values.insurer import Policy


def try_examples(books: Mapping[Policy, Book]) -> None:
    """Ask every example; raises RuleBookError for the first that is answered otherwise."""
    for example in next(iter(books.values())).examples:
        _try(example, books[example.policy])


def _try(example: Example, book: Book) -> None:
    try:
        answer = book.ask(example.table, example.facts, example.on, example.known_on)
    except FactError as error:
        raise RuleBookError(example.place, "例の事実がおかしい。", str(error)) from error
    if answer.row != example.row:
        got = answer.row or "未知の列 " + "・".join(answer.missing)
        what = f"例は {example.row} を期待するが、答えは {got}。"
        raise RuleBookError(example.place, what, "例か規則を直してください。")
    _compare(example, answer)


def _compare(example: Example, answer: Answer) -> None:
    for name, expected in example.expect.items():
        if name not in answer.outputs:
            raise RuleBookError(example.place, f"出力「{name}」はない。", "名を確かめてください。")
        got = _text(answer.outputs[name])
        if got != expected:
            what = f"例の「{name}」は {expected} を期待するが、答えは {got or 'なし'}。"
            raise RuleBookError(example.place, what, "例か規則を直してください。")
    got_conflicts = frozenset(conflict.id for conflict in answer.conflicts)
    if example.conflicts is not None and got_conflicts != example.conflicts:
        what = f"例の対立は {_ids(example.conflicts)}、答えは {_ids(got_conflicts)}。"
        raise RuleBookError(example.place, what, "例か規則を直してください。")


def _ids(ids: frozenset[str]) -> str:
    return "・".join(sorted(ids)) or "なし"


def _text(value: str | date | int | None) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
