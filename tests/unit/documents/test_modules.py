from __future__ import annotations

import random

import numpy as np
import pytest
import segno

from kenpo.documents.modules import BLACK, QR_SIDE, qr_modules
from kenpo.documents.preflight.qr_symbol import SIDE, UnreadableSymbolError, read_symbol
from kenpo.mailing.matching_code import LENGTH
from support.scale import SEED, scaled

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
RANDOM = random.Random(SEED)


def text_of(length: int) -> str:
    """Return a text that segno cannot take for a number."""
    return "A" + "".join(RANDOM.choices(ALPHABET, k=length - 1))


def segno_matrix(text: str, mask: int) -> np.ndarray:
    code = segno.make_qr(
        text, version=3, error="m", mask=mask, mode="alphanumeric", boost_error=False
    )
    return np.array(code.matrix, np.uint8)


def test_the_composed_symbol_is_segnos_own() -> None:
    for _ in range(scaled(200, 20_000)):
        text = text_of(LENGTH)
        composed = np.array(qr_modules(text).levels).reshape(QR_SIDE, QR_SIDE) == BLACK
        assert np.array_equal(composed, segno_matrix(text, 3) == 1), text


@pytest.mark.parametrize("text", ["A" * 47, "A" * 49, "a" * 48, "記" * 48, ""])
def test_what_is_no_matching_code_gets_no_symbol(text: str) -> None:
    with pytest.raises(ValueError, match="48"):
        qr_modules(text)


@pytest.mark.parametrize("mask", range(8))
def test_a_symbol_of_any_mask_and_length_is_read_again(mask: int) -> None:
    for length in range(1, 62):
        text = text_of(length)
        assert read_symbol(segno_matrix(text, mask)) == text


def test_a_symbol_with_any_one_wrong_module_is_refused() -> None:
    good = segno_matrix(text_of(LENGTH), 3)
    for row, column in np.ndindex(SIDE, SIDE):
        wrong = good.copy()
        wrong[row, column] ^= 1
        with pytest.raises(UnreadableSymbolError):
            read_symbol(wrong)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (segno.make_qr("A", version=4, error="m"), "modules"),
        (segno.make_qr("A", version=3, error="q", boost_error=False), "level M"),
        (segno.make_qr("1", version=3, error="m", mode="numeric", boost_error=False), "mode"),
    ],
)
def test_another_kind_of_symbol_is_refused(code: segno.QRCode, reason: str) -> None:
    with pytest.raises(UnreadableSymbolError, match=reason):
        read_symbol(np.array(code.matrix, np.uint8))
