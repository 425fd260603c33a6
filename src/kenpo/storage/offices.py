"""Establishments by the offices that notices name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, text

from kenpo.register.establishment import Establishment, OfficeKey
from kenpo.values.address import Address
from kenpo.values.branch import Branch
from kenpo.values.ids import EstablishmentId
from kenpo.values.insurer import Insurer

_KNOWN = text(
    """
    select e.* from kenpo.establishment e
    join unnest(cast(:branches as int[]), cast(:counties as text[]), cast(:symbols as text[]))
        as wanted (branch, county, office_symbol) using (branch, county, office_symbol)
    where e.insurer = :insurer
    """
)


def arrays(keys: Sequence[OfficeKey]) -> dict[str, list[object]]:
    """Return the offices as three arrays of equal length, for ``unnest``."""
    return {
        "branches": [key.branch.code for key in keys],
        "counties": [key.county for key in keys],
        "symbols": [key.office_symbol for key in keys],
    }


def establishments(
    connection: Connection, insurer: Insurer, keys: Sequence[OfficeKey]
) -> Mapping[OfficeKey, Establishment]:
    """Return the known establishments among the given offices."""
    found: dict[OfficeKey, Establishment] = {}
    for row in connection.execute(_KNOWN, {"insurer": insurer.value, **arrays(keys)}):
        key = OfficeKey(Branch(row.branch), row.county, row.office_symbol)
        found[key] = Establishment(
            establishment_id=EstablishmentId(row.establishment_id),
            key=key,
            symbol=row.symbol,
            office_number=row.office_number,
            name=row.name,
            address=Address(row.postcode, row.address),
            employer_name=row.employer_name,
            telephone=row.telephone,
        )
    return found
