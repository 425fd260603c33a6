from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kenpo.mailing.model import Piece
from kenpo.mailing.pieces import household_pieces
from kenpo.values.ids import WaveId
from support.faces import faces_of
from support.members import family, insured

WAVE = WaveId("bulk-2025-07")


def pieces(dependents: int, limit: int = 4) -> tuple[Piece, ...]:
    household = tuple(family(insured(7), dependents))
    return household_pieces(WAVE, household, faces_of(household), limit)


@pytest.mark.parametrize(
    ("certificates", "contents"),
    [(1, [1]), (4, [4]), (5, [4, 1]), (6, [4, 2]), (8, [4, 4]), (9, [4, 4, 1])],
)
def test_a_family_is_split_at_four_certificates(certificates: int, contents: list[int]) -> None:
    found = pieces(certificates - 1)
    assert [len(piece.certificates) for piece in found] == contents
    assert [(piece.envelope, piece.envelopes) for piece in found] == [
        (i, len(contents)) for i in range(1, len(contents) + 1)
    ]


@given(certificates=st.integers(1, 25), limit=st.integers(1, 6))
def test_all_contents_lie_in_exactly_one_envelope_in_their_order(
    certificates: int, limit: int
) -> None:
    household = tuple(family(insured(7), certificates - 1))
    faces = faces_of(household)
    found = household_pieces(WAVE, household, faces, limit)
    assert [face for piece in found for face in piece.certificates] == list(faces)
    assert all(1 <= len(piece.certificates) <= limit for piece in found)
    assert len(found) == -(-certificates // limit)


def test_the_envelopes_of_a_family_share_one_address_block() -> None:
    assert len({piece.letter for piece in pieces(5)}) == 1


def test_a_dependents_letter_goes_to_the_insured_person() -> None:
    household = tuple(family(insured(7), 1))[1:]
    (piece,) = household_pieces(WAVE, household, faces_of(household), 4)
    assert piece.letter.addressee == "島根　花子"
    assert piece.letter.issued_on == date(2025, 7, 31)
    assert piece.certificates[0].name == "出雲　子1"


def test_the_same_contents_give_the_same_ids_again() -> None:
    assert pieces(5) == pieces(5)


def test_a_piece_id_changes_with_wave_family_place_and_contents() -> None:
    household = tuple(family(insured(7), 1))
    other = tuple(family(insured(8), 1))
    ids = {
        household_pieces(wave, members, faces_of(members[:n]), 1)[i].piece_id
        for wave in (WAVE, WaveId("bulk-2025-08"))
        for members in (household, other)
        for n in (1, 2)
        for i in range(n)
    }
    # The first envelope of a family is the same piece whether or not a second one follows.
    assert len(ids) == 2 * 2 * 2


def test_a_family_without_an_address_is_refused() -> None:
    household = (replace(insured(7), address=None),)
    with pytest.raises(ValueError, match="住所"):
        household_pieces(WAVE, household, faces_of(household), 4)
