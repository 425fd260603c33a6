"""Codes of the other certificates (限度額適用認定証など) at the desk."""

from __future__ import annotations

from kenpo.values.labels import LabelledStr


class Presented(LabelledStr):
    """What the patient showed."""

    MYNA_CARD = "myna_card", "マイナ保険証", "Myna health insurance card"
    PHONE_CARD = "phone_card", "スマホ保険証", "health insurance card on a smartphone"
    CERTIFICATE = "certificate", "資格確認書", "Eligibility Certificate"
    NUMBER_ONLY = "number_only", "記号・番号だけ", "symbol and number only"


class Procedure(LabelledStr):
    """What must be filed first."""

    CEILING_APPLICATION = (
        "ceiling_application",
        "限度額適用認定証の申請",
        "application for the ceiling certificate",
    )
    CEILING_REDUCTION_APPLICATION = (
        "ceiling_reduction_application",
        "限度額適用・標準負担額減額認定の申請",
        "application for the ceiling and reduction certificate",
    )
    SPECIFIC_DISEASE_APPLICATION = (
        "specific_disease_application",
        "特定疾病認定の申請",
        "application for recognition of the specific disease",
    )
