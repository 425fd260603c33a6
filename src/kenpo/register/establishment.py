"""事業所: where insured persons work, and how notices name it."""

from __future__ import annotations

from dataclasses import dataclass

from kenpo.values.address import Address
from kenpo.values.branch import Branch
from kenpo.values.ids import EstablishmentId


@dataclass(frozen=True, slots=True, order=True)
class OfficeKey:
    """事業所整理記号 as a notice writes it: branch, county code and office symbol (half-width)."""

    branch: Branch
    county: str
    office_symbol: str

    def __str__(self) -> str:
        return f"{self.branch}-{self.county}-{self.office_symbol}"


@dataclass(frozen=True, slots=True)
class Establishment:
    """An establishment with the symbol (記号) that stands on its members' documents."""

    establishment_id: EstablishmentId
    key: OfficeKey
    symbol: str
    office_number: str
    name: str
    address: Address
    employer_name: str
    telephone: str
