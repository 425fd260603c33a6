"""保険者の表示: name, address and telephone of each branch as its documents show them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from kenpo.issuance.make_face import Issuer
from kenpo.values.branch import Branch


@dataclass(frozen=True, slots=True)
class IssuerBook:
    """The display of one insurer; ``name`` may hold {branch}, an address unknown is empty."""

    name: str
    telephone: str
    address: str
    addresses: Mapping[Branch, str]

    def __call__(self, branch: Branch) -> Issuer:
        """Return what stands on the documents of a branch."""
        return Issuer(
            name=self.name.format(branch=branch.name),
            address=self.addresses.get(branch, self.address),
            telephone=self.telephone,
        )


def parse_issuers(text: str) -> IssuerBook:
    """Read the display of an insurer from its TOML text; a missing part is a KeyError."""
    data = tomllib.loads(text)
    branches = data["address"].get("branches", {})
    return IssuerBook(
        name=data["name"]["text"],
        telephone=data["telephone"]["text"],
        address=data["address"]["text"],
        addresses={Branch(int(code)): address for code, address in branches.items()},
    )
