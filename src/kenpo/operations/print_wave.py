"""Print a wave: certificates, letters and employers' lists, each file checked at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kenpo.mailing.balance import require_balance
from kenpo.mailing.batches import batches
from kenpo.mailing.model import FrozenWave, PieceState
from kenpo.operations.print_jobs import PrintJob, certificate_names, letter_names, print_jobs
from kenpo.operations.print_ledger import PrintLedger, file_sha256, sole_use
from kenpo.operations.wave_desk import WaveDesk
from kenpo.values.ids import WaveId

_SHOWN = 5


class PreflightError(ValueError):
    """A printed page does not say what it must; the file was not released."""


@dataclass(frozen=True, slots=True)
class PrintedWave:
    """What lies printed: files now made and kept from before, pages of certificates and letters."""

    made: int
    kept: int
    certificate_pages: int
    letter_pages: int
    lists: int


def print_wave(desk: WaveDesk, wave_id: WaveId, out: Path) -> PrintedWave:
    """Make every file of a frozen wave below ``out``/wave and read each back before it counts.

    A finished file is kept. A file is first written as ``.tmp`` and renamed when its check found
    nothing. Raises PreflightError with file, piece and field, WaveNotReadyError before the freeze,
    UnbalancedError when the pages do not add up.
    """
    frozen = desk.frozen(wave_id)
    with sole_use(out / wave_id):
        ledger = open_ledger(desk, frozen, out)
        jobs = list(print_jobs(desk, frozen))
        made = 0
        for done, job in enumerate(jobs, 1):
            made += _finish(job, ledger)
            desk.progress(done, len(jobs))
        printed = _counted(desk, frozen, ledger)
        note = f"made_of={ledger.made_of}"
        desk.advance(wave_id, (PieceState.RENDERED, PieceState.PREFLIGHTED), note)
    return PrintedWave(made, len(jobs) - made, *printed, len(frozen.lists))


def open_ledger(desk: WaveDesk, frozen: FrozenWave, out: Path) -> PrintLedger:
    """Return the record of the wave's folder."""
    folder = out / frozen.wave.wave_id
    versions = (f"{name}={value}" for name, value in desk.versions)
    return PrintLedger.open(folder, (frozen.sha256, *versions))


def _finish(job: PrintJob, ledger: PrintLedger) -> bool:
    if ledger.has(job.name):
        return False
    path = ledger.folder / job.name
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.tmp")
    pages = job.make(half)
    require_balance("印刷", (f"{job.name} のページ", pages), {"あるべきページ": job.pages})
    sha256 = file_sha256(half)
    if differences := job.check(half):
        raise PreflightError(_told(job, differences))
    half.replace(path)
    ledger.add(job.name, sha256, pages)
    return True


def _told(job: PrintJob, differences: Sequence[str]) -> str:
    shown = " / ".join(differences[:_SHOWN])
    rest = len(differences[_SHOWN:])
    more = f" ほか{rest}件" if rest else ""
    return (
        f"{job.name}: 刷り上がりが登録と違うので止めました。{shown}{more} "
        "原因を調べてから、もう一度実行してください。"
    )


def _counted(desk: WaveDesk, frozen: FrozenWave, ledger: PrintLedger) -> tuple[int, int]:
    prints = tuple(batches(frozen.pieces, desk.batch_size))
    certificates = ledger.pages(certificate_names(prints))
    letters = ledger.pages(letter_names(prints))
    counts = desk.counts(frozen.wave.wave_id)
    require_balance("印刷", ("資格確認書", counts.certificates), {"ページ": certificates})
    require_balance("印刷", ("封筒", counts.pieces), {"送付案内のページ": letters})
    return certificates, letters
