"""Waves, targets and pieces as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kenpo.issuance.face import CertificateFace
from kenpo.values.branch import Branch
from kenpo.values.ids import PieceId, RowId, WaveId
from kenpo.values.insurer import Insurer
from kenpo.values.labels import LabelledStr


class PieceState(LabelledStr):
    """Where a piece is, named for the fact; never "sent"."""

    PLANNED = "planned", "計画済み", "planned"
    DROPPED = "dropped", "取りやめ", "dropped"
    RENDERED = "rendered", "印刷データ作成済み", "rendered"
    HELD = "held", "保留", "held"
    PREFLIGHTED = "preflighted", "検査済み", "preflighted"
    PACKED = "packed", "梱包済み", "packed"


@dataclass(frozen=True, slots=True)
class Wave:
    """送付時期: which branches are mailed when, from the register as of which day.

    ``posting`` gives each branch its first posting day; that day is the certificate's 交付年月日.
    """

    wave_id: WaveId
    insurer: Insurer
    snapshot_on: date
    posting: tuple[tuple[Branch, date], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """One member judged for a wave: in or out, by which row, and why (reason in both languages).

    ``missing`` names the facts nobody has told us and that decide the matter. Such a member counts
    as a target, so that nobody is forgotten, but is held at the freeze and never guessed.
    """

    paper_key: str
    branch: Branch
    office: str
    is_target: bool
    row: RowId
    reason_ja: str
    reason_en: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """The cover letter's variable text. A piece has one address block."""

    postcode: str
    address: str
    addressee: str
    branch_name: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class Piece:
    """One envelope to one addressee with a closed list of contents (i of n of the household)."""

    piece_id: PieceId
    wave_id: WaveId
    branch: Branch
    household_key: str
    envelope: int
    envelopes: int
    letter: Letter
    certificates: tuple[CertificateFace, ...]


@dataclass(frozen=True, slots=True)
class TargetListEntry:
    """One slot of 資格確認書一括発行の送付予定対象者一覧表."""

    number: str
    insured_name: str
    target_name: str


@dataclass(frozen=True, slots=True)
class TargetList:
    """The list of one establishment; 60 slots a sheet, 1–30 left and 31–60 right (S0 L132-167)."""

    symbol: str
    branch: Branch
    office: str
    establishment_name: str
    as_of: date
    entries: tuple[TargetListEntry, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A target that cannot be printed yet, with the reason and what to do."""

    paper_key: str
    branch: Branch
    reason: str
    todo: str


@dataclass(frozen=True, slots=True)
class FrozenWave:
    """A wave that will not change any more. ``sha256`` is over its canonical JSON."""

    wave: Wave
    frozen_at: datetime
    book: str
    pieces: tuple[Piece, ...]
    lists: tuple[TargetList, ...]
    held: tuple[Held, ...]
    dropped: tuple[Held, ...]
    sha256: str
