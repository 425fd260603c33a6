from __future__ import annotations

import pytest

from kenpo.values.branch import ALL_BRANCHES
from kenpo.web.officer.tile_map import DARKEST, PLACES, tiles
from support.web_house import COUNTS, SHIMANE, TOKYO, WAVE


def test_each_of_the_47_branches_has_a_tile_of_its_own() -> None:
    assert sorted(PLACES) == sorted(branch.name for branch in ALL_BRANCHES)
    assert len(set(PLACES.values())) == 47


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青森", "岩手"), ("東京", "神奈川"), ("東京", "埼玉"), ("東京", "千葉"),
        ("京都", "兵庫"), ("島根", "鳥取"), ("島根", "広島"), ("福岡", "大分"),
        ("熊本", "鹿児島"), ("香川", "徳島"), ("新潟", "富山"), ("滋賀", "京都"),
    ],
)  # fmt: skip
def test_neighbours_touch_on_the_map(one: str, other: str) -> None:
    (row, column), (its_row, its_column) = PLACES[one], PLACES[other]
    assert abs(row - its_row) + abs(column - its_column) == 1


def test_the_north_is_up_and_the_east_is_right() -> None:
    assert PLACES["北海道"][0] == 1
    assert PLACES["沖縄"][0] == max(row for row, _ in PLACES.values())
    assert PLACES["東京"][1] > PLACES["大阪"][1] > PLACES["福岡"][1]


def test_a_tile_is_darker_for_more_certificates_and_white_for_none() -> None:
    found = {tile.branch: tile for tile in tiles(WAVE, COUNTS)}
    assert found[TOKYO].level == DARKEST
    assert 0 < found[SHIMANE].level < DARKEST
    others = [tile for branch, tile in found.items() if branch not in COUNTS]
    assert len(others) == 45
    assert {(tile.level, tile.posted_on) for tile in others} == {(0, None)}
