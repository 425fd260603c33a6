import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from kenpo.exchange.target_list_xlsx import TargetListSheets
from kenpo.mailing.model import TargetList, TargetListEntry
from support.members import SHIMANE


def target_list(count: int) -> TargetList:
    entries = (TargetListEntry(f"{n:04d}", f"本人{n}", f"対象{n}") for n in range(1, count + 1))
    return TargetList(
        "21010001", SHIMANE, "32-21-ｱｲ", "架空商店", date(2025, 4, 30), tuple(entries)
    )


def written(count: int, path: Path) -> list[list[list[object]]]:
    sheets = TargetListSheets().write_target_list(target_list(count), 60, path)
    book = CalamineWorkbook.from_path(path)
    assert sheets == len(book.sheet_names)
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]  # type: ignore[misc] # cells are of many types


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (60, 1), (61, 2), (120, 2), (121, 3)])
def test_a_sheet_has_sixty_slots(tmp_path: Path, count: int, expected: int) -> None:
    assert len(written(count, tmp_path / "list.xlsx")) == expected


def test_the_head_says_title_day_symbol_and_establishment(tmp_path: Path) -> None:
    (rows,) = written(1, tmp_path / "list.xlsx")
    text = "\n".join(str(cell) for row in rows[:3] for cell in row)
    assert "資格確認書一括発行の送付予定対象者一覧表" in text
    assert "令和7年4月30日時点" in text
    assert "21010001" in text
    assert "架空商店" in text


def test_items_1_to_30_are_left_and_31_to_60_right_on_every_sheet(tmp_path: Path) -> None:
    first, second = written(61, tmp_path / "list.xlsx")
    assert first[5] == ["1", "0001", "本人1", "対象1", "31", "0031", "本人31", "対象31"]
    assert first[34] == ["30", "0030", "本人30", "対象30", "60", "0060", "本人60", "対象60"]
    assert second[5] == ["1", "0061", "本人61", "対象61", "31", "", "", ""]
    assert second[34] == ["30", "", "", "", "60", "", "", ""]


def test_the_same_list_has_the_same_bytes_a_second_later(tmp_path: Path) -> None:
    written(61, tmp_path / "one.xlsx")
    time.sleep(1.1)
    written(61, tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_a_list_reads_back_without_differences(tmp_path: Path) -> None:
    written(61, tmp_path / "list.xlsx")
    assert (
        TargetListSheets().target_list_differences(target_list(61), 60, tmp_path / "list.xlsx")
        == ()
    )


@pytest.mark.parametrize(
    ("other", "place"),
    [
        (replace(target_list(61), symbol="21010002"), "A3"),
        (replace(target_list(61), establishment_name="別の商店"), "E2"),
        (replace(target_list(61), as_of=date(2025, 5, 1)), "A2"),
        (replace(target_list(61), entries=target_list(61).entries[1:]), "枚"),
        (replace(target_list(61), entries=target_list(62).entries[1:]), "B6"),
        (replace(target_list(61), entries=target_list(120).entries), "B7"),
    ],
)
def test_a_list_of_anybody_else_is_noticed_even_with_the_same_count(
    tmp_path: Path, other: TargetList, place: str
) -> None:
    written(61, tmp_path / "list.xlsx")
    found = TargetListSheets().target_list_differences(other, 60, tmp_path / "list.xlsx")
    assert any(place in difference for difference in found)
