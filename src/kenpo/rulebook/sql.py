"""A table as SQL: the cell of each case, joined with the rows by cell.

Never one nested CASE over the rows: PostgreSQL copies the facts into every use of them, and a
query of twenty kilobytes becomes a plan of hundreds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kenpo.rulebook import emit_sql
from kenpo.rulebook.narrow import narrow
from kenpo.rulebook.one import NOTHING
from kenpo.rulebook.plan import Plan
from kenpo.rulebook.terms import Term, Whole
from kenpo.values.ids import RowId


@dataclass(frozen=True, slots=True)
class SqlText:
    """Statements for a decision table on one day, and the content of its table of cells.

    ``create`` makes the table of cells, to be filled with ``cells`` (cell, row id, formulas) and
    analysed; ``query`` gives id, rule and every output of every case of the source, in no order.
    The source has ``id`` and the columns of ``Batch.columns``: days, numbers and codes as integers
    of ``Column.number``, truths as booleans, no nulls.
    """

    create: str
    query: str
    cells: tuple[tuple[int, str, int], ...]


def sql_text(plan: Plan, row_ids: Sequence[RowId], source: str, cells: str) -> SqlText:
    """Return the SQL of a plan; ``source`` and ``cells`` are names of tables, taken as they are."""
    small = narrow(plan)
    outputs = ", ".join(
        f'{_output([group[place] for group in plan.groups])} as "{output.name}"'
        for place, output in enumerate(plan.outputs)
    )
    columns = ", ".join(("id", *plan.columns))
    return SqlText(
        create=f"create table {cells} "
        "(cell integer primary key, rule text not null, formulas smallint not null)",
        query=f"with cases as (select {columns}, {emit_sql.cell(small.choices)} as cell "  # noqa: S608 - text of our own emitter, names of the caller
        f"from {source}) select id, rule{', ' if outputs else ''}{outputs} "
        f"from cases join {cells} using (cell)",
        cells=tuple(
            (cell, str(row_ids[row]), plan.group_of[row])
            for cell, row in enumerate(small.winners.tolist())
        ),
    )


def _output(terms: Sequence[Term | None]) -> str:
    return f"case formulas{''.join(_branches(terms))} else {NOTHING} end"


def _branches(terms: Sequence[Term | None]) -> Iterator[str]:
    for group, term in enumerate(terms):
        if term is not None:
            text = str(term.value) if isinstance(term, Whole) else emit_sql.formula(term)
            yield f" when {group} then {text}"
