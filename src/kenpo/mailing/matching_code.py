"""管理用二次元コード: the matching code that says which sheet belongs into which envelope.

Writer, manifest and preflight make it from the piece alone, each for itself. 根拠: S0 L5-6 (CH1).
"""

from __future__ import annotations

import re
from base64 import b32encode
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from kenpo.issuance.face import DocumentKind
from kenpo.mailing.model import Piece
from kenpo.values.errors import InvalidValueError
from kenpo.values.ids import PieceId, Serial

LENGTH = 48
_VERSION = "1"
_PAPER_CODES = {
    DocumentKind.COVER_LETTER: "CH1",
    DocumentKind.CERTIFICATE: "SK1",
    DocumentKind.NOTICE: "SO1",
    DocumentKind.TARGET_LIST: "TL1",
}
_KINDS = {code: kind for kind, code in _PAPER_CODES.items()}
_WRITTEN = re.compile(
    r"1([A-Z]{2}[0-9])([A-Z2-7]{16})([A-Z2-7]{12}| {12})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})"
)
_CHECK_LENGTH = 8


@dataclass(frozen=True, slots=True)
class MatchingCode:
    """What one sheet's code says: document, piece, serial, envelope i of n, content j of m.

    The letter is content 1, its certificates follow in their order; a letter has no serial.
    """

    document: DocumentKind
    piece_id: PieceId
    serial: Serial | None
    envelope: tuple[int, int]
    content: tuple[int, int]

    @property
    def text(self) -> str:
        """The 48 characters of the symbol: A–Z, 0–9 and blanks, the last eight a check."""
        numbers = "".join(f"{number:02d}" for number in (*self.envelope, *self.content))
        serial = self.serial or " " * 12
        plain = f"{_VERSION}{paper_code(self.document)}{self.piece_id}{serial}{numbers}"
        if not _WRITTEN.fullmatch(plain):
            raise InvalidValueError(
                f"管理用二次元コードにできません（{self.piece_id}）。",
                "番号はAからZと2から7の16桁と12桁、通数と枚数は99までにしてください。",
            )
        return plain + check_characters(plain)

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a scanned code, or say why it is none."""
        plain, check = text[:-_CHECK_LENGTH], text[-_CHECK_LENGTH:]
        match = _WRITTEN.fullmatch(plain)
        if match is None or match[1] not in _KINDS:
            raise InvalidValueError(
                "管理用二次元コードの形ではありません。", "読み取り直してください。"
            )
        if check != check_characters(plain):
            raise InvalidValueError(
                "管理用二次元コードの検査文字が合いません。", "読み取り直してください。"
            )
        i, n, j, m = (int(match[group]) for group in range(4, 8))
        serial = Serial(match[3]) if match[3].strip() else None
        return cls(_KINDS[match[1]], PieceId(match[2]), serial, (i, n), (j, m))


def paper_code(document: DocumentKind) -> str:
    """Return the three characters that name a document on paper: CH1 is the cover letter."""
    return _PAPER_CODES[document]


def check_characters(plain: str) -> str:
    """Return eight Base32 characters of the SHA-256 of the text before them (40 bits)."""
    return b32encode(sha256(plain.encode("ascii")).digest()).decode("ascii")[:_CHECK_LENGTH]


def letter_code(piece: Piece) -> MatchingCode:
    """Return the code of a piece's cover letter."""
    return _code(piece, DocumentKind.COVER_LETTER, None, 1)


def certificate_codes(piece: Piece) -> tuple[MatchingCode, ...]:
    """Return the codes of a piece's certificates in their order."""
    return tuple(
        _code(piece, DocumentKind.CERTIFICATE, face.serial, place)
        for place, face in enumerate(piece.certificates, 2)
    )


def _code(piece: Piece, document: DocumentKind, serial: Serial | None, place: int) -> MatchingCode:
    envelope = (piece.envelope, piece.envelopes)
    return MatchingCode(
        document, piece.piece_id, serial, envelope, (place, 1 + len(piece.certificates))
    )
