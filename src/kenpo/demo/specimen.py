"""見本: what a made-up certificate says of itself, so that nobody takes it for a real one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kenpo.issuance.make_face import Issuer
from kenpo.values.branch import Branch

NOTE = "この資格確認書は見本です。書かれている人は実在しません。"


def specimen(issuer: Callable[[Branch], Issuer]) -> Callable[[Branch], Issuer]:
    """Return the issuer's display with 【見本】 after its name and the note in its address."""

    def shown(branch: Branch) -> Issuer:
        real = issuer(branch)
        return replace(real, name=f"{real.name}【見本】", address=NOTE)

    return shown
