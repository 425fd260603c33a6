"""Sealing of My Numbers: AES-256-GCM bound to the row, and a keyed hash to find equal ones."""

from __future__ import annotations

import hmac
import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kenpo.storage.errors import StorageError
from kenpo.storage.keys import Keys
from kenpo.values.insurer import Insurer
from kenpo.values.my_number import MyNumber

_NONCE = 12
_COLUMN = "my_number"


def seal(keys: Keys, insurer: Insurer, person: UUID, number: MyNumber) -> bytes:
    """Return nonce (12 bytes) and ciphertext; it opens only on this person's row."""
    nonce = os.urandom(_NONCE)
    place = _place(insurer, person, keys.version)
    return nonce + AESGCM(keys.sealing[keys.version]).encrypt(
        nonce, number.reveal().encode(), place
    )


def unseal(keys: Keys, insurer: Insurer, person: UUID, stored: tuple[int, bytes]) -> MyNumber:
    """Open what is stored as (key version, sealed).

    Raises StorageError when the value was sealed for another row or was changed.
    """
    version, sealed = stored
    if version not in keys.sealing:
        raise StorageError(
            f"鍵の版 {version} がありません。 / Key version {version} is missing.",
            "鍵のファイルを控えから戻してください。 / Restore the key file from a backup.",
        )
    try:
        digits = AESGCM(keys.sealing[version]).decrypt(
            sealed[:_NONCE], sealed[_NONCE:], _place(insurer, person, version)
        )
    except InvalidTag as error:
        raise StorageError(
            "保管された個人番号がこの人の行のものではありません。"
            " / The sealed value is not this row's.",
            "行が移されたか書き換えられています。記録を調べ、番号を届け出てもらってください。"
            " / The row was moved or changed: investigate and collect the number again.",
        ) from error
    return MyNumber(digits.decode(), check=False)


def digest_of(keys: Keys, number: MyNumber) -> bytes:
    """Return the keyed hash by which the same number is found again."""
    return hmac.digest(keys.index, number.reveal().encode(), "sha256")


def _place(insurer: Insurer, person: UUID, version: int) -> bytes:
    return f"{insurer.value}/{person}/{_COLUMN}/{version}".encode()
