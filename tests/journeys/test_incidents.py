"""Mailings that really went wrong in Japan, staged: each is caught, and at which step.

The cases are those of 三重 2024-11, 静岡・川崎 2024, 協会けんぽ 2022-02, 山形 2024-02,
大阪 2023-11, 神奈川 2024-08 and 2025-08, and of the bulk issue of 2025.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import text

from kenpo.documents.printer import TypstPrinter
from kenpo.mailing.balance import UnbalancedError
from kenpo.mailing.model import Piece, PieceState, TargetList
from kenpo.operations.freeze_wave import freeze_wave
from kenpo.operations.pack_wave import pack_wave
from kenpo.operations.plan_wave import plan_wave
from kenpo.operations.ports import PrintedFile
from kenpo.operations.print_wave import PreflightError, print_wave
from kenpo.operations.show_wave import show_wave
from kenpo.operations.wave_desk import WaveDesk, WaveNotReadyError
from kenpo.storage.database import PostgresDatabase
from kenpo.storage.errors import ConflictError
from kenpo.values.ids import WaveId
from support.wave_house import FROZEN_AT, KYOKAI, fill_town, wave_desk

WAVE = WaveId("bulk-2025-07")


@pytest.fixture
def frozen(kenpo_database: PostgresDatabase) -> WaveDesk:
    fill_town(kenpo_database)
    desk = wave_desk(kenpo_database)
    plan_wave(desk, WAVE)
    freeze_wave(desk, WAVE, FROZEN_AT)
    return desk


def nothing_released(desk: WaveDesk, out: Path) -> bool:
    """Whether no piece moved on and no package lies there."""
    states = show_wave(desk, WAVE).states
    return states[PieceState.PLANNED] == 4 and not list(out.rglob("package"))


def pieces_with(pieces: Sequence[Piece], **changes: str) -> list[Piece]:
    """The pieces with one field of the second certificate changed."""
    first, *rest = pieces
    kept, changed, *others = first.certificates
    return [
        replace(first, certificates=(kept, replace(changed, **changes), *others)),  # type: ignore[arg-type] # texts only
        *rest,
    ]


class DigitLost(TypstPrinter):
    """The print loses the last digit of a symbol (三重)."""

    def print_certificates(self, pieces: Sequence[Piece], path: Path) -> PrintedFile:
        symbol = pieces[0].certificates[1].symbol[:-1]
        return super().print_certificates(pieces_with(pieces, symbol=symbol), path)


def test_mie_2024_a_lost_digit_stops_the_print_and_names_piece_and_field(
    frozen: WaveDesk, tmp_path: Path
) -> None:
    bad = frozen.frozen(WAVE).pieces[0]
    with pytest.raises(PreflightError, match=bad.piece_id) as stopped:
        print_wave(replace(frozen, printer=DigitLost()), WAVE, tmp_path)
    assert "1106060" in str(stopped.value)
    assert nothing_released(frozen, tmp_path)
    assert not list(tmp_path.rglob("*certificate*.pdf"))


class WrongDocument(TypstPrinter):
    """Letters come out where certificates belong (静岡, 川崎)."""

    def print_certificates(self, pieces: Sequence[Piece], path: Path) -> PrintedFile:
        once = [
            replace(piece, certificates=(face,)) for piece in pieces for face in piece.certificates
        ]
        return super().print_letters(once, path)


def test_shizuoka_2024_the_wrong_kind_of_document_stops_the_print(
    frozen: WaveDesk, tmp_path: Path
) -> None:
    with pytest.raises(PreflightError, match="certificate-001"):
        print_wave(replace(frozen, printer=WrongDocument()), WAVE, tmp_path)
    assert nothing_released(frozen, tmp_path)


def test_shizuoka_2024_files_of_two_kinds_swapped_after_their_check_stop_the_packing(
    frozen: WaveDesk, tmp_path: Path
) -> None:
    print_wave(frozen, WAVE, tmp_path)
    (cards,) = tmp_path.rglob("*-certificate-*.pdf")
    (letters,) = tmp_path.rglob("*-cover_letter-*.pdf")
    swap(cards, letters)
    with pytest.raises(WaveNotReadyError, match="certificate-001"):
        pack_wave(frozen, WAVE, tmp_path)
    assert not list(tmp_path.rglob("package"))


@dataclass(frozen=True)
class ListsSwapped(TypstPrinter):
    """A firm of two people gets two lines of the other firm's list (協会けんぽ 2022)."""

    lists: tuple[TargetList, ...]

    def print_target_list(self, target_list: TargetList, path: Path) -> PrintedFile:
        longest, shortest = self.lists
        if target_list == shortest:
            count = len(shortest.entries)
            target_list = replace(longest, entries=longest.entries[:count])
        return super().print_target_list(target_list, path)


def test_kyokai_2022_swapped_firms_lists_stop_the_print_although_all_counts_agree(
    frozen: WaveDesk, tmp_path: Path
) -> None:
    lists = frozen.frozen(WAVE).lists
    with pytest.raises(PreflightError, match="target_list-00002"):
        print_wave(replace(frozen, printer=ListsSwapped(lists)), WAVE, tmp_path)
    assert nothing_released(frozen, tmp_path)


def test_kyokai_2022_lists_swapped_on_disk_are_made_again(frozen: WaveDesk, tmp_path: Path) -> None:
    print_wave(frozen, WAVE, tmp_path)
    first, second = sorted(tmp_path.rglob("*target_list*.xlsx"))
    before = (first.read_bytes(), second.read_bytes())
    swap(first, second)
    assert print_wave(frozen, WAVE, tmp_path).made == 2
    assert (first.read_bytes(), second.read_bytes()) == before


class OneShort(TypstPrinter):
    """One sheet never leaves the machine (山形)."""

    def print_letters(self, pieces: Sequence[Piece], path: Path) -> PrintedFile:
        return super().print_letters(pieces[:-1], path)


def test_yamagata_2024_a_short_count_freezes_the_batch(frozen: WaveDesk, tmp_path: Path) -> None:
    with pytest.raises(UnbalancedError, match=r"印刷: .*cover_letter-001.*3 ≠ .*4"):
        print_wave(replace(frozen, printer=OneShort()), WAVE, tmp_path)
    assert nothing_released(frozen, tmp_path)
    with pytest.raises(WaveNotReadyError):
        pack_wave(frozen, WAVE, tmp_path)


def test_yamagata_2024_printing_again_makes_the_same_sheets_and_never_one_more(
    frozen: WaveDesk, tmp_path: Path
) -> None:
    print_wave(frozen, WAVE, tmp_path / "one")
    print_wave(frozen, WAVE, tmp_path / "two")
    for path in (tmp_path / "one").rglob("*.pdf"):
        twin = tmp_path / "two" / path.relative_to(tmp_path / "one")
        assert twin.read_bytes() == path.read_bytes()
    assert frozen.counts(WAVE).pieces == 4


def test_osaka_2023_everything_is_compared_with_the_frozen_register_and_its_hash(
    frozen: WaveDesk, tmp_path: Path
) -> None:
    with frozen.database.begin(KYOKAI, "test") as session:
        session.connection.execute(  # type: ignore[attr-defined] # the real session
            text("update kenpo.piece_certificate set name = '別人' where position = 1")
        )
    with pytest.raises(ConflictError, match="変わって"):
        print_wave(frozen, WAVE, tmp_path)


def test_osaka_2023_the_package_carries_the_hash_of_the_register_it_was_made_from(
    frozen: WaveDesk, tmp_path: Path
) -> None:
    print_wave(frozen, WAVE, tmp_path)
    manifest = pack_wave(frozen, WAVE, tmp_path).folder / "manifest.json"
    assert f'"register_sha256": "{frozen.frozen(WAVE).sha256}"' in manifest.read_text()


class Crossed(TypstPrinter):
    """The certificates of two people lie in each other's envelope (神奈川 2025)."""

    def print_certificates(self, pieces: Sequence[Piece], path: Path) -> PrintedFile:
        *rest, third, fourth = pieces
        crossed = (
            replace(third, certificates=fourth.certificates),
            replace(fourth, certificates=third.certificates),
        )
        return super().print_certificates([*rest, *crossed], path)


def test_kanagawa_2025_crossed_contents_stop_the_print_although_all_counts_agree(
    frozen: WaveDesk, tmp_path: Path
) -> None:
    crossed = [piece.piece_id for piece in frozen.frozen(WAVE).pieces[2:]]
    with pytest.raises(PreflightError, match="|".join(crossed)):
        print_wave(replace(frozen, printer=Crossed()), WAVE, tmp_path)
    assert nothing_released(frozen, tmp_path)


class WrongHome(TypstPrinter):
    """A letter carries another family's address."""

    def print_letters(self, pieces: Sequence[Piece], path: Path) -> PrintedFile:
        *rest, last = pieces
        moved = replace(last, letter=replace(last.letter, address=pieces[0].letter.address))
        return super().print_letters([*rest, moved], path)


def test_kanagawa_2025_another_familys_address_stops_the_print(
    frozen: WaveDesk, tmp_path: Path
) -> None:
    last = frozen.frozen(WAVE).pieces[-1]
    with pytest.raises(PreflightError, match=last.piece_id):
        print_wave(replace(frozen, printer=WrongHome()), WAVE, tmp_path)


def test_kanagawa_2024_what_is_not_a_letter_bears_no_address(
    frozen: WaveDesk, tmp_path: Path
) -> None:
    print_wave(frozen, WAVE, tmp_path)
    folder = pack_wave(frozen, WAVE, tmp_path).folder
    addresses = {piece.letter.address for piece in frozen.frozen(WAVE).pieces}
    for path in (folder / "manifest.json", folder / "pieces.csv"):
        assert not [address for address in addresses if address in path.read_text("utf-8")]


def test_bulk_2025_who_left_between_list_and_posting_is_listed_as_dropped_and_not_mailed(
    frozen: WaveDesk,
) -> None:
    wave = frozen.frozen(WAVE)
    (drop,) = wave.dropped
    assert drop.reason == "発送日までに資格を喪失しました（2025-07-31）"
    mailed = {face.number for piece in wave.pieces for face in piece.certificates}
    listed = {entry.number for one in wave.lists for entry in one.entries}
    assert "3" not in mailed
    assert "3" in listed


def swap(one: Path, other: Path) -> None:
    """Exchange two files."""
    aside = one.with_suffix(".aside")
    shutil.move(one, aside)
    shutil.move(other, one)
    shutil.move(aside, other)
