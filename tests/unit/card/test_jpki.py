"""Reading the JPKI application."""

from __future__ import annotations

import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.hashes import SHA256

from kenpo.card.apdu import Command, Response, Status
from kenpo.card.jpki import CardError, JpkiReader
from kenpo.card.transport import MemoryTransport
from kenpo.card.virtual import VirtualCard
from support.virtual_cards import CERTIFICATE, LABEL, PIN, card_key, virtual_card


class CountingTransport(MemoryTransport):
    def __init__(self, card: VirtualCard) -> None:
        super().__init__(card)
        self.sent: list[Command] = []
        self.resets = 0

    def transmit(self, command: Command) -> Response:
        self.sent.append(command)
        return super().transmit(command)

    def reset(self) -> None:
        self.resets += 1
        super().reset()


def test_label_and_certificate_are_read_without_a_pin() -> None:
    reader = JpkiReader(MemoryTransport(virtual_card()))
    assert reader.label() == LABEL
    assert reader.certificate() == CERTIFICATE


def test_the_signature_over_a_ticket_is_one_that_others_accept() -> None:
    transport = CountingTransport(virtual_card())
    signature = JpkiReader(transport).sign(hashlib.sha256(b"ticket").digest(), PIN)
    card_key().public_key().verify(signature, b"ticket", padding.PKCS1v15(), SHA256())
    assert transport.resets == 1


def test_a_wrong_pin_spends_one_try_and_the_card_is_reset() -> None:
    transport = CountingTransport(virtual_card())
    reader = JpkiReader(transport)
    with pytest.raises(CardError) as error:
        reader.sign(bytes(32), "0000")
    assert (error.value.status, error.value.tries_left) == (Status.WRONG, 2)
    assert "0000" not in str(error.value)
    assert (transport.resets, reader.tries_left()) == (1, 2)


def test_the_last_try_is_never_spent_at_the_desk() -> None:
    reader = JpkiReader(MemoryTransport(virtual_card()))
    for _ in range(5):
        with pytest.raises(CardError):
            reader.sign(bytes(32), "0000")
    assert reader.tries_left() == 1
    with pytest.raises(CardError, match="残り回数"):
        reader.sign(bytes(32), PIN)
    assert reader.tries_left() == 1


def test_no_text_of_what_was_sent_shows_the_pin() -> None:
    transport = CountingTransport(virtual_card())
    JpkiReader(transport).sign(bytes(32), PIN)
    shown = repr(transport.sent) + str(vars(transport))
    assert PIN not in shown
    assert PIN.encode().hex() not in shown


def test_a_card_without_the_application_says_what_to_check() -> None:
    with pytest.raises(CardError, match="マイナンバーカードか確かめて"):
        JpkiReader(MemoryTransport(VirtualCard({}))).label()
