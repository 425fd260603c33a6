"""Counts of the register; each number is its own query."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, text

from kenpo.operations.ports import RegisterCounts
from kenpo.values.branch import Branch
from kenpo.values.insurer import Insurer

_COVERED = """
from kenpo.coverage c
where c.insurer = :insurer and c.valid_from <= :on and c.valid_until >= :on
"""
_BY_BRANCH = """
select e.branch, count(*) as covered
from kenpo.coverage c
join kenpo.establishment e using (insurer, establishment_id)
where c.insurer = :insurer and c.valid_from <= :on and c.valid_until >= :on
group by e.branch order by e.branch
"""


def counts(connection: Connection, insurer: Insurer, on: date) -> RegisterCounts:
    """Count who is covered on a day, and the establishments known."""
    values = {"insurer": insurer.value, "on": on}

    def count(query: str) -> int:
        return int(connection.scalar(text(f"select count(*) {query}"), values) or 0)

    return RegisterCounts(
        members=count(_COVERED),
        insured=count(f"{_COVERED} and c.relation = 'insured'"),
        dependents=count(f"{_COVERED} and c.relation = 'dependent'"),
        establishments=count("from kenpo.establishment where insurer = :insurer"),
    )


def counts_by_branch(connection: Connection, insurer: Insurer, on: date) -> Mapping[Branch, int]:
    """Count who is covered on a day by branch; a branch with nobody is left out."""
    rows = connection.execute(text(_BY_BRANCH), {"insurer": insurer.value, "on": on})
    return {Branch(row.branch): row.covered for row in rows}
