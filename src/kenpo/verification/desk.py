"""What the reception desk may do: every item judged on its own, the best answer taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kenpo.rulebook import Answer, Book
from kenpo.values.labels import LabelledStr
from kenpo.verification.items import Brought, Shown, shown

TABLE = "desk"
LINE = "<br>"
_COLUMNS = {"electronic_certificate_valid_until": "chip_valid_until"}
_FACTS = {column: fact for fact, column in _COLUMNS.items()}


class Outcome(LabelledStr):
    """What the desk may do, best first."""

    ACCEPT = "accept", "受け付ける", "accept"
    PROVISIONAL = "provisional", "暫定的に受け付ける", "accept provisionally"
    REFUSE = "refuse", "受け付けない", "do not accept"


_RANK = {outcome: rank for rank, outcome in enumerate(Outcome)}


@dataclass(frozen=True, slots=True)
class Judged:
    """One thing or pair with the book's answer; ``outcome`` is None when a fact is missing."""

    shown: Shown
    answer: Answer

    @property
    def outcome(self) -> Outcome | None:
        """What the desk may do on this alone."""
        return None if self.answer.row is None else Outcome(self.answer.text("outcome"))

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts that nobody has told and that decide it."""
        return tuple(_FACTS.get(name, name) for name in self.answer.missing)

    @property
    def presumed(self) -> tuple[str, ...]:
        """The facts that were taken for granted and matter."""
        return tuple(_FACTS.get(name, name) for name in self.answer.presumed)

    def steps(self, output: str) -> tuple[str, ...]:
        """Return the steps of ``手順`` (Japanese) or ``do`` (English) in order."""
        return tuple(self.answer.text(output).split(LINE))


@dataclass(frozen=True, slots=True)
class DeskDecision:
    """All that was judged, the one that decides, and what is missing (then nothing decides)."""

    judged: tuple[Judged, ...]
    best: Judged | None
    missing: tuple[str, ...]


def judge_desk(
    book: Book, brought: Sequence[Brought], at_desk: Mapping[str, object], on: date
) -> DeskDecision:
    """Judge every item and every declared pair on its own; bringing more never makes it worse.

    ``at_desk`` holds ``reader`` and ``online`` as far as known. Raises FactError for a value of
    the wrong form. An item that a missing fact leaves open keeps the whole open, unless
    another is accepted anyway.
    """
    judged = tuple(Judged(one, _ask(book, one, at_desk, on)) for one in shown(brought))
    decided = [each for each in judged if each.outcome is not None]
    best = min(decided, key=_order, default=None)
    missing = tuple(dict.fromkeys(name for each in judged for name in each.missing))
    if missing and (best is None or best.outcome is not Outcome.ACCEPT):
        return DeskDecision(judged, None, missing)
    return DeskDecision(judged, best, ())


def _ask(book: Book, one: Shown, at_desk: Mapping[str, object], on: date) -> Answer:
    said = one.parts[0].facts if one.parts else {}
    facts = {_COLUMNS.get(name, name): value for name, value in said.items()}
    return book.ask(TABLE, {"item": one.code, **facts, **at_desk}, on)


def _order(judged: Judged) -> tuple[int, int, int, int]:
    """Sort by outcome, then the book's order, then the newest issue, then the fewest things."""
    rank = len(_RANK) if judged.outcome is None else _RANK[judged.outcome]
    newest = -max((part.issued_on.toordinal() for part in judged.shown.parts), default=0)
    return rank, judged.answer.number("順") or 0, newest, len(judged.shown.parts)
