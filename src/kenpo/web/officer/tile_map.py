"""The 47 branches as tiles, laid by hand so that neighbours stay neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil, sqrt

from kenpo.mailing.model import Wave
from kenpo.operations.ports import WaveCounts
from kenpo.values.branch import ALL_BRANCHES, Branch

# One text line is one row of tiles; a dot is sea.
_LAID = """
・　・　・　・　・　・　・　・　・　・　・　・　北海道
・　・　・　・　・　・　・　・　・　・　・　・　青森
・　・　・　・　・　・　・　・　・　・　・　秋田　岩手
・　・　・　・　・　・　・　・　・　・　・　山形　宮城
・　・　・　・　・　・　・　・　石川　富山　新潟　福島
・　・　・　・　・　・　・　福井　岐阜　長野　群馬　栃木　茨城
・　・　・　・　島根　鳥取　兵庫　京都　滋賀　山梨　埼玉
・　・　・　山口　広島　岡山　大阪　奈良　愛知　静岡　東京　千葉
佐賀　福岡　大分　・　・　・　・　和歌山　三重　・　神奈川
長崎　熊本　宮崎　・　愛媛　香川
・　鹿児島　・　・　高知　徳島
沖縄
"""
PLACES = {
    name: (row, column)
    for row, line in enumerate(_LAID.split("\n")[1:-1], start=1)
    for column, name in enumerate(line.split(), start=1)
    if name != "・"
}
DARKEST = 5


@dataclass(frozen=True, slots=True)
class Tile:
    """A branch on the map; ``posted_on`` None means it is not in this wave."""

    branch: Branch
    row: int
    column: int
    posted_on: date | None
    counts: WaveCounts | None
    level: int


def tiles(wave: Wave, counts: Mapping[Branch, WaveCounts]) -> tuple[Tile, ...]:
    """Return the 47 tiles by branch code, darker for more certificates (0 none … 5 the most).

    The steps go by the square root, so that one large branch does not make all others pale.
    """
    posting = dict(wave.posting)
    most = max((count.certificates for count in counts.values()), default=0)
    return tuple(
        Tile(branch, *PLACES[branch.name], posting.get(branch), found, _level(found, most))
        for branch in ALL_BRANCHES
        for found in (counts.get(branch),)
    )


def _level(counts: WaveCounts | None, most: int) -> int:
    if counts is None or counts.certificates == 0:
        return 0
    return max(1, ceil(DARKEST * sqrt(counts.certificates / most)))
