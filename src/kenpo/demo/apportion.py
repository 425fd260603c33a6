"""Sharing a whole number out by weights, with nothing left over."""

from __future__ import annotations

from collections.abc import Sequence


def apportion(total: int, weights: Sequence[float], minimum: int = 0) -> list[int]:
    """Return whole shares that add up to ``total``, by largest remainder.

    Every share is at least ``minimum``, as far as the total allows.
    """
    least = minimum if minimum * len(weights) <= total else 0
    rest = total - least * len(weights)
    exact = [rest * weight / sum(weights) for weight in weights]
    shares = [int(each) for each in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: (shares[i] - exact[i], i))
    for index in by_remainder[: rest - sum(shares)]:
        shares[index] += 1
    return [least + share for share in shares]
