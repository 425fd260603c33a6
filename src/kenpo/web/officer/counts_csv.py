"""A wave's counts by branch as CSV, in UTF-8 with the mark Excel needs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from kenpo.web.officer.tile_map import Tile

HEADER = (
    "支部コード,支部,最初の発送日,判定,対象,対象でない,保留,取りやめ,資格確認書,封筒,一覧表"
).split(",")


def counts_csv(tiles: Iterable[Tile]) -> bytes:
    """Return one line for each branch of the wave, by branch code."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADER)
    writer.writerows(_line(tile) for tile in tiles if tile.posted_on is not None)
    return out.getvalue().encode("utf-8-sig")


def _line(tile: Tile) -> tuple[object, ...]:
    head = (str(tile.branch), tile.branch.name, tile.posted_on)
    found = tile.counts
    if found is None:
        return (*head, 0, 0, 0, 0, 0, 0, 0, 0)
    return (
        *head,
        found.judged,
        found.targets,
        found.not_targets,
        found.held,
        found.dropped,
        found.certificates,
        found.pieces,
        found.lists,
    )
