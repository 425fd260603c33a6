"""What the desk's form offers to choose from; the codes are those of ``kenpo decide``."""

from __future__ import annotations

from kenpo.values.labels import LabelledStr
from kenpo.verification.items import Item

ITEMS = (
    Item.MYNA_CARD,
    Item.CERTIFICATE,
    Item.PHONE_CARD,
    Item.NOTICE,
    Item.PORTAL_SCREEN,
    Item.LEGACY_CARD,
)
"""What can be brought, in the order of the form: first those that need more questions."""


class Reader(LabelledStr):
    """Whether the desk's card reader can be used."""

    WORKS = "works", "使える", "works"
    DOWN = "down", "故障・停電・通信障害", "down"
    NONE = "none", "設置していない", "none"


class Online(LabelledStr):
    """What the query by number said."""

    NOT_ASKED = "not_asked", "まだ照会していない", "not asked yet"
    VALID = "valid", "有効", "valid"
    INVALID = "invalid", "無効", "invalid"
    UNREACHABLE = "unreachable", "照会できない", "unreachable"


class Registered(LabelledStr):
    """Whether a My Number card is registered for use as insurance card."""

    YES = "yes", "登録済み", "registered"
    NO = "no", "まだ登録していない", "not registered"
    UNKNOWN = "unknown", "わからない", "unknown"


class Calendar(LabelledStr):
    """The two ways a year is written at the desk."""

    REIWA = "R", "令和", "Reiwa"
    WESTERN = "AD", "西暦", "Western calendar"
