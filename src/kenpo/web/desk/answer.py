"""The engine's answer as the desk's panel shows it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from kenpo.rulebook.citations import Mark
from kenpo.values.labels import LabelledStr
from kenpo.web.words import msg


class Outcome(LabelledStr):
    """What the desk may do, worst last; ``unknown`` means a fact is missing."""

    ACCEPT = "accept", "受け付けられます", "Accepted"
    PROVISIONAL = "provisional", "暫定的な取扱いで受け付けられます", "Accepted provisionally"
    REFUSE = "refuse", "これだけでは受け付けられません", "Not accepted by itself"
    UNKNOWN = "unknown", "もう少し教えてください", "More facts are needed"

    @property
    def sign(self) -> str:
        """The sign that stands beside the words, never instead of them."""
        return {"accept": "○", "provisional": "△", "refuse": "×"}.get(self.value, "？")


class Citation(msgspec.Struct, frozen=True):
    """A sentence the answer rests on; without a ``quote`` the note says what is known."""

    source: str
    place: str
    quote: str | None
    mark: Mark
    note: str = ""


class Reading(msgspec.Struct, frozen=True):
    """One reading of a point on which the source texts disagree."""

    text: str
    taken: bool
    citations: tuple[Citation, ...] = ()


class Conflict(msgspec.Struct, frozen=True):
    """A point on which the source texts disagree and that this answer touches."""

    id: str
    title: str
    readings: tuple[Reading, ...]


class Lines(msgspec.Struct, frozen=True):
    """The same lines in Japanese and English."""

    ja: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class Words(msgspec.Struct, frozen=True):
    """The same sentence in Japanese and English."""

    ja: str = ""
    en: str = ""


class DeskAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Outcome, item, reason, steps for staff, words for the patient, and what it rests on."""

    outcome: Outcome | None = None
    by: Mapping[str, object] | None = None
    reasons: Lines = Lines()
    do: Lines = Lines()
    say: Words = Words()
    rule: str | None = None
    citations: tuple[Citation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    missing: tuple[str, ...] = ()
    presumed: tuple[str, ...] = ()
    book: str = ""

    @property
    def verdict(self) -> Outcome:
        """The outcome, or ``unknown`` while facts are missing."""
        return self.outcome or Outcome.UNKNOWN


_FACTS = {
    "item": msg("持ってきたもの"),
    "use_registered": msg("健康保険証の利用登録"),
    "electronic_certificate_valid_until": msg("電子証明書の有効期限"),
    "issued_on": msg("交付年月日"),
    "valid_until": msg("資格確認書の有効期限"),
    "reader": msg("カードリーダー"),
    "online": msg("番号で照会した結果"),
}


def name_of_fact(fact: str) -> str:
    """Return a fact's name as the form labels it."""
    return _FACTS.get(fact.rpartition(".")[2], fact)


def read_answer(answer: Mapping[str, object]) -> DeskAnswer:
    """Read an answer in the JSON form; raise ``msgspec.ValidationError`` for any other form."""
    return msgspec.convert(answer, DeskAnswer)
