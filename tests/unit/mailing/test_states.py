from itertools import product

import pytest

from kenpo.mailing.model import PieceState
from kenpo.mailing.states import is_open, next_states, states_before

ARROWS = """
planned dropped | planned held | planned rendered | held planned | held dropped
rendered preflighted | rendered held | preflighted packed | preflighted dropped
"""
ALLOWED = {
    tuple(map(PieceState, arrow.split()))
    for arrow in ARROWS.replace("\n", "|").split("|")
    if arrow.strip()
}


@pytest.mark.parametrize(("before", "after"), list(product(PieceState, PieceState)))
def test_a_piece_takes_the_arrows_of_the_table_and_no_other(
    before: PieceState, after: PieceState
) -> None:
    assert (after in next_states(before)) == ((before, after) in ALLOWED)
    assert (before in states_before(after)) == ((before, after) in ALLOWED)


def test_only_a_dropped_piece_no_longer_stands_for_its_certificates() -> None:
    assert [state for state in PieceState if not is_open(state)] == [PieceState.DROPPED]
