"""Codes of an application (申請): the eight reasons, what was lost, the forms, the outcome."""

from __future__ import annotations

from kenpo.values.labels import LabelledStr


class ApplicationReason(LabelledStr):
    """申請理由, in the order and wording of S2 L651-665."""

    CARD_LOST = "CARD_LOST", "マイナンバーカードを紛失したため", "My Number card lost"
    CARD_RENEWING = (
        "CARD_RENEWING",
        "マイナンバーカードの更新手続き中のため",
        "My Number card being renewed",
    )
    ELECTRONIC_CERTIFICATE_EXPIRED = (
        "ELECTRONIC_CERTIFICATE_EXPIRED",
        "マイナンバーカードの電子証明書の有効期限が切れているため",
        "electronic certificate expired",
    )
    NOT_REGISTERED = (
        "NOT_REGISTERED",
        "マイナンバーカードを持っているが、健康保険証利用登録を行っていないため",
        "card held but not registered for use",
    )
    NO_CARD = "NO_CARD", "マイナンバーカードを取得していないため", "no My Number card"
    CARD_RETURNED = (
        "CARD_RETURNED",
        "マイナンバーカードを返納したため",
        "My Number card handed back",
    )
    NEEDS_ASSISTANCE = (
        "NEEDS_ASSISTANCE",
        "マイナ保険証での受診には第三者（介助者など）のサポートが必要なため",
        "a third party's support is needed",
    )
    LOST_OR_DAMAGED = (
        "LOST_OR_DAMAGED",
        "資格確認書を滅失・き損したため",
        "certificate lost or damaged",
    )


class AppliedFor(LabelledStr):
    """The document an application is for."""

    CERTIFICATE = "certificate", "資格確認書", "Eligibility Certificate"
    NOTICE = "notice", "資格情報のお知らせ", "Notice of Eligibility Information"


class LostDocument(LabelledStr):
    """What an applicant lost or damaged."""

    CERTIFICATE = "certificate", "資格確認書", "Eligibility Certificate"
    NOTICE = "notice", "資格情報のお知らせ", "Notice of Eligibility Information"
    LEGACY_CARD = "legacy_card", "健康保険証", "health insurance card"
    ELDERLY_CERTIFICATE = "elderly_certificate", "高齢受給者証", "elderly recipient certificate"


class ApplicationForm(LabelledStr):
    """様式 that the applicant files."""

    CERTIFICATE_APPLICATION = (
        "certificate_application",
        "資格確認書（再）交付申請書",
        "application for (re)issue of the certificate",
    )
    NOTICE_APPLICATION = (
        "notice_application",
        "資格情報のお知らせ再交付申請書",
        "application for reissue of the notice",
    )
    LEGACY_CARD_LOSS_REPORT = (
        "legacy_card_loss_report",
        "健康保険証滅失（き損）届",
        "report of loss of or damage to the insurance card",
    )


class ApplicationOutcome(LabelledStr):
    """Whether the document is issued on the application."""

    ISSUE = "issue", "交付する", "issue"
    REFUSE = "refuse", "交付しない", "refuse"
