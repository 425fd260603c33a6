"""Pieces: one envelope each, at most so many certificates, all to the insured person's home."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from kenpo.issuance.face import CertificateFace, DocumentKind
from kenpo.mailing.envelopes import pack
from kenpo.mailing.households import Household, household_key
from kenpo.mailing.model import Letter, Piece
from kenpo.values.ids import PieceId, WaveId, paper_id


def household_pieces(
    wave_id: WaveId, household: Household, faces: Sequence[CertificateFace], limit: int
) -> tuple[Piece, ...]:
    """Put a family's certificates into envelopes i of n, in list order.

    Raises ValueError when the family has no address: it must be held before.
    根拠: S0 L33, L207-211.
    """
    cuts = (0, *accumulate(pack(len(faces), limit)))
    contents = [tuple(faces[start:end]) for start, end in pairwise(cuts)]
    letter = _letter(household, faces[0])
    return tuple(
        Piece(
            piece_id=piece_id(wave_id, household_key(household), i, certificates),
            wave_id=wave_id,
            branch=household[0].branch,
            household_key=household_key(household),
            envelope=i,
            envelopes=len(contents),
            letter=letter,
            certificates=certificates,
        )
        for i, certificates in enumerate(contents, 1)
    )


def piece_id(
    wave_id: WaveId, household: str, envelope: int, certificates: Sequence[CertificateFace]
) -> PieceId:
    """Derive the id of a piece from its wave, family, document kind, place in line and contents."""
    serials = (face.serial for face in certificates)
    kind = DocumentKind.CERTIFICATE.value
    return PieceId(paper_id("piece", wave_id, household, kind, str(envelope), *serials, length=16))


def _letter(household: Household, face: CertificateFace) -> Letter:
    first = household[0]
    if first.address is None:
        raise ValueError(f"{household_key(household)}: 住所がありません。先に保留にしてください。")
    return Letter(
        postcode=first.address.postcode,
        address=first.address.text,
        addressee=first.insured_name.printed,
        branch_name=first.branch.name,
        issued_on=face.issued_on,
    )
