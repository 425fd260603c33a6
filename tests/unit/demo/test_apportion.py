"""Sharing a whole number out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kenpo.demo.apportion import apportion


def test_shares_follow_the_weights_and_leave_nothing_over() -> None:
    assert apportion(10, [1, 1, 2]) == [3, 2, 5]
    assert apportion(3, [100, 1, 1], minimum=1) == [1, 1, 1]
    assert apportion(2, [1, 5, 1], minimum=1) == [0, 2, 0]


@given(
    st.integers(0, 10_000),
    st.lists(st.floats(0.01, 100), min_size=1, max_size=60),
    st.integers(0, 3),
)
def test_shares_always_add_up(total: int, weights: list[float], minimum: int) -> None:
    shares = apportion(total, weights, minimum)
    assert sum(shares) == total
    if minimum * len(weights) <= total:
        assert min(shares) >= minimum
