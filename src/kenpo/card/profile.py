"""Which applications and files a card has, as data: the next card is another profile.

根拠: public code for the present card (not an official specification).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Pin:
    """A PIN's file, how many tries it has, and which texts can be one."""

    file: int
    tries: int
    pattern: str


@dataclass(frozen=True, slots=True)
class CardProfile:
    """公的個人認証 (JPKI): where a card keeps what signing in with it needs."""

    name: str
    aid: bytes
    token_file: int
    token_label_length: int
    certificate_file: int
    ca_certificate_file: int
    key_file: int
    pin: Pin
    digest_prefix: bytes


MY_NUMBER_CARD: Final = CardProfile(
    name="個人番号カード 利用者証明用",
    aid=bytes.fromhex("d392f000260100000001"),
    token_file=0x0006,
    token_label_length=32,
    certificate_file=0x000A,
    ca_certificate_file=0x000B,
    key_file=0x0017,
    pin=Pin(file=0x0018, tries=3, pattern="[0-9]{4}"),
    # DigestInfo of SHA-256; the 32-byte digest follows.
    digest_prefix=bytes.fromhex("3031300d060960864801650304020105000420"),
)
