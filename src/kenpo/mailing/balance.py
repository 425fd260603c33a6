"""Counts that must add up: in = out + named rest, or the step stops."""

from __future__ import annotations

from collections.abc import Mapping


class UnbalancedError(ValueError):
    """The counts of a step do not add up; nothing after it may happen."""


def require_balance(step: str, whole: tuple[str, int], parts: Mapping[str, int]) -> None:
    """Stop unless the parts, each counted by itself, make the whole.

    ``step`` is the name the error gives; ``whole`` is a name and its count.
    """
    name, count = whole
    if count != sum(parts.values()):
        rest = " + ".join(f"{part} {number}" for part, number in parts.items())
        raise UnbalancedError(
            f"{step}: {name} {count} ≠ {rest}。"
            "この段階で止めました。数が合わない原因を調べてから、もう一度実行してください。"
        )
