"""Answers of the book as JSON values, in the form of the decision cases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kenpo.rulebook import Answer, Citation, Conflict

Json = dict[str, object]


def day_json(day: date | None) -> str | None:
    """Return a day as YYYY-MM-DD, or None."""
    return None if day is None else day.isoformat()


def both(japanese: str, english: str) -> Json:
    """Return a text in both languages."""
    return {"ja": japanese, "en": english}


def reasons_json(answers: Iterable[Answer]) -> Json:
    """Return the reasons of the rows that won, each sentence once."""
    won = [answer for answer in answers if answer.row is not None]
    japanese = dict.fromkeys(answer.text("理由") for answer in won)
    english = dict.fromkeys(answer.text("reason") for answer in won)
    return both("。".join([*japanese, ""]), ". ".join([*english, ""]).strip())


def citations_json(citations: Iterable[Citation]) -> list[Json]:
    """Return citations, each once."""
    return [{**citation.to_json()} for citation in dict.fromkeys(citations)]


def conflicts_json(answers: Iterable[Answer]) -> list[Json]:
    """Return the disagreements that the answers touch, each once, in the order of the book."""
    found = {conflict.id: conflict for answer in answers for conflict in answer.conflicts}
    return [_conflict(conflict) for conflict in found.values()]


def names(groups: Iterable[Sequence[str]]) -> list[str]:
    """Return the names of all groups, each once."""
    return list(dict.fromkeys(name for group in groups for name in group))


def row_json(answer: Answer) -> Json:
    """Return the row that won: its id, its place in the book and the facts it asked for."""
    return {
        "rule": answer.row,
        "place": answer.place or None,
        "facts": [{"fact": used.name, "option": used.option} for used in answer.used],
    }


def said_json(facts: Mapping[str, object]) -> Json:
    """Return facts as they can be written in JSON."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in facts.items()
    }


def grounds_json(answer: Answer, *more: Citation, renamed: Mapping[str, str] | None = None) -> Json:
    """Return what every answer of one table carries beside its outcome.

    ``more`` are citations of the values used; ``renamed`` has the question's name of a column.
    """
    said = renamed or {}
    return {
        "missing": [said.get(name, name) for name in answer.missing],
        "presumed": [said.get(name, name) for name in answer.presumed],
        "conflicts": conflicts_json([answer]),
        "reasons": reasons_json([answer]),
        "citations": citations_json([*answer.citations, *(more if answer.row else ())]),
        **row_json(answer),
    }


def text_or_none(answer: Answer, output: str) -> str | None:
    """Return a text output, None where the row gives none or no row won."""
    return None if answer.row is None else answer.text(output) or None


def _conflict(conflict: Conflict) -> Json:
    readings: list[Json] = []
    for reading in conflict.readings:
        first, *rest = (citation.to_json() for citation in reading.citations)
        readings.append({"reading": reading.text, **first, "taken": reading.taken})
        if rest:
            readings[-1]["more_citations"] = rest
    taken = next(reading.text for reading in conflict.readings if reading.taken)
    return {"id": conflict.id, "title": conflict.title, "readings": readings, "taken": taken}
