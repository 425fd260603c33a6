"""The order of the rows never matters."""

from __future__ import annotations

import random

import pytest

from kenpo.rulebook.text import same
from support.rulebooks import ENGINE_TABLE, engine_book, engine_text


def _winners(text: str) -> list[str]:
    proven = engine_book(text).proven(ENGINE_TABLE)
    return [proven.table.rows[i].id for i in proven.winners.ravel()]


def _shuffled(text: str, seed: int) -> str:
    """Shuffle the rows inside each Markdown table of the decision table."""
    lines = text.splitlines()
    start = lines.index("## 決定表 交付")
    found: list[list[int]] = [[]]
    for number, line in enumerate(lines):
        if number > start and same(line).startswith("| R") and "2025-04-30 |" not in line:
            found[-1].append(number)
        elif found[-1]:
            found.append([])
    for places in found:
        rows = [lines[place] for place in places]
        random.Random(seed).shuffle(rows)
        for place, row in zip(places, rows, strict=True):
            lines[place] = row
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(5))
def test_shuffled_rows_give_the_same_winner_in_every_cell(seed: int) -> None:
    text = _shuffled(engine_text(), seed)
    assert text != engine_text().rstrip()
    assert _winners(text) == _winners(engine_text())
