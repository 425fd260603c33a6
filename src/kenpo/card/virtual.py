"""A virtual My Number card: the JPKI application with its files, PINs and keys.

It behaves as public code describes the real card. It is a card of nobody: production must not
accept what it signs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from kenpo.card.apdu import Command, Instruction, Response, Status

_DONE = int(Status.DONE, 16)


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file's bytes, and the file of the PIN that opens it; None is open to all."""

    content: bytes
    opened_by: int | None = None


@dataclass(slots=True)
class PinState:
    """A PIN with its counter. Its text never shows the value."""

    value: bytes = field(repr=False)
    limit: int
    left: int
    verified: bool = False


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key, and the file of the PIN it needs."""

    key: RSAPrivateKey = field(repr=False)
    needs: int


@dataclass(frozen=True, slots=True)
class Application:
    """One application of the card, by file id."""

    files: Mapping[int, FileContent]
    pins: Mapping[int, PinState]
    keys: Mapping[int, SigningKey]

    def __contains__(self, file: int) -> bool:
        return file in self.files or file in self.pins or file in self.keys

    def is_open(self, pin_file: int | None) -> bool:
        """Whether a PIN has been verified since the last reset, or none is needed."""
        return pin_file is None or self.pins[pin_file].verified

    def lock(self) -> None:
        """Forget every verified PIN."""
        for pin in self.pins.values():
            pin.verified = False


class VirtualCard:
    """Answers commands as the card would; ``applications`` by application identifier."""

    def __init__(self, applications: Mapping[bytes, Application]) -> None:
        self._applications = applications
        self._selected: bytes | None = None
        self._file: int | None = None

    def reset(self) -> None:
        """Forget what was selected and verified."""
        self._selected = self._file = None
        for application in self._applications.values():
            application.lock()

    def process(self, wire: bytes) -> bytes:
        """Answer a command; bytes that are none get "wrong length"."""
        try:
            command = Command.parse(wire)
        except ValueError:
            return _answer(Status.WRONG_LENGTH).encode()
        answers: dict[int, Callable[[Command], Response]] = {
            Instruction.SELECT.code: self._select,
            Instruction.READ_BINARY.code: self._read,
            Instruction.VERIFY.code: self._verify,
            Instruction.SIGN.code: self._sign,
        }
        answer = answers.get(command.instruction)
        return (answer(command) if answer else _answer(Status.UNKNOWN_INSTRUCTION)).encode()

    def _select(self, command: Command) -> Response:
        match command.p1:
            case 0x04:
                return self._select_application(command.data)
            case 0x02:
                return self._select_file(int.from_bytes(command.data))
            case _:
                self.reset()
                return _answer(Status.DONE)

    def _select_application(self, aid: bytes) -> Response:
        if aid not in self._applications:
            return _answer(Status.NOT_FOUND)
        if aid != self._selected:
            self.reset()
        self._selected, self._file = aid, None
        return _answer(Status.DONE)

    def _select_file(self, file: int) -> Response:
        application = self._application
        if application is None:
            return _answer(Status.NOT_SELECTED)
        if file not in application:
            return _answer(Status.NOT_FOUND)
        self._file = file
        return _answer(Status.DONE)

    def _read(self, command: Command) -> Response:
        application, file = self._application, self._file
        if application is None or file is None:
            return _answer(Status.NOT_SELECTED)
        if file not in application.files:
            return _answer(Status.WRONG_FILE)
        found, offset = application.files[file], command.p1 << 8 | command.p2
        if not application.is_open(found.opened_by):
            return _answer(Status.NOT_VERIFIED)
        if offset >= len(found.content):
            return _answer(Status.WRONG_OFFSET)
        return Response(found.content[offset : offset + (command.expected or 0)], _DONE)

    def _verify(self, command: Command) -> Response:
        application, file = self._application, self._file
        if application is None or file is None:
            return _answer(Status.NOT_SELECTED)
        if file not in application.pins:
            return _answer(Status.WRONG_FILE)
        return _try(application.pins[file], command.data)

    def _sign(self, command: Command) -> Response:
        application, file = self._application, self._file
        if application is None or file is None or file not in application.keys:
            return _answer(Status.NOT_SELECTED)
        key = application.keys[file]
        if not application.is_open(key.needs):
            return _answer(Status.NOT_VERIFIED)
        return _signed(key.key, command.data)

    @property
    def _application(self) -> Application | None:
        return None if self._selected is None else self._applications[self._selected]


def _try(pin: PinState, data: bytes) -> Response:
    if not data:
        return Response(b"", 0x63C0 | pin.left)
    if pin.left == 0:
        return _answer(Status.BLOCKED)
    pin.verified = data == pin.value
    pin.left = pin.limit if pin.verified else pin.left - 1
    if pin.verified:
        return _answer(Status.DONE)
    return Response(b"", 0x63C0 | pin.left) if pin.left else _answer(Status.BLOCKED)


def _signed(key: RSAPrivateKey, digest_info: bytes) -> Response:
    """RSASSA-PKCS1-v1_5 over a DigestInfo the reader made, as the card does."""
    numbers = key.private_numbers()
    size = (key.key_size + 7) // 8
    if len(digest_info) > size - 11:
        return _answer(Status.WRONG_LENGTH)
    padding = b"\xff" * (size - 3 - len(digest_info))
    block = int.from_bytes(b"\x00\x01" + padding + b"\x00" + digest_info)
    return Response(pow(block, numbers.d, numbers.public_numbers.n).to_bytes(size), _DONE)


def _answer(status: Status) -> Response:
    return Response(b"", int(status, 16))
