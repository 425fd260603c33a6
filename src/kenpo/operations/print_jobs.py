"""What a wave prints: every file with its maker, its check and its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kenpo.issuance.face import DocumentKind
from kenpo.mailing.batches import Batch, batches
from kenpo.mailing.model import FrozenWave, TargetList
from kenpo.mailing.target_slots import sheets
from kenpo.operations.wave_desk import WaveDesk
from kenpo.values.ids import WaveId

PRINT_FOLDER = "print"
LIST_FOLDER = "lists"
LIST_SLOTS = "一覧表の枠"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One file: its path below the wave's folder, how it is made, and how it is checked.

    ``make`` writes the file at a path and returns its pages; ``check`` returns the differences
    from what must stand there; ``pages`` is how many there must be.
    """

    name: str
    pages: int
    make: Callable[[Path], int]
    check: Callable[[Path], Sequence[str]]


def print_jobs(desk: WaveDesk, frozen: FrozenWave) -> Iterator[PrintJob]:
    """Yield everything a wave prints: pieces by branch and batch, then the employers' lists."""
    for batch in batches(frozen.pieces, desk.batch_size):
        yield _certificates(desk, batch)
        yield _letters(desk, batch)
    for number, one in enumerate(frozen.lists, 1):
        yield from _list(desk, one, list_name(frozen.wave.wave_id, one, number))


def certificate_names(prints: Sequence[Batch]) -> tuple[str, ...]:
    """Return the paths of the certificates' files below the wave's folder."""
    return tuple(f"{PRINT_FOLDER}/{batch.certificate_file}" for batch in prints)


def letter_names(prints: Sequence[Batch]) -> tuple[str, ...]:
    """Return the paths of the letters' files below the wave's folder."""
    return tuple(f"{PRINT_FOLDER}/{batch.letter_file}" for batch in prints)


def list_name(wave_id: WaveId, target_list: TargetList, number: int) -> str:
    """Return the path of an employer's list below the wave's folder, without its ending."""
    symbol = "".join(char for char in target_list.symbol if char.isascii() and char.isalnum())
    branch = target_list.branch
    kind = DocumentKind.TARGET_LIST.value
    return f"{LIST_FOLDER}/{branch}/{wave_id}-{branch}-{kind}-{number:05d}-{symbol}"


def _certificates(desk: WaveDesk, batch: Batch) -> PrintJob:
    printer = desk.printer
    return PrintJob(
        name=certificate_names([batch])[0],
        pages=sum(len(piece.certificates) for piece in batch.pieces),
        make=lambda path: printer.print_certificates(batch.pieces, path).pages,
        check=partial(printer.preflight_certificates, batch.pieces),
    )


def _letters(desk: WaveDesk, batch: Batch) -> PrintJob:
    printer = desk.printer
    return PrintJob(
        name=letter_names([batch])[0],
        pages=len(batch.pieces),
        make=lambda path: printer.print_letters(batch.pieces, path).pages,
        check=partial(printer.preflight_letters, batch.pieces),
    )


def _list(desk: WaveDesk, one: TargetList, name: str) -> Iterator[PrintJob]:
    slots = desk.whole(LIST_SLOTS, one.as_of)
    pages = sheets(len(one.entries), slots)
    printer, spreadsheets = desk.printer, desk.spreadsheets
    yield PrintJob(
        name=f"{name}.pdf",
        pages=pages,
        make=lambda path: printer.print_target_list(one, path).pages,
        check=partial(printer.preflight_target_list, one),
    )
    yield PrintJob(
        name=f"{name}.xlsx",
        pages=pages,
        make=lambda path: spreadsheets.write_target_list(one, slots, path),
        check=partial(spreadsheets.target_list_differences, one, slots),
    )
