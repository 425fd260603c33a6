"""The states of a piece and the only arrows between them."""

from __future__ import annotations

from typing import assert_never

from kenpo.mailing.model import PieceState


def next_states(state: PieceState) -> tuple[PieceState, ...]:
    """Return where a piece may go from a state."""
    match state:
        case PieceState.PLANNED:
            return (PieceState.DROPPED, PieceState.HELD, PieceState.RENDERED)
        case PieceState.HELD:
            return (PieceState.PLANNED, PieceState.DROPPED)
        case PieceState.RENDERED:
            return (PieceState.PREFLIGHTED, PieceState.HELD)
        case PieceState.PREFLIGHTED:
            return (PieceState.PACKED, PieceState.DROPPED)
        case PieceState.PACKED | PieceState.DROPPED:
            return ()
        case _:
            assert_never(state)


def states_before(state: PieceState) -> tuple[PieceState, ...]:
    """Return the states from which a piece may enter ``state``."""
    return tuple(earlier for earlier in PieceState if state in next_states(earlier))


def is_open(state: PieceState) -> bool:
    """Whether a piece still stands for its certificates: everything but a dropped one."""
    return state is not PieceState.DROPPED
