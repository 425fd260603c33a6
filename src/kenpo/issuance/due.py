"""Codes of what is due: why a document is issued and which way it goes."""

from __future__ import annotations

from kenpo.values.labels import LabelledStr


class Basis(LabelledStr):
    """Why a document is issued."""

    BULK = "bulk", "一括発行", "bulk issue"
    JOINING = "joining", "加入", "joining"
    WISH = "wish", "発行希望欄", "box ticked on joining"
    AFTER_JOINING = "after_joining", "加入後の職権交付", "without application after joining"
    APPLICATION = "application", "申請", "application"
    REISSUE = "reissue", "再交付", "reissue"
    RENEWAL = "renewal", "更新", "renewal"
    CHANGE = "change", "記載事項の変更", "change"
    ELECTRONIC_CERTIFICATE_EXPIRING = (
        "electronic_certificate_expiring",
        "電子証明書の期限切れ",
        "electronic certificate expiring",
    )


class Route(LabelledStr):
    """Which way a document goes to the person."""

    HOME = "home", "自宅", "home"
    EMPLOYER = "employer", "事業所", "employer"
    INSURER_COUNTER = "insurer_counter", "保険者の窓口", "insurer's counter"


class DocumentsOutcome(LabelledStr):
    """Whether any document is due."""

    ISSUE = "issue", "交付する", "issue"
    NONE = "none", "交付しない", "none"
