"""What the forms print: from faces, letters and lists to the text of each field.

The preflight does not read this module; it states for itself what must stand on the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from kenpo.issuance.face import CertificateFace
from kenpo.mailing.model import Piece, TargetList, TargetListEntry
from kenpo.values.person import Relation
from kenpo.values.wareki import format_wareki

SLOTS = 60
"""Slots on one sheet of the list: 1 to 30 left, 31 to 60 right (S0 L132-167)."""


def certificate_texts(face: CertificateFace) -> dict[str, str]:
    """Return the texts of one card.

    The insured person's name stands on dependents' cards only; an item that has no value and may
    have none loses its label too.
    """
    dependent = face.relation is Relation.DEPENDENT
    return {
        "relation": face.relation.label_ja,
        "issued_on": f"{format_wareki(face.issued_on)}交付",
        "symbol": face.symbol,
        "number": face.number,
        "sub_number": face.sub_number,
        "name_kana": face.name_kana,
        "name": face.name,
        "sex": face.sex,
        "birth_date": format_wareki(face.birth_date),
        "acquired_on": format_wareki(face.acquired_on),
        "valid_until": format_wareki(face.valid_until),
        "insured_label": "被保険者氏名" if dependent else "",
        "insured_name": face.insured_name if dependent else "",
        "insurer_number": face.insurer_number,
        "insurer_name": face.insurer_name,
        "address_label": "保険者所在地" if face.insurer_address else "",
        "insurer_address": face.insurer_address,
        "insurer_telephone": face.insurer_telephone,
        "serial": face.serial,
    }


def letter_texts(piece: Piece) -> dict[str, str]:
    """Return the texts of one cover letter. No certificate's data stands on it, only how many."""
    letter = piece.letter
    branch = f"全国健康保険協会　{letter.branch_name}支部"
    return {
        "postcode": f"〒{letter.postcode[:3]}-{letter.postcode[3:]}",
        "address": letter.address,
        "addressee": f"{letter.addressee}　様",
        "issued_on": format_wareki(letter.issued_on),
        "sender": branch,
        "count": f"{len(piece.certificates)}枚",
        "envelope": f"{piece.envelope}通目（全{piece.envelopes}通）",
        "piece_id": piece.piece_id,
    }


def list_texts(target_list: TargetList) -> Iterator[dict[str, str]]:
    """Yield the texts of each sheet of an employer's list; empty slots stay empty."""
    everybody = target_list.entries
    sheets = [everybody[start : start + SLOTS] for start in range(0, max(len(everybody), 1), SLOTS)]
    for sheet, entries in enumerate(sheets, 1):
        head = {
            "as_of": f"{format_wareki(target_list.as_of)}時点",
            "symbol": target_list.symbol,
            "establishment_name": target_list.establishment_name,
            "sheet": f"{sheet}／{len(sheets)}枚",
        }
        yield head | _slots(entries)


def _slots(entries: tuple[TargetListEntry, ...]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for slot, entry in enumerate(entries, 1):
        texts[f"number_{slot}"] = entry.number
        texts[f"insured_name_{slot}"] = entry.insured_name
        texts[f"target_name_{slot}"] = entry.target_name
    return texts
