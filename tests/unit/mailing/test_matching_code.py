from __future__ import annotations

from dataclasses import replace

import pytest

from kenpo.issuance.face import DocumentKind
from kenpo.mailing.matching_code import LENGTH, MatchingCode, certificate_codes, letter_code
from kenpo.values.errors import InvalidValueError
from kenpo.values.ids import PieceId
from support.pieces import family, piece_of

PIECE = family("見本　太郎", "ミホン　タロウ", 3)


def test_what_a_code_says_can_be_read_again() -> None:
    for code in (letter_code(PIECE), *certificate_codes(PIECE)):
        assert MatchingCode.read(code.text) == code
        assert len(code.text) == LENGTH


def test_letter_and_certificates_of_an_envelope_are_numbered_through() -> None:
    codes = (letter_code(PIECE), *certificate_codes(PIECE))
    assert [code.content for code in codes] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert [code.document for code in codes] == [
        DocumentKind.COVER_LETTER,
        *(DocumentKind.CERTIFICATE,) * 3,
    ]


def test_the_letter_says_ch1_and_has_no_serial() -> None:
    text = letter_code(PIECE).text
    assert text[1:4] == "CH1"
    assert text[20:32] == " " * 12


@pytest.mark.parametrize("place", range(LENGTH))
def test_any_one_wrong_character_is_found(place: int) -> None:
    text = certificate_codes(PIECE)[0].text
    wrong = "A" if text[place] != "A" else "B"
    with pytest.raises(InvalidValueError):
        MatchingCode.read(f"{text[:place]}{wrong}{text[place + 1 :]}")


@pytest.mark.parametrize("text", ["", "1CH1", "二次元コード"])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        MatchingCode.read(text)


def test_an_id_that_is_no_paper_id_gets_no_code() -> None:
    strange = replace(piece_of(PIECE.certificates), piece_id=PieceId("記号-1"))
    with pytest.raises(InvalidValueError, match="管理用二次元コード"):
        _ = letter_code(strange).text
