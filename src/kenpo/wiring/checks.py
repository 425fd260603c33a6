"""What ``kenpo doctor`` finds: one line a thing, and for each missing thing what to do."""

from __future__ import annotations

from dataclasses import dataclass

from kenpo.values.labels import LabelledStr


class State(LabelledStr):
    """How a thing is. Only MISSING makes the doctor's exit status 1."""

    OK = "ok", "良好", "ok"
    NOTE = "note", "参考", "note"
    MISSING = "missing", "要対応", "needs attention"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: its code, its names, how it is, what was found, what to do."""

    code: str
    label_ja: str
    label_en: str
    state: State
    found: str
    todo: str = ""


def good(code: str, labels: tuple[str, str], found: str) -> Check:
    """Return a thing that is as it should be."""
    return Check(code, *labels, State.OK, found)


def noted(code: str, labels: tuple[str, str], found: str, todo: str = "") -> Check:
    """Return a thing worth knowing that needs nothing now."""
    return Check(code, *labels, State.NOTE, found, todo)


def missing(code: str, labels: tuple[str, str], found: str, todo: str) -> Check:
    """Return a thing that must be put right."""
    return Check(code, *labels, State.MISSING, found, todo)
