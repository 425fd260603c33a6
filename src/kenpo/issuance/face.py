"""What stands on a certificate, as text: the frozen truth that print and preflight share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kenpo.values.ids import Serial
from kenpo.values.labels import LabelledStr
from kenpo.values.person import Relation


class DocumentKind(LabelledStr):
    """The kinds of document. The code is part of matching codes, file names and manifests."""

    CERTIFICATE = "certificate", "資格確認書", "Eligibility Certificate"
    NOTICE = "notice", "資格情報のお知らせ", "Notice of Eligibility Information"
    COVER_LETTER = "cover_letter", "送付案内", "cover letter"
    TARGET_LIST = "target_list", "送付予定対象者一覧表", "list of recipients"


@dataclass(frozen=True, slots=True)
class CertificateFace:
    """Every value printed on one 資格確認書. Dates are dates; the form writes them in eras.

    ``copayment`` is the printed rate (三割) or "" where the form shows none.
    """

    serial: Serial
    relation: Relation
    symbol: str
    number: str
    sub_number: str
    name: str
    name_kana: str
    sex: str
    birth_date: date
    acquired_on: date
    issued_on: date
    valid_until: date
    insured_name: str
    insurer_number: str
    insurer_name: str
    insurer_address: str
    insurer_telephone: str
