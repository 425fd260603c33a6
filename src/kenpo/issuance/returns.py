"""Codes of the return (返却) of documents: which one, why it is asked, what follows."""

from __future__ import annotations

from kenpo.values.labels import LabelledStr


class ReturnDocument(LabelledStr):
    """The document in question."""

    LEGACY_CARD = "legacy_card", "健康保険証", "health insurance card"
    CERTIFICATE = "certificate", "資格確認書", "Eligibility Certificate"
    NOTICE = "notice", "資格情報のお知らせ", "Notice of Eligibility Information"
    ELDERLY_CERTIFICATE = "elderly_certificate", "高齢受給者証", "elderly recipient certificate"


class Trigger(LabelledStr):
    """What happened that makes somebody ask."""

    LEFT = "left", "退職などで加入者でなくなった", "no longer a member"
    SUPERSEDED = "superseded", "新しいものが届いた", "a newer one arrived"
    MYNA_USABLE = "myna_usable", "マイナ保険証が使えるようになった", "the card became usable"
    NOT_MEMBER_AT_ARRIVAL = (
        "not_member_at_arrival",
        "届いたときに加入していない",
        "not a member when it arrived",
    )
    EXPIRED = "expired", "有効期限が切れた", "expired"
    ABOLISHED = "abolished", "健康保険証が廃止された", "the insurance card was abolished"


class ReturnOutcome(LabelledStr):
    """What is done with the document."""

    RETURN = "return", "返す", "return"
    DISCARD = "discard", "自分で破棄する", "discard"
    NOTHING = "nothing", "何もしない", "nothing"


class ReturnTo(LabelledStr):
    """To whom a document goes back."""

    EMPLOYER = "employer", "事業所", "employer"
    INSURER = "insurer", "保険者", "insurer"
