"""Codes of returned mail (返送): why a piece came back and what follows."""

from __future__ import annotations

from kenpo.values.labels import LabelledStr


class MailReturnReason(LabelledStr):
    """還付の理由 as the post marks it."""

    UNKNOWN_ADDRESS = "unknown_address", "あて所に尋ねあたりません", "unknown at this address"
    INCOMPLETE_ADDRESS = "incomplete_address", "あて名不完全", "address incomplete"
    MOVED = "moved", "転居先不明", "moved, new address unknown"
    REFUSED = "refused", "受取拒絶", "refused"
    NOT_COLLECTED = "not_collected", "保管期間経過", "not collected"


class NextStep(LabelledStr):
    """What follows a piece that came back."""

    SEND_TO_EMPLOYER = "send_to_employer", "事業所へ送る", "send to the employer"
    NEW_PIECE = "new_piece", "送り直す", "post a new piece"
    HOLD = "hold", "止める", "hold"
    CLOSE = "close", "終える", "close"
