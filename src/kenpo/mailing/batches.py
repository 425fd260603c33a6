"""Print batches: the pieces of a branch in files of bounded size, named for what they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kenpo.issuance.face import DocumentKind
from kenpo.mailing.model import Piece
from kenpo.values.branch import Branch
from kenpo.values.ids import WaveId


@dataclass(frozen=True, slots=True)
class Batch:
    """Pieces of one branch that share a file of certificates and a file of letters."""

    wave_id: WaveId
    branch: Branch
    number: int
    pieces: tuple[Piece, ...]

    @property
    def certificate_file(self) -> str:
        """The name of the certificates' PDF."""
        return self._file(DocumentKind.CERTIFICATE)

    @property
    def letter_file(self) -> str:
        """The name of the cover letters' PDF."""
        return self._file(DocumentKind.COVER_LETTER)

    def _file(self, kind: DocumentKind) -> str:
        return f"{self.wave_id}-{self.branch}-{kind.value}-{self.number:03d}.pdf"


def batches(pieces: Sequence[Piece], size: int) -> Iterator[Batch]:
    """Cut pieces in list order into batches of at most ``size`` pieces of one branch."""
    for branch, group in groupby(pieces, key=lambda piece: piece.branch):
        members = tuple(group)
        for number, start in enumerate(range(0, len(members), size), 1):
            chunk = members[start : start + size]
            yield Batch(chunk[0].wave_id, branch, number, chunk)
