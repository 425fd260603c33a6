"""Envelopes: how many certificates go into each."""

from __future__ import annotations


def pack(certificates: int, limit: int) -> tuple[int, ...]:
    """Return the contents of each envelope: full ones first, the rest in the last.

    ``limit`` is the book's 封筒の上限. No certificate, no envelope; 6 of at most 4 are (4, 2).
    Raises ValueError for a negative count or a limit below 1. 根拠: S0 L33, L211.
    """
    if certificates < 0 or limit < 1:
        raise ValueError(f"枚数{certificates}・上限{limit}では封筒に分けられません。")
    full, rest = divmod(certificates, limit)
    return (limit,) * full + ((rest,) if rest else ())
