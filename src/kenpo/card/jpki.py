"""What a desk asks of the card: its certificate, its tries, a signature. One PIN try at most."""

from __future__ import annotations

from dataclasses import dataclass

from kenpo.card import apdu, tlv
from kenpo.card.apdu import Command, Response, Status
from kenpo.card.profile import MY_NUMBER_CARD, CardProfile
from kenpo.card.transport import Transport

_CHUNK = 256
_FEWEST_TRIES = 2


class CardError(Exception):
    """The card refused; the message says what to do. It never holds a PIN or the card's data."""

    def __init__(self, status: Status, todo: str, tries_left: int | None = None) -> None:
        super().__init__(f"カードの応答: {status.label_ja}。{todo}")
        self.status = status
        self.tries_left = tries_left


@dataclass(frozen=True, slots=True)
class JpkiReader:
    """Speaks to the JPKI application of the card a transport reaches."""

    transport: Transport
    profile: CardProfile = MY_NUMBER_CARD

    def label(self) -> bytes:
        """Return the token label, which tells a plastic card from a phone."""
        self._open(self.profile.token_file)
        return self._ask(apdu.read_binary(0, self.profile.token_label_length)).data

    def certificate(self) -> bytes:
        """Return the user-authentication certificate (DER), read without a PIN."""
        self._open(self.profile.certificate_file)
        length = tlv.whole_length(self._ask(apdu.read_binary(0, 4)).data)
        parts = [
            self._ask(apdu.read_binary(offset, min(_CHUNK, length - offset))).data
            for offset in range(0, length, _CHUNK)
        ]
        return b"".join(parts)

    def tries_left(self) -> int:
        """Return how many PIN tries are left, spending none."""
        self._open(self.profile.pin.file)
        return self.transport.transmit(apdu.ask_tries()).tries_left or 0

    def sign(self, digest: bytes, pin: str) -> bytes:
        """Return the card's signature over a SHA-256 digest, then reset the card.

        Refuses without spending a try when fewer than two are left: the last one is the member's.
        """
        try:
            self._spend_one_try(pin)
            self._open(self.profile.key_file)
            return self._ask(apdu.sign(self.profile.digest_prefix + digest)).data
        finally:
            self.transport.reset()

    def _spend_one_try(self, pin: str) -> None:
        left = self.tries_left()
        if left < _FEWEST_TRIES:
            status = Status.BLOCKED if left == 0 else Status.WRONG
            raise CardError(status, "暗証番号の残り回数が少ないため、照合しません。", left)
        self._ask(apdu.verify(pin))

    def _open(self, file: int) -> None:
        self._ask(apdu.select_application(self.profile.aid))
        self._ask(apdu.select_file(file))

    def _ask(self, command: Command) -> Response:
        response = self.transport.transmit(command)
        if response.status is not Status.DONE:
            raise CardError(response.status, _REPAIRS.get(response.status, ""), response.tries_left)
        return response


_REPAIRS = {
    Status.WRONG: "本人に暗証番号を確かめてもらってください。",
    Status.BLOCKED: "市区町村の窓口で暗証番号を再設定してもらってください。",
    Status.NOT_FOUND: "マイナンバーカードか確かめてください。",
    Status.NOT_VERIFIED: "暗証番号を入力してください。",
}
