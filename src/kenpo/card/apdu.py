"""APDUs: what a reader says to the card and what the card answers, as data.

The card has no secure messaging: a PIN crosses in clear. So no text made of a command that carries
one ever shows its data.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

from kenpo.values.labels import LabelledStr

_SECRET_INSTRUCTIONS = frozenset({0x20, 0x24})
_HEADER = 4
_MOST_SHORT = 0xFF


class Instruction(LabelledStr):
    """The instructions in use, by their byte in hex."""

    SELECT = "a4", "選択", "select"
    READ_BINARY = "b0", "読み出し", "read binary"
    VERIFY = "20", "照合", "verify"
    CHANGE = "24", "暗証番号の変更", "change reference data"
    SIGN = "2a", "署名", "compute digital signature"

    @property
    def code(self) -> int:
        """The instruction byte."""
        return int(self.value, 16)


class Status(LabelledStr):
    """What the two status bytes mean; wrong tries (63Cx) carry their count in the last digit."""

    DONE = "9000", "完了", "done"
    WRONG = "63c", "暗証番号の不一致", "wrong PIN"
    BLOCKED = "6984", "閉塞", "blocked"
    NOT_VERIFIED = "6982", "暗証番号の照合が必要", "PIN required"
    NOT_SELECTED = "6985", "選択されていない", "nothing selected"
    WRONG_FILE = "6981", "ファイルの種類が違う", "wrong kind of file"
    NOT_FOUND = "6a82", "見つからない", "not found"
    WRONG_OFFSET = "6b00", "位置の誤り", "wrong offset"
    WRONG_LENGTH = "6700", "長さの誤り", "wrong length"
    UNKNOWN_INSTRUCTION = "6d00", "未知の命令", "unknown instruction"
    OTHER = "", "その他", "other"


@dataclass(frozen=True, slots=True)
class Command:
    """A command APDU; ``expected`` is the number of bytes wanted back, None for none.

    Its text masks the data of VERIFY and CHANGE REFERENCE DATA.
    """

    instruction: int
    p1: int
    p2: int
    data: bytes = field(default=b"", repr=False)
    expected: int | None = None
    cla: int = 0

    def __str__(self) -> str:
        secret = self.instruction in _SECRET_INSTRUCTIONS and self.data
        data = "**" * len(self.data) if secret else self.data.hex()
        return f"{self.cla:02x}{self.instruction:02x}{self.p1:02x}{self.p2:02x} {data}".rstrip()

    def __repr__(self) -> str:
        return f"Command({self})"

    def encode(self) -> bytes:
        """Return the bytes on the wire, short where they fit, else extended."""
        header = bytes([self.cla, self.instruction, self.p1, self.p2])
        if len(self.data) <= _MOST_SHORT and (self.expected or 0) <= _MOST_SHORT + 1:
            return header + self._body(1)
        return header + b"\x00" + self._body(2)

    def _body(self, width: int) -> bytes:
        length = len(self.data).to_bytes(width) if self.data else b""
        wanted = b"" if self.expected is None else (self.expected % 256**width).to_bytes(width)
        return length + self.data + wanted

    @classmethod
    def parse(cls, wire: bytes) -> Self:
        """Read a command from the wire, in short or extended form; ValueError if it is none."""
        if len(wire) < _HEADER:
            raise ValueError("APDUが4バイトより短いです。")
        body = wire[_HEADER:]
        extended = len(body) > 1 and body[0] == 0
        data, expected = _parse_body(body[1:], 2) if extended else _parse_body(body, 1)
        return cls(wire[1], wire[2], wire[3], data, expected, wire[0])


def _parse_body(body: bytes, width: int) -> tuple[bytes, int | None]:
    if not body:
        return b"", None
    first = int.from_bytes(body[:width])
    if len(body) == width:
        return b"", first or 256**width
    data, rest = body[width : width + first], body[width + first :]
    if len(data) != first or len(rest) not in {0, width}:
        raise ValueError("APDUの長さが合いません。")
    return data, (int.from_bytes(rest) or 256**width) if rest else None


@dataclass(frozen=True, slots=True)
class Response:
    """A response APDU: data and the two status bytes as one number."""

    data: bytes
    sw: int

    @classmethod
    def parse(cls, wire: bytes) -> Self:
        """Read a response from the wire."""
        if len(wire) < 2:
            raise ValueError("応答が2バイトより短いです。")
        return cls(wire[:-2], int.from_bytes(wire[-2:]))

    def encode(self) -> bytes:
        """Return the bytes on the wire."""
        return self.data + self.sw.to_bytes(2)

    @property
    def status(self) -> Status:
        """What the status bytes mean; 6983 and 6984 are both blocked."""
        if self.sw >> 4 == 0x63C:
            return Status.WRONG
        if self.sw == 0x6983:
            return Status.BLOCKED
        known = {status.value: status for status in Status}
        return known.get(f"{self.sw:04x}", Status.OTHER)

    @property
    def tries_left(self) -> int | None:
        """How many tries a PIN has left, if the answer says so."""
        if self.status is Status.BLOCKED:
            return 0
        return self.sw & 0xF if self.status is Status.WRONG else None


def select_application(aid: bytes) -> Command:
    """SELECT an application by its identifier."""
    return Command(Instruction.SELECT.code, 0x04, 0x0C, aid)


def select_file(file: int) -> Command:
    """SELECT an elementary file, PIN or key of the selected application."""
    return Command(Instruction.SELECT.code, 0x02, 0x0C, file.to_bytes(2))


def read_binary(offset: int, length: int) -> Command:
    """READ BINARY of up to 256 bytes; offsets stop at 0x7FFF (ISO 7816-4)."""
    if not 0 <= offset <= 0x7FFF:
        raise ValueError("読み出しの位置は0から32767までです。")
    return Command(Instruction.READ_BINARY.code, offset >> 8, offset & 0xFF, expected=length)


def ask_tries() -> Command:
    """VERIFY without data: how many tries the selected PIN has left, spending none."""
    return Command(Instruction.VERIFY.code, 0x00, 0x80)


def verify(pin: str) -> Command:
    """VERIFY the selected PIN: one try."""
    return Command(Instruction.VERIFY.code, 0x00, 0x80, pin.encode("ascii"))


def sign(digest_info: bytes) -> Command:
    """Sign a DigestInfo with the selected key."""
    return Command(Instruction.SIGN.code, 0x00, 0x80, digest_info, expected=256)
