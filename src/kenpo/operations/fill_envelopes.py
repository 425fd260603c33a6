"""From families that go to pieces: faces made, each checked that it can be printed exactly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kenpo.issuance.face import CertificateFace, DocumentKind
from kenpo.issuance.make_face import Issue, certificate_face
from kenpo.issuance.validity import Validity
from kenpo.mailing.households import Household
from kenpo.mailing.model import Held, Piece, TargetList, Wave
from kenpo.mailing.pieces import household_pieces
from kenpo.mailing.recheck import Rechecked
from kenpo.operations.wave_desk import WaveDesk
from kenpo.register.view import MemberRecord
from kenpo.values.branch import Branch
from kenpo.values.ids import serial_of

ENVELOPE_LIMIT = "封筒の上限"
USUAL_END = "有効期限の目安"
LONGEST_YEARS = "有効年数の上限"
Printable = tuple[MemberRecord, CertificateFace]
_KIND = DocumentKind.CERTIFICATE.value
_REPAIR = "登録の内容を確かめ、印刷の方法を決めてから個別に交付してください。"


@dataclass(frozen=True, slots=True)
class BranchMail:
    """What a branch mails in a wave, and what it does not."""

    pieces: tuple[Piece, ...]
    lists: tuple[TargetList, ...]
    held: tuple[Held, ...]
    dropped: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class EnvelopeFiller:
    """Fills the envelopes of one branch."""

    desk: WaveDesk
    wave: Wave
    branch: Branch
    posting_on: date

    def fill(self, found: Rechecked) -> BranchMail:
        """Put each family's certificates into pieces; what cannot be printed exactly is held."""
        pieces: list[Piece] = []
        held = list(found.held)
        issue = self._issue()
        for household in found.households:
            stopped, good = self._gate(household, issue)
            filled = self._pieces(good) if good else ()
            if faults := _faults(self.desk.printer.letter_faults, filled):
                stopped, filled = [*stopped, *(_held(member, faults) for member, _ in good)], ()
            pieces.extend(filled)
            held.extend(stopped)
        return BranchMail(tuple(pieces), (), tuple(held), found.dropped)

    def _gate(self, household: Household, issue: Issue) -> tuple[list[Held], list[Printable]]:
        stopped: list[Held] = []
        good: list[Printable] = []
        for member in household:
            serial = serial_of(self.wave.wave_id, member.paper_key, _KIND, 1)
            face = certificate_face(member, serial, issue)
            if faults := tuple(self.desk.printer.certificate_faults(face)):
                stopped.append(_held(member, faults))
            else:
                good.append((member, face))
        return stopped, good

    def _pieces(self, good: Sequence[Printable]) -> tuple[Piece, ...]:
        members = tuple(member for member, _ in good)
        faces = tuple(face for _, face in good)
        limit = self.desk.whole(ENVELOPE_LIMIT, self.posting_on)
        return household_pieces(self.wave.wave_id, members, faces, limit)

    def _issue(self) -> Issue:
        usual = self.desk.day(USUAL_END, self.posting_on)
        years = self.desk.whole(LONGEST_YEARS, self.posting_on)
        return Issue(self.posting_on, Validity(usual, years), self.desk.issuer(self.branch))


def _faults(check: Callable[[Piece], Sequence[str]], pieces: Sequence[Piece]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fault for piece in pieces for fault in check(piece)))


def _held(member: MemberRecord, faults: Sequence[str]) -> Held:
    reason = f"そのままでは印刷できません（{'・'.join(faults)}）"
    return Held(member.paper_key, member.branch, reason, _REPAIR)
