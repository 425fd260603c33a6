"""What operations need of the outside world."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from kenpo.issuance.face import CertificateFace
from kenpo.mailing.model import FrozenWave, Held, Judged, Piece, PieceState, TargetList, Wave
from kenpo.register.establishment import Establishment, OfficeKey
from kenpo.register.events import Event, Origin, Recorded
from kenpo.register.view import MemberRecord
from kenpo.values.branch import Branch
from kenpo.values.ids import EstablishmentId, PersonId, WaveId
from kenpo.values.insurer import Insurer
from kenpo.values.insurer_number import InsurerNumber
from kenpo.values.my_number import MyNumber


class Clock(Protocol):
    """The only source of "now". Dates are in Asia/Tokyo, instants aware and in UTC."""

    def now(self) -> datetime:
        """Return the present instant."""
        ...

    def today(self) -> date:
        """Return the present day in Japan."""
        ...


class Ids(Protocol):
    """Makes identifiers that never reach paper (UUIDv7)."""

    def person(self) -> PersonId:
        """Return a fresh person id."""
        ...

    def establishment(self) -> EstablishmentId:
        """Return a fresh establishment id."""
        ...


@dataclass(frozen=True, slots=True)
class NumberedEvent:
    """An event with its origin, and the My Number that came with it and goes to the vault only."""

    origin: Origin
    event: Event
    my_number: tuple[PersonId, MyNumber] | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was not taken: where, which field, what the value looks like, why, what to do.

    ``form`` describes the value (its length and kinds of characters) and never is a My Number.
    """

    file: str
    line: int
    field: str
    form: str
    reason: str
    todo: str


@dataclass(frozen=True, slots=True)
class RegisterCounts:
    """How many are in the register; each number is its own query."""

    members: int
    insured: int
    dependents: int
    establishments: int


class Register(Protocol):
    """The register of one insurer inside one transaction."""

    def establishments(self, offices: Sequence[OfficeKey]) -> Mapping[OfficeKey, Establishment]:
        """Return the known establishments among the given offices."""
        ...

    def coverage_of_offices(self, offices: Sequence[OfficeKey]) -> Sequence[MemberRecord]:
        """Return everybody ever covered at the offices, newest coverage each, for intake."""
        ...

    def coverage_of_insurer_numbers(
        self, numbers: Sequence[InsurerNumber]
    ) -> Sequence[MemberRecord]:
        """Return everybody ever covered under the insurer numbers, newest coverage each."""
        ...

    def holders(self, paper_keys: Sequence[str]) -> Mapping[str, PersonId]:
        """Return who holds, or last held, each insurer number with its 記号・番号・枝番."""
        ...

    def take_turn(self) -> None:
        """Wait until no other transaction writes events of the insurer; held to the end."""
        ...

    def unrecorded(self, events: Sequence[NumberedEvent]) -> Sequence[NumberedEvent]:
        """Return the events not yet known by key, each fact once, in order."""
        ...

    def append(self, events: Sequence[NumberedEvent]) -> int:
        """Append the events not yet known by key, update the projections, count the new ones."""
        ...

    def members_as_of(self, on: date, branches: Sequence[Branch]) -> Iterator[MemberRecord]:
        """Yield everybody whose coverage began on or before ``on``, in ``sort_key`` order.

        Coverage already ended on ``on`` is included (its row says why the person is out); the card
        status is the newest snapshot with ``as_of`` ≤ ``on``.
        """
        ...

    def history_of(self, person_id: PersonId) -> Sequence[Recorded]:
        """Return all events of a person in the order they were recorded."""
        ...

    def counts(self, on: date) -> RegisterCounts:
        """Count the members covered on a day."""
        ...

    def counts_by_branch(self, on: date) -> Mapping[Branch, int]:
        """Count the members covered on a day, by branch."""
        ...


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that was taken in: name, SHA-256, when, and its counts."""

    name: str
    sha256: str
    kind: str
    imported_at: datetime
    rows: int
    accepted: int
    refused: int
    unchanged: int


class Imports(Protocol):
    """The files taken in and the rows refused."""

    def find(self, sha256: str) -> ImportedFile | None:
        """Return the earlier import of the same bytes, if any."""
        ...

    def save(self, file: ImportedFile, refusals: Sequence[Refusal]) -> None:
        """Keep the file's record and its refusals (replacing those of an earlier run)."""
        ...

    def files(self) -> Sequence[ImportedFile]:
        """Return all files in the order they were taken in."""
        ...

    def refusals(self, sha256: str) -> Sequence[Refusal]:
        """Return the refused rows of a file by line."""
        ...


@dataclass(frozen=True, slots=True)
class WaveCounts:
    """The counts of a wave or of one branch of it; each number is its own query.

    judged = targets + not_targets; targets = known + unknown; once the wave is frozen
    targets = certificates + held + dropped and known = listed.
    ``unknown``: targets about whom a fact is missing; they are held. ``listed``: list entries.
    """

    judged: int
    targets: int
    not_targets: int
    held: int
    dropped: int
    certificates: int
    pieces: int
    lists: int
    known: int = 0
    unknown: int = 0
    listed: int = 0


@dataclass(frozen=True, slots=True)
class FrozenStamp:
    """By which book a wave was planned and, once it is frozen, when and with which hash."""

    book: str
    frozen_at: datetime | None
    sha256: str | None


class Waves(Protocol):
    """Waves, their judged members, targets and pieces."""

    def save_plan(self, wave: Wave, book: str, judged: Sequence[Judged]) -> None:
        """Keep a plan; planning again replaces it until the wave is frozen."""
        ...

    def plan(self, wave_id: WaveId) -> Wave | None:
        """Return the planned wave."""
        ...

    def judged(self, wave_id: WaveId) -> Iterator[Judged]:
        """Yield who was judged for the wave, in and out, in list order."""
        ...

    def save_frozen(self, frozen: FrozenWave) -> None:
        """Keep the frozen wave once; certificates become issued in the register's view."""
        ...

    def frozen(self, wave_id: WaveId) -> FrozenWave | None:
        """Return the frozen wave."""
        ...

    def stamp(self, wave_id: WaveId) -> FrozenStamp | None:
        """Return the book of a planned wave and, once it is frozen, its time and hash."""
        ...

    def held(self, wave_id: WaveId) -> Sequence[Held]:
        """Return the targets of a frozen wave that are held, in list order."""
        ...

    def dropped(self, wave_id: WaveId) -> Sequence[Held]:
        """Return the targets of a frozen wave that were dropped, in list order."""
        ...

    def mark(self, wave_id: WaveId, state: PieceState, at: datetime, note: str) -> int:
        """Move all pieces that stand right before ``state``, return how many moved."""
        ...

    def states(self, wave_id: WaveId) -> Mapping[PieceState, int]:
        """Count the pieces of a wave by state."""
        ...

    def waves(self) -> Sequence[Wave]:
        """Return all waves by id."""
        ...

    def counts(self, wave_id: WaveId) -> WaveCounts:
        """Count a wave."""
        ...

    def counts_by_branch(self, wave_id: WaveId) -> Mapping[Branch, WaveCounts]:
        """Count a wave by branch."""
        ...

    def outs_by_reason(self, wave_id: WaveId) -> Mapping[str, int]:
        """Count the members who are no targets by Japanese reason."""
        ...


class Session(Protocol):
    """One transaction of one insurer: everything in it happens, or nothing."""

    @property
    def register(self) -> Register:
        """The register."""
        ...

    @property
    def imports(self) -> Imports:
        """The imported files."""
        ...

    @property
    def waves(self) -> Waves:
        """The waves."""
        ...


class Database(Protocol):
    """Opens transactions."""

    def begin(self, insurer: Insurer, actor: str) -> AbstractContextManager[Session]:
        """Open a transaction; leaving it normally commits, an exception rolls it back."""
        ...


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """A PDF on disk: path, SHA-256 of its bytes, pages."""

    path: Path
    sha256: str
    pages: int


class Progress(Protocol):
    """Shows how far a long step is."""

    def __call__(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` are done."""
        ...


class Printer(Protocol):
    """Makes and checks the documents of a wave."""

    def unprintable(self, text: str) -> tuple[str, ...]:
        """Return the characters (with their variation selectors) that no face can print."""
        ...

    def target_list_faults(self, target_list: TargetList) -> Sequence[str]:
        """Return why an employer's list cannot be printed exactly (none is good)."""
        ...

    def certificate_faults(self, face: CertificateFace) -> Sequence[str]:
        """Return why a certificate cannot be printed exactly (none is good)."""
        ...

    def letter_faults(self, piece: Piece) -> Sequence[str]:
        """Return why a piece's letter cannot be printed exactly (none is good)."""
        ...

    def print_certificates(self, pieces: Sequence[Piece], path: Path) -> PrintedFile:
        """Write one card page for each certificate, in the order of the pieces."""
        ...

    def print_letters(self, pieces: Sequence[Piece], path: Path) -> PrintedFile:
        """Write one letter page for each piece, in their order."""
        ...

    def print_target_list(self, target_list: TargetList, path: Path) -> PrintedFile:
        """Write the sheets of one establishment's list."""
        ...

    def preflight_certificates(self, pieces: Sequence[Piece], path: Path) -> Sequence[str]:
        """Read every page back and return the differences from the pieces (none is good)."""
        ...

    def preflight_letters(self, pieces: Sequence[Piece], path: Path) -> Sequence[str]:
        """Read every page back and return the differences from the pieces (none is good)."""
        ...

    def preflight_target_list(self, target_list: TargetList, path: Path) -> Sequence[str]:
        """Read every sheet back and return the differences from the list (none is good)."""
        ...
