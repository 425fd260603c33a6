"""A virtual My Number card of nobody, with a key made for the tests."""

from __future__ import annotations

from functools import cache

from cryptography.hazmat.primitives.asymmetric import rsa

from kenpo.card.profile import MY_NUMBER_CARD
from kenpo.card.tlv import Tlv
from kenpo.card.virtual import Application, FileContent, PinState, SigningKey, VirtualCard

PIN = "8264"
SIGNING_PASSWORD = "TESTCARD1"
SIGNING_CERTIFICATE, SIGNING_PASSWORD_FILE = 0x0001, 0x001B
CERTIFICATE = Tlv(0x30, bytes(range(256)) * 4).encode()
LABEL = b"JPKIAPICCTOKEN2".ljust(32)


@cache
def card_key() -> rsa.RSAPrivateKey:
    """Return one RSA-2048 key for the whole run."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def virtual_card() -> VirtualCard:
    """Return a fresh card: all tries left, nothing verified."""
    profile = MY_NUMBER_CARD
    application = Application(
        files={
            profile.token_file: FileContent(LABEL + bytes(128)),
            profile.certificate_file: FileContent(CERTIFICATE),
            SIGNING_CERTIFICATE: FileContent(b"secret file", opened_by=SIGNING_PASSWORD_FILE),
        },
        pins={
            profile.pin.file: PinState(PIN.encode(), profile.pin.tries, profile.pin.tries),
            SIGNING_PASSWORD_FILE: PinState(SIGNING_PASSWORD.encode(), 5, 5),
        },
        keys={profile.key_file: SigningKey(card_key(), needs=profile.pin.file)},
    )
    return VirtualCard({profile.aid: application, b"other": Application({}, {}, {})})
