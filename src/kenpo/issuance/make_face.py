"""From a register record to the face of a certificate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kenpo.issuance.face import CertificateFace
from kenpo.issuance.validity import Validity
from kenpo.register.view import MemberRecord
from kenpo.values.ids import Serial
from kenpo.values.kana import full_width_kana


@dataclass(frozen=True, slots=True)
class Issuer:
    """保険者 as it stands on a document: name with branch, address, telephone."""

    name: str
    address: str
    telephone: str


@dataclass(frozen=True, slots=True)
class Issue:
    """What all certificates of one issue share: the day (交付年月日), the validity, the issuer."""

    issued_on: date
    validity: Validity
    issuer: Issuer


def certificate_face(record: MemberRecord, serial: Serial, issue: Issue) -> CertificateFace:
    """Return every value that is printed on the person's certificate.

    An absent sub-number (枝番) stays empty, an unknown sex too; names are never reduced.
    """
    number = record.member_number
    return CertificateFace(
        serial=serial,
        relation=record.relation,
        symbol=number.symbol,
        number=number.number,
        sub_number=number.sub_number or "",
        name=record.name.printed,
        name_kana=full_width_kana(record.name.kana),
        sex=record.sex.label_ja if record.sex else "",
        birth_date=record.birth_date,
        acquired_on=record.acquired_on,
        issued_on=issue.issued_on,
        valid_until=issue.validity.last_day(issue.issued_on, record.birth_date),
        insured_name=record.insured_name.printed,
        insurer_number=str(record.insurer_number),
        insurer_name=issue.issuer.name,
        insurer_address=issue.issuer.address,
        insurer_telephone=issue.issuer.telephone,
    )
