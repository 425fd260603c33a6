"""Made-up pieces for tests of documents: ordinary people and difficult ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kenpo.issuance.face import CertificateFace
from kenpo.mailing.model import Letter, Piece, TargetList, TargetListEntry
from kenpo.values.branch import Branch
from kenpo.values.ids import PieceId, WaveId, paper_id, serial_of
from kenpo.values.person import Relation

SHIMANE = Branch(32)
WAVE = WaveId("bulk-2025-07")
ISSUED_ON = date(2025, 7, 31)


def face_of(name: str, kana: str, n: int = 0) -> CertificateFace:
    """Return the card of a made-up person; ``n`` 0 is the insured person."""
    return CertificateFace(
        serial=serial_of(WAVE, f"{name}:{n}", "certificate", 1),
        relation=Relation.DEPENDENT if n else Relation.INSURED,
        symbol="32010203",
        number="1234567",
        sub_number=f"{n:02d}",
        name=name,
        name_kana=kana,
        sex="女" if n else "男",
        birth_date=date(1985, 12, 31),
        acquired_on=date(2024, 11, 1),
        issued_on=ISSUED_ON,
        valid_until=date(2029, 11, 30),
        insured_name=name,
        insurer_number="01320019",
        insurer_name="全国健康保険協会　島根支部",
        insurer_address="島根県松江市殿町一丁目2番3号　見本ビル4階",
        insurer_telephone="0852-00-0000",
    )


def piece_of(faces: tuple[CertificateFace, ...], address: str = "松江市殿町1-2-3") -> Piece:
    """Return the one envelope of a made-up family living in 島根県."""
    serials = (face.serial for face in faces)
    return Piece(
        piece_id=PieceId(paper_id("piece", *serials, length=16)),
        wave_id=WAVE,
        branch=SHIMANE,
        household_key=f"{faces[0].symbol}:{faces[0].number}",
        envelope=1,
        envelopes=1,
        letter=Letter("6900887", f"島根県{address}", faces[0].insured_name, "島根", ISSUED_ON),
        certificates=faces,
    )


def family(name: str, kana: str, members: int) -> Piece:
    """Return the envelope of an insured person with ``members`` − 1 dependents."""
    faces = tuple(
        replace(face_of(f"{name}{'子' * n}", kana, n), insured_name=name) for n in range(members)
    )
    return piece_of(faces)


def many_pieces(count: int) -> tuple[Piece, ...]:
    """Return ``count`` envelopes of one or two certificates, every number different."""
    return tuple(_numbered(n) for n in range(count))


def _numbered(n: int) -> Piece:
    given = "愛安伊宇恵央加紀久佐志須世曽多知津天斗奈"[n % 20]
    family_of = family(f"見本　{given}太郎", "ミホン　タロウ", 1 + n % 2)
    faces = tuple(
        replace(
            face,
            number=f"{n:07d}",
            serial=serial_of(WAVE, f"{n}:{face.sub_number}", "certificate", 1),
        )
        for face in family_of.certificates
    )
    return piece_of(faces, f"松江市殿町{n + 1}番地")


def list_of(count: int) -> TargetList:
    """Return an establishment's list with ``count`` slots filled."""
    entries = tuple(
        TargetListEntry(f"{n:07d}", f"見本　太郎{n}", f"見本　花子{n}") for n in range(1, count + 1)
    )
    return TargetList("32010203", SHIMANE, "58-ｱｲｳ", "株式会社見本商事", date(2025, 4, 30), entries)
