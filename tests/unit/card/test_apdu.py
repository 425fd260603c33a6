"""APDUs."""

from __future__ import annotations

import pytest

from kenpo.card import apdu
from kenpo.card.apdu import Command, Response, Status
from kenpo.card.profile import MY_NUMBER_CARD


@pytest.mark.parametrize(
    ("command", "wire"),
    [
        (apdu.select_application(MY_NUMBER_CARD.aid), "00a4040c0ad392f000260100000001"),
        (apdu.select_file(0x0006), "00a4020c020006"),
        (apdu.read_binary(0, 32), "00b0000020"),
        (apdu.read_binary(0x1234, 256), "00b0123400"),
        (apdu.ask_tries(), "00200080"),
        (apdu.verify("1234"), "002000800431323334"),
        (apdu.sign(b"\x30\x31"), "002a008002303100"),
    ],
)
def test_a_command_has_the_bytes_the_card_expects(command: Command, wire: str) -> None:
    assert command.encode().hex() == wire
    assert Command.parse(bytes.fromhex(wire)) == command


@pytest.mark.parametrize(
    "command",
    [
        Command(0x2A, 0, 0x80, bytes(300), 256),
        Command(0xB0, 0, 0, b"", 1000),
        Command(0xB0, 0, 0, b"", 65536),
        Command(0x2A, 0, 0x80, bytes(256)),
    ],
)
def test_a_long_command_goes_out_in_extended_form(command: Command) -> None:
    wire = command.encode()
    assert wire[4] == 0
    assert Command.parse(wire) == command


@pytest.mark.parametrize("wire", ["", "00a404", "00a4040c0ad3", "00a4040c02000611223344"])
def test_bytes_that_are_no_command_are_refused(wire: str) -> None:
    with pytest.raises(ValueError, match="APDU"):
        Command.parse(bytes.fromhex(wire))


@pytest.mark.parametrize("instruction", [0x20, 0x24])
@pytest.mark.parametrize("show", [str, repr, "{}".format])
def test_no_text_of_a_command_shows_a_pin(instruction: int, show: object) -> None:
    assert callable(show)
    shown = show(Command(instruction, 0, 0x80, b"8264"))
    assert "8264" not in shown
    assert b"8264".hex() not in shown
    assert "********" in shown


def test_other_commands_show_their_data() -> None:
    assert repr(apdu.select_file(0x0018)) == "Command(00a4020c 0018)"


@pytest.mark.parametrize(
    ("sw", "status", "tries"),
    [
        (0x9000, Status.DONE, None),
        (0x63C2, Status.WRONG, 2),
        (0x63C0, Status.WRONG, 0),
        (0x6983, Status.BLOCKED, 0),
        (0x6984, Status.BLOCKED, 0),
        (0x6982, Status.NOT_VERIFIED, None),
        (0x6985, Status.NOT_SELECTED, None),
        (0x6A82, Status.NOT_FOUND, None),
        (0x1234, Status.OTHER, None),
    ],
)
def test_status_bytes_say_what_happened(sw: int, status: Status, tries: int | None) -> None:
    response = Response.parse(b"\xaa" + sw.to_bytes(2))
    assert response == Response(b"\xaa", sw)
    assert (response.status, response.tries_left) == (status, tries)


def test_an_answer_without_status_bytes_is_refused() -> None:
    with pytest.raises(ValueError, match="2バイト"):
        Response.parse(b"\x90")


@pytest.mark.parametrize("offset", [-1, 0x8000])
def test_an_offset_that_would_name_another_file_is_refused(offset: int) -> None:
    with pytest.raises(ValueError, match="32767"):
        apdu.read_binary(offset, 1)
