"""Properties of the card: no order of commands opens what a PIN closes."""

from __future__ import annotations

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kenpo.card import apdu
from kenpo.card.apdu import Command, Response, Status
from kenpo.card.profile import MY_NUMBER_CARD
from kenpo.card.tlv import Tlv, TlvError, parse
from kenpo.card.transport import MemoryTransport
from support.virtual_cards import (
    PIN,
    SIGNING_CERTIFICATE,
    SIGNING_PASSWORD,
    SIGNING_PASSWORD_FILE,
    virtual_card,
)

PROFILE = MY_NUMBER_CARD
FILES = [
    PROFILE.token_file,
    PROFILE.certificate_file,
    PROFILE.key_file,
    PROFILE.pin.file,
    SIGNING_CERTIFICATE,
    SIGNING_PASSWORD_FILE,
    0x7777,
]
SECRETS = {PROFILE.pin.file: PIN, SIGNING_PASSWORD_FILE: SIGNING_PASSWORD}


class AnyOrder(RuleBasedStateMachine):
    """Plays commands in any order against a model of selection, counters and verified PINs."""

    def __init__(self) -> None:
        super().__init__()
        self.card = MemoryTransport(virtual_card())
        self.aid: bytes | None = None
        self.file: int | None = None
        self.left = {PROFILE.pin.file: 3, SIGNING_PASSWORD_FILE: 5}
        self.verified: set[int] = set()

    def send(self, command: Command) -> Response:
        return self.card.transmit(command)

    @rule(aid=st.sampled_from([PROFILE.aid, b"other", b"unknown"]))
    def select_application(self, aid: bytes) -> None:
        found = self.send(apdu.select_application(aid)).status is Status.DONE
        assert found is (aid != b"unknown")
        if found:
            if aid != self.aid:
                self.verified.clear()
            self.aid, self.file = aid, None

    @rule(file=st.sampled_from(FILES))
    def select_file(self, file: int) -> None:
        found = self.send(apdu.select_file(file)).status is Status.DONE
        assert found is (self.aid == PROFILE.aid and file != 0x7777)
        if found:
            self.file = file

    @rule(secret=st.sampled_from([PIN, SIGNING_PASSWORD, "0000"]))
    def verify(self, secret: str) -> None:
        answer = self.send(apdu.verify(secret))
        if self.file not in SECRETS:
            assert answer.status in {Status.NOT_SELECTED, Status.WRONG_FILE}
            return
        if self.left[self.file] == 0:
            assert answer.status is Status.BLOCKED
        elif secret == SECRETS[self.file]:
            assert answer.status is Status.DONE
            self.verified.add(self.file)
            self.left[self.file] = 3 if self.file == PROFILE.pin.file else 5
        else:
            self.verified.discard(self.file)
            self.left[self.file] -= 1
            assert answer.tries_left == self.left[self.file]

    @rule(offset=st.integers(0, 40))
    def read(self, offset: int) -> None:
        answer = self.send(apdu.read_binary(offset, 16))
        if self.file == SIGNING_CERTIFICATE and SIGNING_PASSWORD_FILE not in self.verified:
            assert answer.status is Status.NOT_VERIFIED
        assert bool(answer.data) is (answer.status is Status.DONE)

    @rule()
    def sign(self) -> None:
        answer = self.send(apdu.sign(PROFILE.digest_prefix + bytes(32)))
        may = self.file == PROFILE.key_file and PROFILE.pin.file in self.verified
        assert (answer.status is Status.DONE) is may
        assert (len(answer.data) == 256) is may

    @rule()
    def reset(self) -> None:
        self.card.reset()
        self.aid, self.file = None, None
        self.verified.clear()

    @invariant()
    def asking_for_tries_tells_the_counter_and_changes_nothing(self) -> None:
        if self.file in SECRETS:
            for _ in range(2):
                assert self.send(apdu.ask_tries()).tries_left == self.left[self.file]


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


@given(st.binary(max_size=400))
def test_any_bytes_are_tlv_or_refused_and_never_read_past_the_end(data: bytes) -> None:
    with contextlib.suppress(TlvError):
        elements = parse(data)
        assert sum(len(each.value) for each in elements) <= len(data)


@given(
    st.lists(
        st.builds(
            Tlv, st.sampled_from([0x30, 0x04, 0xDF11, 0xFF20, 0x7F4E]), st.binary(max_size=300)
        )
    )
)
def test_elements_survive_the_way_to_bytes_and_back(elements: list[Tlv]) -> None:
    assert parse(b"".join(each.encode() for each in elements)) == tuple(elements)


@given(st.binary(max_size=300))
def test_any_bytes_get_an_answer_from_the_card(wire: bytes) -> None:
    assert len(virtual_card().process(wire)) >= 2
