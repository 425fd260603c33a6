"""Pack a wave: the printed and checked files with their manifest, ready for the print company."""

from __future__ import annotations

from pathlib import Path

from kenpo.mailing.balance import require_balance
from kenpo.mailing.batches import batches
from kenpo.mailing.model import FrozenWave, PieceState
from kenpo.mailing.package import Package, package_of
from kenpo.operations.ports import PackedFolder, WaveCounts
from kenpo.operations.print_jobs import certificate_names, letter_names
from kenpo.operations.print_ledger import sole_use
from kenpo.operations.print_wave import open_ledger
from kenpo.operations.wave_desk import WaveDesk, WaveNotReadyError
from kenpo.values.ids import WaveId

PACKAGE_FOLDER = "package"


def pack_wave(desk: WaveDesk, wave_id: WaveId, out: Path) -> PackedFolder:
    """Make the folder ``out``/wave/package at once or not at all.

    Packing again gives the same bytes. Raises WaveNotReadyError for a file that is not printed or
    has changed since it was checked, UnbalancedError when manifest, files and register disagree.
    """
    frozen = desk.frozen(wave_id)
    _require_preflighted(desk, wave_id)
    with sole_use(out / wave_id):
        return _pack(desk, frozen, out)


def _pack(desk: WaveDesk, frozen: FrozenWave, out: Path) -> PackedFolder:
    wave_id = frozen.wave.wave_id
    ledger = open_ledger(desk, frozen, out)
    prints = tuple(batches(frozen.pieces, desk.batch_size))
    names = (*certificate_names(prints), *letter_names(prints))
    files = ledger.require(names)
    package = package_of(frozen, prints, desk.versions)
    require_packed(package, desk.counts(wave_id), ledger.pages(names))
    packed = desk.packages.write(package, files, out / wave_id / PACKAGE_FOLDER)
    desk.advance(wave_id, (PieceState.PACKED,), f"package={packed.sha256}")
    return packed


def require_packed(package: Package, counts: WaveCounts, pages: int) -> None:
    """Stop unless the manifest holds what the register has and the files' pages hold it."""
    head = package.head
    contents = [content.serial for entry in package.entries for content in entry.contents]
    pieces = {entry.piece_id for entry in package.entries}
    checks = (
        ("資格確認書", counts.certificates, "目録の資格確認書", head.certificates),
        ("資格確認書", counts.certificates, "別々の番号の資格確認書", len(set(contents))),
        ("封筒", counts.pieces, "目録の封筒", head.envelopes),
        ("封筒", counts.pieces, "別々の番号の封筒", len(pieces)),
        ("ファイルのページ", pages, "目録のページ", head.pages),
    )
    for whole, count, part, number in checks:
        require_balance("梱包", (whole, count), {part: number})


def _require_preflighted(desk: WaveDesk, wave_id: WaveId) -> None:
    ready = (PieceState.PREFLIGHTED, PieceState.PACKED)
    with desk.database.begin(desk.calendar.insurer, desk.actor) as session:
        states = session.waves.states(wave_id)
    waiting = {state.label_ja: states[state] for state in PieceState if state not in ready}
    late = "、".join(f"{name} {count}" for name, count in waiting.items() if count)
    if late:
        raise WaveNotReadyError(
            f"送付時期 {wave_id} には検査の済んでいない封筒があります（{late}）。"
            f"先に kenpo wave print {wave_id} を実行してください。"
        )
