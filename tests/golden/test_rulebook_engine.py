"""The working book of the engine: every figure was counted by another program before."""

from __future__ import annotations

import hashlib

from kenpo.rulebook import without_example
from kenpo.rulebook.emit import ARRAYS
from kenpo.rulebook.one import one_text
from kenpo.rulebook.plan import Plan
from support.rulebooks import ENGINE_DAY, ENGINE_TABLE, GOLDEN, engine_book

CELLS_WON = {
    "R01": 3456,
    "R02": 3456,
    "R03": 3456,
    "R10": 288,
    "R11": 2184,
    "R12": 192,
    "R13": 24,
    "R14": 192,
    "R15": 168,
    "R16": 24,
    "R20": 48,
    "R30": 84,
    "R31": 168,
    "R32": 28,
    "R33": 14,
    "R40": 6,
    "R41": 12,
    "R42": 24,
}


def test_the_book_has_the_cells_and_winners_counted_before() -> None:
    proven = engine_book().proven(ENGINE_TABLE)
    assert proven.table.sizes == (4, 8, 2, 2, 9, 2, 2, 3)
    assert proven.winners.size == 13_824
    assert dict(proven.won()) == CELLS_WON


def test_the_array_of_winners_stays_the_same() -> None:
    proven = engine_book().proven(ENGINE_TABLE)
    ids = [proven.table.rows[i].id for i in proven.winners.ravel()]
    digest = hashlib.sha256("\n".join(ids).encode()).hexdigest()
    assert digest[:16] == (GOLDEN / "winners.sha256").read_text().strip()


def test_the_rows_share_six_groups_of_formulas() -> None:
    text = one_text(*_ready())
    assert text.count("return") == 6


def test_the_generated_python_stays_the_same() -> None:
    plan, columns = _ready()
    text = f"{one_text(plan, columns)}\ncells = {ARRAYS.cell(plan.choices)}\n"
    assert text == (GOLDEN / "generated.txt").read_text(encoding="utf-8")


def test_every_row_and_every_exception_has_an_example() -> None:
    assert without_example(engine_book()) == ()


def _ready() -> tuple[Plan, tuple[str, ...]]:
    batch = engine_book().compile(ENGINE_TABLE, ENGINE_DAY)
    return batch.plan, batch.columns
