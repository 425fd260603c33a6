"""Certificates of made-up members for tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kenpo.issuance.face import CertificateFace
from kenpo.issuance.make_face import Issue, Issuer, certificate_face
from kenpo.issuance.validity import Validity
from kenpo.register.view import MemberRecord
from kenpo.values.ids import serial_of

ISSUE = Issue(
    issued_on=date(2025, 7, 31),
    validity=Validity(date(2029, 11, 30), 5),
    issuer=Issuer("架空健康保険協会 島根支部", "島根県松江市架空町1番地", "0000-00-0000"),
)


def faces_of(
    members: Sequence[MemberRecord], wave: str = "bulk-2025-07"
) -> tuple[CertificateFace, ...]:
    """The face of each member's certificate in a wave."""
    return tuple(
        certificate_face(member, serial_of(wave, member.paper_key, "certificate", 1), ISSUE)
        for member in members
    )
