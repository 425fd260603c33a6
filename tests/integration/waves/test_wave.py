"""A wave from the register to the package, on a real database and real pages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from kenpo.mailing.balance import UnbalancedError
from kenpo.mailing.model import Held, PieceState
from kenpo.operations.freeze_wave import freeze_wave, require_frozen
from kenpo.operations.pack_wave import pack_wave
from kenpo.operations.plan_wave import plan_wave
from kenpo.operations.ports import WaveCounts
from kenpo.operations.print_wave import print_wave
from kenpo.operations.show_wave import show_wave
from kenpo.operations.wave_desk import WaveDesk, WaveNotReadyError
from kenpo.storage.database import PostgresDatabase
from kenpo.values.ids import WaveId
from kenpo.wiring import FixedClock
from support.folders import hashes_below
from support.register_events import SHIMANE, numbered
from support.wave_house import FROZEN_AT, KYOKAI, TODAY, fill_town, no_card, wave_desk

WAVE = WaveId("bulk-2025-07")
FROZEN = WaveCounts(
    judged=17,
    targets=13,
    not_targets=4,
    held=4,
    dropped=1,
    certificates=8,
    pieces=4,
    lists=2,
    known=12,
    unknown=1,
    listed=12,
)


@pytest.fixture
def desk(kenpo_database: PostgresDatabase) -> WaveDesk:
    fill_town(kenpo_database)
    return wave_desk(kenpo_database)


@pytest.fixture
def frozen(desk: WaveDesk) -> WaveDesk:
    plan_wave(desk, WAVE)
    freeze_wave(desk, WAVE, FROZEN_AT)
    return desk


def numbers(stopped: Sequence[Held]) -> dict[str, str]:
    """The reasons by number (番号)."""
    return {one.paper_key.split(":")[2]: one.reason for one in stopped}


def test_everybody_judged_is_in_or_out_with_row_and_reason(desk: WaveDesk) -> None:
    counts = plan_wave(desk, WAVE)
    assert (counts.judged, counts.targets, counts.not_targets) == (17, 13, 4)
    with desk.database.begin(KYOKAI, "test") as session:
        judged = {one.paper_key.split(":")[2]: one for one in session.waves.judged(WAVE)}
    outs = {number: one.row for number, one in judged.items() if not one.is_target}
    assert set(outs) == {"2", "7", "8", "9"}
    assert all(one.reason_ja and one.reason_en for one in judged.values())
    assert judged["1"].row == "C10"
    assert judged["4"].missing == (
        "my_number_card",
        "use_registered_on",
        "electronic_certificate_valid_until",
    )


def test_planning_again_after_a_change_of_the_register_replaces_the_plan(desk: WaveDesk) -> None:
    plan_wave(desk, WAVE)
    fill_town_again(desk)
    assert plan_wave(desk, WAVE).unknown == 0


def test_a_wave_must_be_planned_frozen_and_printed_in_this_order(
    desk: WaveDesk, tmp_path: Path
) -> None:
    with pytest.raises(WaveNotReadyError, match="wave plan bulk-2025-07"):
        freeze_wave(desk, WAVE)
    plan_wave(desk, WAVE)
    with pytest.raises(WaveNotReadyError, match="wave freeze bulk-2025-07"):
        print_wave(desk, WAVE, tmp_path)
    freeze_wave(desk, WAVE)
    with pytest.raises(WaveNotReadyError, match="wave print bulk-2025-07"):
        pack_wave(desk, WAVE, tmp_path)


def test_an_unknown_wave_is_refused_with_the_known_ones(desk: WaveDesk) -> None:
    with pytest.raises(LookupError, match="bulk-2025-07"):
        plan_wave(desk, WaveId("bulk-2099-01"))


def test_the_freeze_names_whom_it_holds_and_drops_and_why(frozen: WaveDesk) -> None:
    wave = frozen.frozen(WAVE)
    held = numbers(wave.held)
    assert set(held) == {"4", "5", "6", "10"}
    assert "マイナンバーカード" in held["4"]
    assert "U+2BBC5" in held["5"]
    assert "住所" in held["6"]
    assert "入りません" in held["10"]
    assert numbers(wave.dropped) == {"3": "発送日までに資格を喪失しました（2025-07-31）"}
    assert frozen.counts(WAVE) == FROZEN


def test_a_family_of_six_gets_two_envelopes_and_namesakes_get_one_each(frozen: WaveDesk) -> None:
    pieces = frozen.frozen(WAVE).pieces
    assert [(p.envelope, p.envelopes, len(p.certificates)) for p in pieces] == [
        (1, 2, 4),
        (2, 2, 2),
        (1, 1, 1),
        (1, 1, 1),
    ]
    last, before = pieces[-1], pieces[-2]
    assert last.letter == before.letter
    assert last.household_key != before.household_key


def test_certificates_are_issued_on_the_posting_day_and_end_by_the_books_day(
    frozen: WaveDesk,
) -> None:
    faces = [face for piece in frozen.frozen(WAVE).pieces for face in piece.certificates]
    assert {face.issued_on for face in faces} == {date(2025, 7, 31)}
    assert {face.valid_until for face in faces} == {date(2029, 11, 30)}


def test_lists_go_to_firms_with_targets_as_of_the_snapshot(frozen: WaveDesk) -> None:
    lists = frozen.frozen(WAVE).lists
    assert [one.establishment_name for one in lists] == ["出雲そば製作所", "松江和菓子工房"]
    listed = [entry.number for entry in lists[0].entries]
    assert listed == ["1"] * 6 + ["3", "5", "6", "10"]
    names = {entry.number: entry.target_name for entry in lists[0].entries}
    assert (names["5"], names["10"]) == ("トクベツ　ヒト", "ナガイ　ナマエ")


def test_freezing_and_planning_again_change_nothing(frozen: WaveDesk) -> None:
    before = frozen.frozen(WAVE)
    later = replace(frozen, clock=FixedClock(TODAY + timedelta(days=1)))
    fill_town_again(later)
    assert plan_wave(later, WAVE) == FROZEN
    assert freeze_wave(later, WAVE) == FROZEN
    assert later.frozen(WAVE) == before


def test_the_freeze_needs_the_book_of_the_plan(desk: WaveDesk) -> None:
    plan_wave(desk, WAVE)
    other = replace(desk, book=OtherBook(desk))  # type: ignore[arg-type] # has the one attribute asked
    with pytest.raises(WaveNotReadyError, match="規則"):
        freeze_wave(other, WAVE)


def test_a_plan_the_register_has_overtaken_is_not_frozen(desk: WaveDesk) -> None:
    plan_wave(desk, WAVE)
    fill_town_again(desk)
    with pytest.raises(WaveNotReadyError, match="台帳が変わり、1人の判定"):
        freeze_wave(desk, WAVE)
    plan_wave(desk, WAVE)
    assert freeze_wave(desk, WAVE).unknown == 0


def test_a_register_without_people_or_card_status_is_not_frozen(
    kenpo_database: PostgresDatabase,
) -> None:
    desk = wave_desk(kenpo_database)
    plan_wave(desk, WAVE)
    with pytest.raises(WaveNotReadyError, match="kenpo import notifications FILE"):
        freeze_wave(desk, WAVE)
    fill_town(kenpo_database, with_status=False)
    plan_wave(desk, WAVE)
    with pytest.raises(WaveNotReadyError, match="kenpo import status FILE"):
        freeze_wave(desk, WAVE)


def test_the_package_agrees_with_the_pages_and_the_register(
    frozen: WaveDesk, tmp_path: Path
) -> None:
    printed = print_wave(frozen, WAVE, tmp_path)
    packed = pack_wave(frozen, WAVE, tmp_path)
    manifest = json.loads((packed.folder / "manifest.json").read_bytes())
    assert manifest["head"]["counts"] == {
        "certificates": FROZEN.certificates,
        "letters": FROZEN.pieces,
        "envelopes": FROZEN.pieces,
        "households": 3,
        "pages": FROZEN.certificates + FROZEN.pieces,
    }
    pages = {path.name: len(PdfDocument(path)) for path in packed.folder.glob("*.pdf")}
    assert sum(pages.values()) == FROZEN.certificates + FROZEN.pieces
    assert (printed.certificate_pages, printed.letter_pages) == (8, 4)
    for piece, entry in zip(frozen.frozen(WAVE).pieces, manifest["pieces"], strict=True):
        text = page_text(packed.folder / entry["letter_file"], entry["letter_page"])
        assert piece.piece_id in text
        for offset, content in enumerate(entry["contents"]):
            page = entry["first_page"] + offset
            assert content["serial"] in page_text(packed.folder / entry["certificate_file"], page)


def test_the_states_of_the_pieces_follow_the_steps(frozen: WaveDesk, tmp_path: Path) -> None:
    def where() -> dict[PieceState, int]:
        states = show_wave(frozen, WAVE).states
        return {state: count for state, count in states.items() if count}

    assert where() == {PieceState.PLANNED: 4}
    print_wave(frozen, WAVE, tmp_path)
    assert where() == {PieceState.PREFLIGHTED: 4}
    pack_wave(frozen, WAVE, tmp_path)
    assert where() == {PieceState.PACKED: 4}


def test_printing_and_packing_again_keep_every_byte(frozen: WaveDesk, tmp_path: Path) -> None:
    first = print_wave(frozen, WAVE, tmp_path)
    packed = pack_wave(frozen, WAVE, tmp_path)
    before = hashes_below(tmp_path)
    again = print_wave(frozen, WAVE, tmp_path)
    assert (first.made, first.kept, again.made, again.kept) == (6, 0, 0, 6)
    assert not pack_wave(frozen, WAVE, tmp_path).is_new
    assert packed.is_new
    assert hashes_below(tmp_path) == before


def test_a_damaged_or_lost_file_is_made_again_with_the_same_bytes(
    frozen: WaveDesk, tmp_path: Path
) -> None:
    print_wave(frozen, WAVE, tmp_path)
    before = hashes_below(tmp_path, "*.pdf")
    first, second = sorted(tmp_path.rglob("*.pdf"))[:2]
    first.write_bytes(first.read_bytes()[:-1])
    second.unlink()
    assert print_wave(frozen, WAVE, tmp_path).made == 2
    assert hashes_below(tmp_path, "*.pdf") == before


def test_a_new_form_or_font_makes_every_file_anew(frozen: WaveDesk, tmp_path: Path) -> None:
    print_wave(frozen, WAVE, tmp_path)
    other = replace(frozen, versions=(("fonts", "other"),))
    assert print_wave(other, WAVE, tmp_path).made == 6


def test_a_wave_without_a_target_packs_an_empty_package(desk: WaveDesk, tmp_path: Path) -> None:
    elsewhere = WaveId("bulk-2025-08")
    plan_wave(desk, elsewhere)
    assert freeze_wave(desk, elsewhere) == WaveCounts(0, 0, 0, 0, 0, 0, 0, 0)
    print_wave(desk, elsewhere, tmp_path)
    packed = pack_wave(desk, elsewhere, tmp_path)
    assert json.loads((packed.folder / "manifest.json").read_bytes())["pieces"] == []


def test_a_wave_not_planned_yet_shows_nothing_but_its_calendar(desk: WaveDesk) -> None:
    report = show_wave(desk, WAVE)
    assert report.stamp is None
    assert report.counts == WaveCounts(0, 0, 0, 0, 0, 0, 0, 0)
    assert report.to_json()["posting"] == {"32": "2025-07-31"}


@pytest.mark.parametrize("name", ["certificates", "held", "dropped", "targets", "listed", "known"])
def test_a_count_that_is_one_off_stops_the_freeze(name: str) -> None:
    require_frozen(FROZEN)
    with pytest.raises(UnbalancedError, match=r"計画|確定"):
        require_frozen(replace(FROZEN, **{name: getattr(FROZEN, name) + 1}))


class OtherBook:
    """A book with another hash and the same answers."""

    def __init__(self, desk: WaveDesk) -> None:
        self.hash = f"not {desk.book.hash}"


def fill_town_again(desk: WaveDesk) -> None:
    """Let a snapshot name the person of number 4 at last."""
    with desk.database.begin(KYOKAI, "test") as session:
        members = session.register.members_as_of(date(2025, 4, 30), [SHIMANE])
        (person,) = [m.person_id for m in members if m.member_number.number == "4"]
        session.register.append(numbered(no_card(person)))


def page_text(path: Path, number: int) -> str:
    return str(PdfDocument(path)[number - 1].get_textpage().get_text_bounded())
