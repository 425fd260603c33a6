"""What a query rests on: one kind of evidence for each way to be recognised, with its level.

No evidence ever holds a PIN or a photo.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import assert_never

from kenpo.values.labels import LabelledStr
from kenpo.values.member_number import MemberNumber


class Level(IntEnum):
    """How sure we are that the person is the member: 0 says a number, 3 proves possession."""

    NUMBER = 0
    DOCUMENT = 1
    SEEN = 2
    PROVEN = 3


class PhoneSystem(LabelledStr):
    """The phone of a スマホ保険証."""

    ANDROID = "android", "Android", "Android"
    IPHONE = "iphone", "iPhone", "iPhone"


@dataclass(frozen=True, slots=True)
class PinProof:
    """The card signed the desk's ticket after its PIN."""

    certificate: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class FaceAttestation:
    """A registered reader compared the face with the chip's photo, and the card signed."""

    reader_id: str
    certificate: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class PhoneProof:
    """A phone signed the desk's ticket."""

    system: PhoneSystem
    certificate: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class VisualCheck:
    """Somebody at the desk compared the face; ``operator`` and ``reason`` are kept."""

    operator: str
    reason: str
    chip_photo: bool


@dataclass(frozen=True, slots=True)
class TouchProof:
    """かざし: the card answered without a PIN, and its birth date is the register's."""

    certificate: bytes
    birth_date: date
    signature: bytes


@dataclass(frozen=True, slots=True)
class PaperMark:
    """The signed mark on a printed 資格確認書: proves its issue, not that it still counts."""

    document_id: str
    valid_until: date


@dataclass(frozen=True, slots=True)
class NumberOnly:
    """記号・番号・枝番 were told."""

    member_number: MemberNumber


Evidence = (
    PinProof | FaceAttestation | PhoneProof | VisualCheck | TouchProof | PaperMark | NumberOnly
)


def level_of(evidence: Evidence) -> Level:
    """Return how much a piece of evidence proves; a look without the chip's photo is a document."""
    match evidence:
        case PinProof() | FaceAttestation() | PhoneProof():
            return Level.PROVEN
        case VisualCheck(chip_photo=chip_photo):
            return Level.SEEN if chip_photo else Level.DOCUMENT
        case TouchProof() | PaperMark():
            return Level.DOCUMENT
        case NumberOnly():
            return Level.NUMBER
        case _:
            assert_never(evidence)
