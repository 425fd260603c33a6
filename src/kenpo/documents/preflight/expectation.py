"""What must stand on each page, stated anew and not taken from the writer's texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from kenpo.issuance.face import CertificateFace
from kenpo.mailing.matching_code import MatchingCode, certificate_codes, letter_code
from kenpo.mailing.model import Piece, TargetList
from kenpo.values.errors import InvalidValueError
from kenpo.values.person import Relation
from kenpo.values.wareki import parse_wareki

_ERA_DATE = re.compile(
    "(明治|大正|昭和|平成|令和)(元|[1-9][0-9]?)年(1[0-2]|[1-9])月([12][0-9]|3[01]|[1-9])日"
)
_RELATIONS = {Relation.INSURED: "本人（被保険者）", Relation.DEPENDENT: "家族（被扶養者）"}
_SLOTS = 60


@dataclass(frozen=True, slots=True)
class Day:
    """A day that must stand there in an era, with the words after it."""

    day: date
    suffix: str = ""

    def __str__(self) -> str:
        return f"{self.day.isoformat()}{self.suffix}"

    def is_written_as(self, text: str) -> bool:
        """Say whether a printed text is this day: read back, not formatted again."""
        written = text.removesuffix(self.suffix) if self.suffix else text
        if not text.endswith(self.suffix) or not _ERA_DATE.fullmatch(written):
            return False
        try:
            return parse_wareki(written) == self.day
        except InvalidValueError:
            return False


@dataclass(frozen=True, slots=True)
class Expectation:
    """One page: whose it is, the value of each field, and what its matching code says.

    A field that is not named must be empty.
    """

    whose: str
    fields: Mapping[str, str | Day]
    code: MatchingCode | None


def expected_certificates(pieces: Sequence[Piece]) -> Iterator[Expectation]:
    """Yield one page for each certificate, in the order of the pieces."""
    for piece in pieces:
        for face, code in zip(piece.certificates, certificate_codes(piece), strict=True):
            whose = f"封筒{piece.piece_id} 資格確認書{face.serial}"
            yield Expectation(whose, _certificate_fields(face), code)


def _certificate_fields(face: CertificateFace) -> dict[str, str | Day]:
    fields: dict[str, str | Day] = {
        "relation": _RELATIONS[face.relation],
        "issued_on": Day(face.issued_on, "交付"),
        "birth_date": Day(face.birth_date),
        "acquired_on": Day(face.acquired_on),
        "valid_until": Day(face.valid_until),
    }
    same = ("symbol", "number", "sub_number", "name_kana", "name", "sex", "serial")
    insurer = ("insurer_number", "insurer_name", "insurer_address", "insurer_telephone")
    fields |= {key: getattr(face, key) for key in (*same, *insurer)}
    if face.insurer_address:
        fields["address_label"] = "保険者所在地"
    if face.relation is not Relation.INSURED:
        fields |= {"insured_label": "被保険者氏名", "insured_name": face.insured_name}
    return fields


def expected_letters(pieces: Sequence[Piece]) -> Iterator[Expectation]:
    """Yield one page for each piece, in their order: one address block each."""
    for piece in pieces:
        letter = piece.letter
        fields: dict[str, str | Day] = {
            "postcode": "〒" + "-".join((letter.postcode[:3], letter.postcode[3:])),
            "address": letter.address,
            "addressee": letter.addressee + "　様",
            "piece_id": piece.piece_id,
            "issued_on": Day(letter.issued_on),
            "sender": "全国健康保険協会　" + letter.branch_name + "支部",
            "count": str(len(piece.certificates)) + "枚",
            "envelope": f"{piece.envelope}通目（全{piece.envelopes}通）",
        }
        yield Expectation(f"封筒{piece.piece_id} 送付案内", fields, letter_code(piece))


def expected_list(target_list: TargetList) -> Iterator[Expectation]:
    """Yield one page for each sixty slots of an employer's list, one at least."""
    left = list(target_list.entries)
    sheets = max(1, -(-len(left) // _SLOTS))
    for sheet in range(1, sheets + 1):
        fields: dict[str, str | Day] = {
            "as_of": Day(target_list.as_of, "時点"),
            "symbol": target_list.symbol,
            "establishment_name": target_list.establishment_name,
            "sheet": f"{sheet}／{sheets}枚",
        }
        for slot, entry in zip(count(1), left[:_SLOTS], strict=False):
            fields |= {
                f"number_{slot}": entry.number,
                f"insured_name_{slot}": entry.insured_name,
                f"target_name_{slot}": entry.target_name,
            }
        left = left[_SLOTS:]
        yield Expectation(f"事業所{target_list.office} 一覧表{sheet}枚目", fields, None)
