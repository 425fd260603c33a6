"""The proof that in every cell of a table exactly one row wins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kenpo.rulebook.errors import Place, RuleBookError
from kenpo.rulebook.tables import Row, Table
from kenpo.values.ids import RowId

_MOST_CELLS = 1_000_000
_MOST_ROWS = 32_767
Cells = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Proven:
    """A table and its winners: the row index of every cell, C order, last fact fastest.

    ``matched`` says which cells each row's own conditions take, before 優先.
    """

    table: Table
    winners: npt.NDArray[np.int16]
    matched: Sequence[Cells]

    def won(self) -> Mapping[RowId, int]:
        """Return how many cells each row wins."""
        counts = np.bincount(self.winners.ravel(), minlength=len(self.table.rows))
        return {row.id: int(n) for row, n in zip(self.table.rows, counts, strict=True)}


def prove(table: Table) -> Proven:
    """Return the winners, or raise RuleBookError naming what is wrong, its cell and its rows."""
    _check_size(table)
    _check_precedence(table)
    matched = [_cells(table, row) for row in table.rows]
    winning = _after_precedence(table, matched)
    count: npt.NDArray[np.int32] = winning.sum(axis=0, dtype=np.int32)
    _check_dead(table, winning)
    _check_overlap(table, winning, count)
    _check_gap(table, count)
    winners = np.argmax(winning, axis=0).astype(np.int16)
    return Proven(table, winners, matched)


def cell_in_words(table: Table, cell: Sequence[int]) -> str:
    """Return a cell as ``加入=加入中 マイナ=使える``."""
    return " ".join(
        f"{fact.name}={fact.options[option].name}"
        for fact, option in zip(table.facts, cell, strict=True)
    )


def _check_size(table: Table) -> None:
    place = table.rows[0].place if table.rows else Place(table.name, 0)
    if not table.rows or not table.facts:
        raise RuleBookError(place, f"決定表「{table.name}」に行か事実がない。", "書いてください。")
    cells = 1
    for size in table.sizes:
        cells *= size
    if cells > _MOST_CELLS or len(table.rows) > _MOST_ROWS:
        what = f"決定表「{table.name}」は{cells:,}枡あります。"
        raise RuleBookError(place, what, f"表を分けて{_MOST_CELLS:,}枡以下にしてください。")


def _cells(table: Table, row: Row) -> Cells:
    cells = np.ones(table.sizes, dtype=np.bool_)
    for axis, chosen in enumerate(row.choices):
        shape = [1] * len(table.sizes)
        shape[axis] = -1
        cells &= np.isin(np.arange(table.sizes[axis]), list(chosen)).reshape(shape)
    return cells


def _after_precedence(table: Table, matched: Sequence[Cells]) -> npt.NDArray[np.bool_]:
    index = {row.id: i for i, row in enumerate(table.rows)}
    winning = np.array(matched)
    for k, row in enumerate(table.rows):
        for beaten in row.beats:
            if not np.any(matched[k] & matched[index[beaten]]):
                what = f"{row.id} の優先「{beaten}」は無用です。二行は同じ枡にあたりません。"
                raise RuleBookError(row.place, what, "優先から消すか、条件を直してください。")
            winning[index[beaten]] &= ~matched[k]
    return winning


def _check_precedence(table: Table) -> None:
    beats = {row.id: row.beats for row in table.rows}
    for row in table.rows:
        for beaten in row.beats:
            if beaten not in beats:
                what = f"{row.id} の優先に知らない番号「{beaten}」があります。"
                raise RuleBookError(row.place, what, "番号を確かめてください。")
    for row in table.rows:
        circle = _circle((row.id,), beats)
        if circle:
            what = "優先が輪になっています: " + " → ".join(circle) + "。"
            raise RuleBookError(row.place, what, "どれかを消してください。")


def _circle(path: tuple[RowId, ...], beats: Mapping[RowId, Sequence[RowId]]) -> tuple[RowId, ...]:
    for beaten in beats[path[-1]]:
        if beaten == path[0]:
            return (*path, beaten)
        if beaten not in path and (found := _circle((*path, beaten), beats)):
            return found
    return ()


def _check_dead(table: Table, winning: npt.NDArray[np.bool_]) -> None:
    for row, cells in zip(table.rows, winning, strict=True):
        if not cells.any():
            what = f"{row.id} はどの枡でも勝ちません。"
            raise RuleBookError(row.place, what, "条件か優先を直すか、行を消してください。")


def _check_overlap(
    table: Table, winning: npt.NDArray[np.bool_], count: npt.NDArray[np.int32]
) -> None:
    found = np.argwhere(count > 1)
    if not len(found):
        return
    cell = tuple(int(i) for i in found[0])
    clashing = [row for row, wins in zip(table.rows, winning, strict=True) if wins[cell]]
    names = "・".join(f"{row.id}({row.place})" for row in clashing)
    what = f"決定表「{table.name}」の{len(found):,}枡で二行が勝ちます: {names}。"
    where = f"初めの枡は {cell_in_words(table, cell)}。"
    raise RuleBookError(clashing[-1].place, what + where, "条件を分けるか優先を宣言してください。")


def _check_gap(table: Table, count: npt.NDArray[np.int32]) -> None:
    found = np.argwhere(count == 0)
    if not len(found):
        return
    cell = cell_in_words(table, tuple(int(i) for i in found[0]))
    what = f"決定表「{table.name}」の{len(found):,}枡にあたる行がありません。初めの枡は {cell}。"
    raise RuleBookError(table.rows[-1].place, what, "行を足すか条件を広げてください。")
