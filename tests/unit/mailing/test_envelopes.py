"""How certificates are split over envelopes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kenpo.mailing.envelopes import pack


@pytest.mark.parametrize(
    ("certificates", "envelopes"),
    [
        (0, ()),
        (1, (1,)),
        (2, (2,)),
        (4, (4,)),
        (5, (4, 1)),
        (6, (4, 2)),
        (8, (4, 4)),
        (9, (4, 4, 1)),
    ],
)
def test_five_or_more_are_split_over_several(certificates: int, envelopes: tuple[int, ...]) -> None:
    assert pack(certificates, 4) == envelopes


@given(st.integers(0, 10_000), st.integers(1, 20))
def test_every_certificate_is_in_exactly_one_envelope(certificates: int, limit: int) -> None:
    contents = pack(certificates, limit)
    assert sum(contents) == certificates
    assert all(1 <= n <= limit for n in contents)
    assert all(n == limit for n in contents[:-1])


@pytest.mark.parametrize(("certificates", "limit"), [(-1, 4), (3, 0)])
def test_impossible_counts_are_refused(certificates: int, limit: int) -> None:
    with pytest.raises(ValueError, match="封筒"):
        pack(certificates, limit)
