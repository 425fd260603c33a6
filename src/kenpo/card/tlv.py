"""TLV: how the card's files are built of tag, length and value (ISO 7816-4, DER lengths)."""

from __future__ import annotations

from dataclasses import dataclass


class TlvError(ValueError):
    """Bytes that are no TLV; the message says at which offset and why."""

    def __init__(self, offset: int, why: str) -> None:
        super().__init__(f"TLV {offset}バイト目: {why}")
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Tlv:
    """One element. ``tag`` holds all tag bytes as a number: 0x30, 0xFF20, 0x7F4E."""

    tag: int
    value: bytes

    def encode(self) -> bytes:
        """Return the bytes of the element, with the shortest length."""
        return self.tag.to_bytes(_bytes_of(self.tag)) + _length(len(self.value)) + self.value


def parse(data: bytes) -> tuple[Tlv, ...]:
    """Return the elements of a file, all bytes used; lengths of one to three bytes are known."""
    found = []
    offset = 0
    while offset < len(data):
        tag, start = _tag_at(data, offset)
        length, start = _length_at(data, start)
        if start + length > len(data):
            raise TlvError(start, f"値が{length}バイトあるはずですが足りません。")
        found.append(Tlv(tag, data[start : start + length]))
        offset = start + length
    return tuple(found)


def whole_length(head: bytes) -> int:
    """Return how many bytes the element takes that begins with ``head``, its own head included."""
    _, start = _tag_at(head, 0)
    length, start = _length_at(head, start)
    return start + length


def _tag_at(data: bytes, offset: int) -> tuple[int, int]:
    first, end = _byte_at(data, offset), offset + 1
    if first & 0x1F == 0x1F:
        while _byte_at(data, end) & 0x80:
            end += 1
        end += 1
    return int.from_bytes(data[offset:end]), end


def _length_at(data: bytes, offset: int) -> tuple[int, int]:
    first, start = _byte_at(data, offset), offset + 1
    if first < 0x80:
        return first, start
    count = first & 0x7F
    if not 1 <= count <= 2:
        raise TlvError(offset, f"長さの書き方 {first:02X} は使われていません。")
    for place in range(start, start + count):
        _byte_at(data, place)
    return int.from_bytes(data[start : start + count]), start + count


def _byte_at(data: bytes, offset: int) -> int:
    if offset >= len(data):
        raise TlvError(offset, "途中で終わっています。")
    return data[offset]


def _length(length: int) -> bytes:
    if length < 0x80:
        return bytes([length])
    if length < 0x100:
        return bytes([0x81, length])
    if length < 0x10000:
        return b"\x82" + length.to_bytes(2)
    raise TlvError(0, "65,535バイトより長い値は書けません。")


def _bytes_of(number: int) -> int:
    return max(1, (number.bit_length() + 7) // 8)
