"""Evidence and its level."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from kenpo.values.member_number import MemberNumber
from kenpo.verification.evidence import (
    Evidence,
    FaceAttestation,
    Level,
    NumberOnly,
    PaperMark,
    PhoneProof,
    PhoneSystem,
    PinProof,
    TouchProof,
    VisualCheck,
    level_of,
)

EXAMPLES: list[tuple[Evidence, Level]] = [
    (PinProof(b"certificate", b"signature"), Level.PROVEN),
    (FaceAttestation("reader-1", b"certificate", b"signature"), Level.PROVEN),
    (PhoneProof(PhoneSystem.IPHONE, b"certificate", b"signature"), Level.PROVEN),
    (VisualCheck("desk-1", "読み取り機の故障", chip_photo=True), Level.SEEN),
    (VisualCheck("desk-1", "読み取り機の故障", chip_photo=False), Level.DOCUMENT),
    (TouchProof(b"certificate", date(1980, 4, 2), b"signature"), Level.DOCUMENT),
    (PaperMark("A1B2C3D4", date(2029, 11, 30)), Level.DOCUMENT),
    (NumberOnly(MemberNumber("21700023", "36", "00")), Level.NUMBER),
]


@pytest.mark.parametrize(("evidence", "level"), EXAMPLES)
def test_each_kind_of_evidence_has_its_level(evidence: Evidence, level: Level) -> None:
    assert level_of(evidence) is level


def test_every_kind_of_evidence_has_an_example() -> None:
    assert {type(evidence) for evidence, _ in EXAMPLES} == set(get_args(Evidence))


def test_levels_have_an_order() -> None:
    assert Level.NUMBER < Level.DOCUMENT < Level.SEEN < Level.PROVEN
