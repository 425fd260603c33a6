"""Everything the verbs of a wave work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from kenpo.issuance.make_face import Issuer
from kenpo.mailing.calendar import WaveCalendar
from kenpo.mailing.model import FrozenWave, PieceState
from kenpo.operations.ports import (
    Clock,
    Database,
    Packages,
    Printer,
    Progress,
    Spreadsheets,
    WaveCounts,
)
from kenpo.rulebook import Book
from kenpo.values.branch import Branch
from kenpo.values.ids import WaveId


class WaveNotReadyError(ValueError):
    """A step was asked for before the one it needs; the message names that step."""


def unwatched(done: int, total: int) -> None:
    """Show nobody how far a step is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveDesk:
    """One officer's desk for the waves of one insurer.

    ``versions`` are the hashes of forms and fonts and the tools' versions: what shapes the bytes
    of a page besides the frozen wave. ``batch_size`` is the most pieces in one print file.
    """

    actor: str
    database: Database
    book: Book
    calendar: WaveCalendar
    issuer: Callable[[Branch], Issuer]
    printer: Printer
    spreadsheets: Spreadsheets
    packages: Packages
    clock: Clock
    versions: tuple[tuple[str, str], ...]
    batch_size: int = 5_000
    progress: Progress = unwatched

    def frozen(self, wave_id: WaveId) -> FrozenWave:
        """Return a frozen wave; raise WaveNotReadyError before the freeze."""
        with self.database.begin(self.calendar.insurer, self.actor) as session:
            frozen = session.waves.frozen(wave_id)
        if frozen is None:
            raise WaveNotReadyError(
                f"送付時期 {wave_id} はまだ確定していません。"
                f"先に kenpo wave freeze {wave_id} を実行してください。"
            )
        return frozen

    def counts(self, wave_id: WaveId) -> WaveCounts:
        """Count a wave."""
        with self.database.begin(self.calendar.insurer, self.actor) as session:
            return session.waves.counts(wave_id)

    def whole(self, name: str, on: date) -> int:
        """Return a whole number the book holds in force on a day."""
        found = self.book.value(name, on)
        assert isinstance(found, int), "the book keeps days and numbers apart"
        return found

    def day(self, name: str, on: date) -> date:
        """Return a day the book holds in force on a day."""
        found = self.book.value(name, on)
        assert isinstance(found, date), "the book keeps days and numbers apart"
        return found

    def advance(self, wave_id: WaveId, states: tuple[PieceState, ...], note: str) -> None:
        """Move the pieces of a wave through states; those that are past them stay."""
        now: datetime = self.clock.now()
        with self.database.begin(self.calendar.insurer, self.actor) as session:
            for state in states:
                session.waves.mark(wave_id, state, now, note)
