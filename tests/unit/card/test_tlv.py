"""TLV."""

from __future__ import annotations

import pytest

from kenpo.card.tlv import Tlv, TlvError, parse, whole_length


@pytest.mark.parametrize(
    ("element", "wire"),
    [
        (Tlv(0x30, b""), "3000"),
        (Tlv(0x30, b"\x01"), "300101"),
        (Tlv(0xFF20, b"ab"), "ff20026162"),
        (Tlv(0xDF22, b"x"), "df220178"),
        (Tlv(0x7F4E, bytes(128)), "7f4e8180" + "00" * 128),
        (Tlv(0x04, bytes(256)), "04820100" + "00" * 256),
    ],
)
def test_an_element_is_written_and_read_the_same(element: Tlv, wire: str) -> None:
    assert element.encode().hex() == wire
    assert parse(bytes.fromhex(wire)) == (element,)
    assert whole_length(bytes.fromhex(wire)[:6]) == len(bytes.fromhex(wire))


def test_elements_follow_each_other() -> None:
    assert parse(bytes.fromhex("0101aa0200")) == (Tlv(1, b"\xaa"), Tlv(2, b""))


@pytest.mark.parametrize(
    ("wire", "offset"),
    [
        ("30", 1),
        ("3002aa", 2),
        ("3081", 2),
        ("308201", 3),
        ("3080", 1),
        ("3083000001", 1),
        ("ff", 1),
    ],
)
def test_bytes_that_end_early_or_lie_are_refused_with_their_place(wire: str, offset: int) -> None:
    with pytest.raises(TlvError) as error:
        parse(bytes.fromhex(wire))
    assert error.value.offset == offset


def test_a_value_too_long_for_three_length_bytes_is_refused() -> None:
    with pytest.raises(TlvError, match="65,535"):
        Tlv(0x30, bytes(0x10000)).encode()
