"""The engine's answer as the desk's panel shows it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from kenpo.rulebook import Mark
from kenpo.values.labels import LabelledStr
from kenpo.verification.items import Item
from kenpo.web.words import msg

_SOURCES = {
    "S0": msg("協会けんぽ 加入者と事業主への案内（2025年）"),
    "S1": msg("JSR健保 加入者への案内（2025年秋）"),
    "S2": msg("労金健保 加入者への案内とよくある質問（2025年6月）"),
    "S3": msg("協会けんぽ 評議会への報告（2026年1月）"),
    "S4": msg("協会けんぽ 健康保険委員の研修（令和6年度）"),
}


class Verdict(LabelledStr):
    """An outcome in the words of the screen; ``unknown`` means a fact is missing."""

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

    @property
    def title(self) -> str:
        """The source by its name; a page outside the source texts names itself in ``place``."""
        return _SOURCES.get(self.source, self.source)


class Reading(Citation, frozen=True, kw_only=True):
    """One reading of a point on which the source texts disagree, with its first sentence."""

    reading: str
    taken: bool
    more_citations: tuple[Citation, ...] = ()


class Conflict(msgspec.Struct, frozen=True):
    """A point on which the source texts disagree and that this answer touches."""

    id: str
    title: str
    readings: tuple[Reading, ...]


class Words(msgspec.Struct, frozen=True):
    """The same sentence in Japanese and English."""

    ja: str = ""
    en: str = ""


class Shown(msgspec.Struct, frozen=True):
    """The thing, or the pair, an outcome rests on."""

    item: Item
    with_: Shown | None = msgspec.field(default=None, name="with")

    @property
    def items(self) -> tuple[Item, ...]:
        """The things by name."""
        return (self.item,) if self.with_ is None else (self.item, *self.with_.items)


class Considered(msgspec.Struct, frozen=True):
    """One thing or pair judged on its own."""

    by: Shown | None
    outcome: str | None
    rule: str | None

    @property
    def verdict(self) -> Verdict:
        """Its own outcome."""
        return Verdict(self.outcome or Verdict.UNKNOWN)


class DeskAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Outcome, thing, reason, steps for staff, words for the patient, and what it rests on."""

    outcome: str | None
    by: Shown | None
    do: tuple[Words, ...]
    say: Words | None
    reasons: Words
    rule: str | None
    citations: tuple[Citation, ...]
    conflicts: tuple[Conflict, ...]
    missing: tuple[str, ...]
    presumed: tuple[str, ...]
    considered: tuple[Considered, ...]
    book: str

    @property
    def verdict(self) -> Verdict:
        """The outcome, or ``unknown`` while facts are missing."""
        return Verdict(self.outcome or Verdict.UNKNOWN)


_FACTS = {
    "brought": msg("持ってきたもの"),
    "use_registered": msg("健康保険証の利用登録"),
    "electronic_certificate_valid_until": msg("電子証明書の有効期限"),
    "issued_on": msg("資格確認書の交付年月日"),
    "valid_until": msg("資格確認書の有効期限"),
    "reader": msg("カードリーダー"),
    "online": msg("番号で照会した結果"),
}


def name_of_fact(fact: str) -> str:
    """Return a fact's name as the form labels it."""
    return _FACTS.get(fact, fact)


def read_answer(answer: Mapping[str, object]) -> DeskAnswer:
    """Read an answer in the JSON form; raise ``msgspec.ValidationError`` for any other form."""
    return msgspec.convert(answer, DeskAnswer)
