"""Reads a QR symbol (version 3, level M, alphanumeric) from its modules, faultless or not at all.

Written from ISO/IEC 18004 apart from the encoder, so that the one finds the other's faults.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

SIDE = 29
_CODEWORDS, _CHECK = 70, 26
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_LEVEL_M = 0b00
_FORMAT_MASK = 0b101010000010010
_FORMAT_GENERATOR = 0b10100110111

Bits = npt.NDArray[np.uint8]
"""A square of modules or a row of bits; 1 is dark."""


class UnreadableSymbolError(ValueError):
    """The modules are no faultless symbol; the message says which part is wrong."""


def read_symbol(modules: Bits) -> str:
    """Return the text of a (29, 29) square of modules, 1 dark."""
    if modules.shape != (SIDE, SIDE):
        raise UnreadableSymbolError(f"{modules.shape} modules, not {SIDE} × {SIDE}")
    template, fixed = _function_patterns()
    if np.any(modules[fixed] != template[fixed]):
        raise UnreadableSymbolError("the function patterns are damaged")
    mask = _mask_number(modules)
    rows, columns = _path()
    bits = modules[rows, columns] ^ _mask(mask)[rows, columns]
    codewords = np.packbits(bits[: _CODEWORDS * 8])
    if np.any(_syndromes(codewords)) or np.any(bits[_CODEWORDS * 8 :]):
        raise UnreadableSymbolError("the check bytes do not agree with the data")
    return _alphanumeric(bits)


def _alphanumeric(bits: Bits) -> str:
    if _number(bits[:4]) != 0b0010:
        raise UnreadableSymbolError("the text is not in alphanumeric mode")
    length = _number(bits[4:13])
    pairs = bits[13 : 13 + 11 * (length // 2)].reshape(-1, 11) @ (1 << np.arange(10, -1, -1))
    text = "".join(_ALPHABET[pair // 45] + _ALPHABET[pair % 45] for pair in pairs.tolist())
    if length % 2:
        start = 13 + 11 * (length // 2)
        text += _ALPHABET[_number(bits[start : start + 6])]
    return text


def _number(bits: Bits) -> int:
    return int("".join(map(str, bits.tolist())), 2)


def _mask_number(modules: Bits) -> int:
    one, two = _format_places()
    first, second = (_number(modules[tuple(zip(*places, strict=True))]) for places in (one, two))
    if first != second:
        raise UnreadableSymbolError("the two format fields differ")
    data = (first ^ _FORMAT_MASK) >> 10
    if data >> 3 != _LEVEL_M or _format_bits(data) != first:
        raise UnreadableSymbolError("the format field does not say level M")
    return data & 0b111


def _format_bits(data: int) -> int:
    rest = data << 10
    for shift in range(4, -1, -1):
        if rest >> (shift + 10) & 1:
            rest ^= _FORMAT_GENERATOR << shift
    return (data << 10 | rest) ^ _FORMAT_MASK


def _format_places() -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the places of the fifteen format bits, most significant first, of both copies."""
    around = [(8, c) for c in (0, 1, 2, 3, 4, 5, 7, 8)] + [(r, 8) for r in (7, 5, 4, 3, 2, 1, 0)]
    apart = [(SIDE - 1 - r, 8) for r in range(7)] + [(8, SIDE - 8 + c) for c in range(8)]
    return around, apart


@cache
def _function_patterns() -> tuple[Bits, npt.NDArray[np.bool_]]:
    """Return the modules every symbol shares and where they are (format fields excepted)."""
    template = np.zeros((SIDE, SIDE), np.uint8)
    fixed = np.zeros((SIDE, SIDE), np.bool_)
    finder = np.pad(np.pad(np.ones((3, 3), np.uint8), 1), 1, constant_values=1)
    for row, column in ((0, 0), (0, SIDE - 7), (SIDE - 7, 0)):
        template[row : row + 7, column : column + 7] = finder
    for rows, columns in ((slice(0, 8), slice(0, 8)), (slice(0, 8), slice(-8, None))):
        fixed[rows, columns] = fixed[columns, rows] = True
    template[20:25, 20:25] = np.pad(np.pad(np.ones((1, 1), np.uint8), 1), 1, constant_values=1)
    fixed[20:25, 20:25] = True
    for place in range(8, SIDE - 8):
        template[6, place] = template[place, 6] = (place + 1) % 2
        fixed[6, place] = fixed[place, 6] = True
    template[SIDE - 8, 8] = 1
    fixed[SIDE - 8, 8] = True
    return template, fixed


@cache
def _path() -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return row and column of every data bit: pairs of columns from the right, up and down."""
    taken = _function_patterns()[1].copy()
    for places in _format_places():
        for place in places:
            taken[place] = True
    found: list[tuple[int, int]] = []
    up = True
    for right in (*range(SIDE - 1, 6, -2), 5, 3, 1):
        rows = range(SIDE - 1, -1, -1) if up else range(SIDE)
        found += [(r, c) for r in rows for c in (right, right - 1) if not taken[r, c]]
        up = not up
    rows_found, columns_found = zip(*found, strict=True)
    return np.array(rows_found, np.intp), np.array(columns_found, np.intp)


@cache
def _mask(number: int) -> Bits:
    i, j = np.indices((SIDE, SIDE))
    conditions = (
        (i + j) % 2,
        i % 2,
        j % 3,
        (i + j) % 3,
        (i // 2 + j // 3) % 2,
        i * j % 2 + i * j % 3,
        (i * j % 2 + i * j % 3) % 2,
        ((i + j) % 2 + i * j % 3) % 2,
    )
    return np.asarray(conditions[number] == 0, np.uint8)


def _syndromes(codewords: Bits) -> Bits:
    """Return the 26 syndromes over GF(256), polynomial 0x11D; all zero is faultless."""
    powers, logarithms = _field()
    exponents = np.outer(np.arange(_CHECK), np.arange(_CODEWORDS - 1, -1, -1))
    terms = powers[(logarithms[codewords] + exponents) % 255]
    terms[:, codewords == 0] = 0
    return np.asarray(np.bitwise_xor.reduce(terms, axis=1), np.uint8)


@cache
def _field() -> tuple[Bits, npt.NDArray[np.int64]]:
    powers = np.zeros(255, np.uint8)
    logarithms = np.zeros(256, np.int64)
    value = 1
    for exponent in range(255):
        powers[exponent] = value
        logarithms[value] = exponent
        value = value << 1 ^ (0x11D if value & 0x80 else 0)
    return powers, logarithms
