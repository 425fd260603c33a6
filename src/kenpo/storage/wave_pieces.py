"""Pieces and their certificates as rows, there and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Row

from kenpo.issuance.face import CertificateFace
from kenpo.mailing.model import Letter, Piece, PieceState
from kenpo.values.branch import Branch
from kenpo.values.ids import PieceId, Serial, WaveId
from kenpo.values.member_number import MemberNumber
from kenpo.values.person import Relation

AnyRow = Row[*tuple[Any, ...]]
PIECE = (
    "piece_id",
    "wave_id",
    "position",
    "branch",
    "household_key",
    "envelope",
    "envelopes",
    "postcode",
    "address",
    "addressee",
    "branch_name",
    "issued_on",
    "state",
)
FACE = (
    "serial",
    "relation",
    "symbol",
    "number",
    "sub_number",
    "name",
    "name_kana",
    "sex",
    "birth_date",
    "acquired_on",
    "issued_on",
    "valid_until",
    "insured_name",
    "insurer_number",
    "insurer_name",
    "insurer_address",
    "insurer_telephone",
)
CERTIFICATE = ("piece_id", "position", "is_open", "paper_key", *FACE)


def piece_rows(pieces: Iterable[Piece]) -> Iterator[tuple[object, ...]]:
    """Yield the rows of pieces that are planned, numbered in their order."""
    for position, piece in enumerate(pieces, 1):
        letter = piece.letter
        where = (letter.postcode, letter.address, letter.addressee, letter.branch_name)
        family = (piece.household_key, piece.envelope, piece.envelopes)
        head = (piece.piece_id, piece.wave_id, position, piece.branch.code)
        yield (*head, *family, *where, letter.issued_on, PieceState.PLANNED.value)


def certificate_rows(pieces: Iterable[Piece]) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the pieces' certificates, open, numbered in each piece."""
    for piece in pieces:
        for position, face in enumerate(piece.certificates, 1):
            texts = (getattr(face, name) for name in FACE)
            yield (piece.piece_id, position, True, paper_key(face), *map(_plain, texts))


def paper_key(face: CertificateFace) -> str:
    """Return the identity on paper of the person a certificate is for."""
    number = MemberNumber(face.symbol, face.number, face.sub_number or None)
    return f"{face.insurer_number}:{number.key}"


def piece_of(row: AnyRow, certificates: tuple[CertificateFace, ...]) -> Piece:
    """Return the piece of a row."""
    return Piece(
        piece_id=PieceId(row.piece_id),
        wave_id=WaveId(row.wave_id),
        branch=Branch(row.branch),
        household_key=row.household_key,
        envelope=row.envelope,
        envelopes=row.envelopes,
        letter=Letter(row.postcode, row.address, row.addressee, row.branch_name, row.issued_on),
        certificates=certificates,
    )


def face_of(row: AnyRow) -> CertificateFace:
    """Return the certificate of a row."""
    known = {name: getattr(row, name) for name in FACE}
    return CertificateFace(
        **known | {"serial": Serial(row.serial), "relation": Relation(row.relation)}
    )


def _plain(value: object) -> object:
    return value.value if isinstance(value, Relation) else value
