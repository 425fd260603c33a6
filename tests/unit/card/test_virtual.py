"""The virtual card."""

from __future__ import annotations

import pytest

from kenpo.card import apdu
from kenpo.card.apdu import Command, Response, Status
from kenpo.card.profile import MY_NUMBER_CARD
from kenpo.card.transport import MemoryTransport
from kenpo.card.virtual import VirtualCard
from support.virtual_cards import (
    PIN,
    SIGNING_CERTIFICATE,
    SIGNING_PASSWORD,
    SIGNING_PASSWORD_FILE,
    virtual_card,
)

PROFILE = MY_NUMBER_CARD
OPEN = apdu.select_application(PROFILE.aid)


def _last(*commands: Command, card: VirtualCard | None = None) -> Response:
    transport = MemoryTransport(card or virtual_card())
    return [transport.transmit(command) for command in commands][-1]


@pytest.mark.parametrize(
    ("commands", "status"),
    [
        ([apdu.read_binary(0, 4)], Status.NOT_SELECTED),
        ([apdu.select_file(PROFILE.token_file)], Status.NOT_SELECTED),
        ([apdu.select_application(b"\x01\x02")], Status.NOT_FOUND),
        ([OPEN, apdu.select_file(0x7777)], Status.NOT_FOUND),
        ([OPEN, apdu.read_binary(0, 4)], Status.NOT_SELECTED),
        ([OPEN, apdu.select_file(PROFILE.pin.file), apdu.read_binary(0, 4)], Status.WRONG_FILE),
        ([OPEN, apdu.select_file(PROFILE.token_file), apdu.ask_tries()], Status.WRONG_FILE),
        ([OPEN, apdu.select_file(PROFILE.token_file), apdu.sign(b"x")], Status.NOT_SELECTED),
        ([OPEN, apdu.select_file(PROFILE.key_file), apdu.sign(b"x")], Status.NOT_VERIFIED),
        (
            [OPEN, apdu.select_file(PROFILE.token_file), apdu.read_binary(200, 4)],
            Status.WRONG_OFFSET,
        ),
        (
            [OPEN, apdu.select_file(SIGNING_CERTIFICATE), apdu.read_binary(0, 4)],
            Status.NOT_VERIFIED,
        ),
        ([Command(0x99, 0, 0)], Status.UNKNOWN_INSTRUCTION),
    ],
)
def test_what_is_out_of_order_is_refused(commands: list[Command], status: Status) -> None:
    assert _last(*commands).status is status


def test_asking_for_tries_spends_none_and_a_wrong_pin_spends_one() -> None:
    card, pin = virtual_card(), [OPEN, apdu.select_file(PROFILE.pin.file)]
    assert _last(*pin, apdu.ask_tries(), apdu.ask_tries(), card=card).tries_left == 3
    assert _last(*pin, apdu.verify("0000"), card=card).tries_left == 2
    assert _last(*pin, apdu.ask_tries(), card=card).tries_left == 2
    assert _last(*pin, apdu.verify(PIN), card=card).status is Status.DONE
    assert _last(*pin, apdu.ask_tries(), card=card).tries_left == 3


def test_three_wrong_pins_block_the_card_even_for_the_right_one() -> None:
    card, pin = virtual_card(), [OPEN, apdu.select_file(PROFILE.pin.file)]
    for _ in range(3):
        _last(*pin, apdu.verify("0000"), card=card)
    assert _last(*pin, apdu.verify(PIN), card=card).status is Status.BLOCKED
    assert _last(*pin, apdu.ask_tries(), card=card).tries_left == 0


def test_a_file_behind_a_password_opens_with_it_and_closes_on_reset() -> None:
    card = virtual_card()
    unlock = [OPEN, apdu.select_file(SIGNING_PASSWORD_FILE), apdu.verify(SIGNING_PASSWORD)]
    read = [apdu.select_file(SIGNING_CERTIFICATE), apdu.read_binary(0, 32)]
    assert _last(*unlock, *read, card=card).data == b"secret file"
    assert _last(OPEN, *read, card=card).data == b"secret file"
    assert _last(apdu.select_application(b"other"), OPEN, *read, card=card).data == b""
    assert _last(*unlock, Command(0xA4, 0, 0), OPEN, *read, card=card).data == b""


def test_bytes_that_are_no_command_get_wrong_length() -> None:
    assert Response.parse(virtual_card().process(b"\x00")).status is Status.WRONG_LENGTH


def test_a_digest_too_long_for_the_key_is_refused() -> None:
    pin = [OPEN, apdu.select_file(PROFILE.pin.file), apdu.verify(PIN)]
    answer = _last(*pin, apdu.select_file(PROFILE.key_file), apdu.sign(bytes(246)))
    assert answer.status is Status.WRONG_LENGTH
