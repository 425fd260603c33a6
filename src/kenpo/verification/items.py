"""What a patient can bring to the desk, alone or as a pair that counts together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kenpo.values.labels import LabelledStr


class Item(LabelledStr):
    """A thing a patient brings; the codes are those of ``kenpo decide``."""

    MYNA_CARD = "myna_card", "マイナ保険証（マイナンバーカード）", "My Number Card"
    PHONE_CARD = "phone_card", "スマホ保険証", "health insurance card on a smartphone"
    CERTIFICATE = "certificate", "資格確認書", "Health Insurance Eligibility Certificate"
    NOTICE = "notice", "資格情報のお知らせ", "Notice of Eligibility Information"
    PORTAL_SCREEN = (
        "portal_screen",
        "マイナポータルの資格情報画面",
        "eligibility screen of Mynaportal",
    )
    LEGACY_CARD = "legacy_card", "健康保険証", "health insurance card"


PAIRS = {Item.NOTICE: "myna_card_with_notice", Item.PORTAL_SCREEN: "myna_card_with_portal_screen"}
"""What counts together with a card, and the book's code of the pair (S2 L145, L167)."""

NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Brought:
    """One thing as it was described; ``facts`` hold only what was said of it.

    Keys of ``facts``: issued_on, valid_until, use_registered, electronic_certificate_valid_until.
    """

    item: Item
    facts: Mapping[str, object]

    @property
    def issued_on(self) -> date:
        """The day of issue for comparing which is newer; the first day of all if not said."""
        said = self.facts.get("issued_on")
        return said if isinstance(said, date) else date.min


@dataclass(frozen=True, slots=True)
class Shown:
    """What is judged on its own: one thing, a declared pair (card first), or nothing at all."""

    code: str
    parts: tuple[Brought, ...]


def shown(brought: Sequence[Brought]) -> tuple[Shown, ...]:
    """Return every thing and every declared pair among what was brought."""
    if not brought:
        return (Shown(NOTHING, ()),)
    return (*(Shown(one.item.value, (one,)) for one in brought), *_pairs(brought))


def _pairs(brought: Sequence[Brought]) -> Iterator[Shown]:
    for card in brought:
        if card.item is Item.MYNA_CARD:
            for other in brought:
                if other.item in PAIRS:
                    yield Shown(PAIRS[other.item], (card, other))
