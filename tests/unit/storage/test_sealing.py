"""Sealing binds a My Number to its row."""

from __future__ import annotations

import stat
import uuid
from base64 import b64encode
from pathlib import Path

import pytest

from kenpo.storage.errors import StorageError
from kenpo.storage.keys import Keys, load_keys
from kenpo.storage.sealing import digest_of, seal, unseal
from kenpo.values.insurer import Insurer
from kenpo.values.my_number import MyNumber, check_digit

KYOKAI, JSR = Insurer.KYOKAI_KENPO, Insurer.JSR_KENPO
NUMBER = MyNumber(f"98765432101{check_digit('98765432101')}")
OTHER = MyNumber(f"12345678901{check_digit('12345678901')}")
KEYS = Keys({1: b"1" * 32, 2: b"2" * 32}, b"i" * 32)
GOOD = b64encode(b"k" * 32)
ME, YOU = uuid.UUID(int=1), uuid.UUID(int=2)


def test_what_was_sealed_opens_on_its_own_row() -> None:
    assert unseal(KEYS, KYOKAI, ME, (2, seal(KEYS, KYOKAI, ME, NUMBER))) == NUMBER


@pytest.mark.parametrize(
    ("insurer", "person", "version"), [(KYOKAI, YOU, 2), (JSR, ME, 2), (KYOKAI, ME, 1)]
)
def test_it_opens_on_no_other_row_and_under_no_other_key(
    insurer: Insurer, person: uuid.UUID, version: int
) -> None:
    sealed = seal(KEYS, KYOKAI, ME, NUMBER)
    with pytest.raises(StorageError) as refused:
        unseal(KEYS, insurer, person, (version, sealed))
    assert NUMBER.reveal() not in str(refused.value)


def test_a_missing_key_version_is_named() -> None:
    with pytest.raises(StorageError, match="鍵の版 9"):
        unseal(KEYS, KYOKAI, ME, (9, b""))


def test_sealing_twice_gives_two_values_of_nonce_digits_and_tag() -> None:
    first, second = (seal(KEYS, KYOKAI, ME, NUMBER) for _ in range(2))
    assert first != second
    assert len(first) == len(second) == 12 + 12 + 16


def test_the_index_is_keyed_and_the_same_for_the_same_number() -> None:
    assert digest_of(KEYS, NUMBER) == digest_of(KEYS, NUMBER)
    assert digest_of(KEYS, NUMBER) != digest_of(KEYS, OTHER)
    assert digest_of(KEYS, NUMBER) != digest_of(Keys(KEYS.sealing, b"j" * 32), NUMBER)


def test_keys_are_made_once_for_their_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "keys.json"
    made = load_keys(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert load_keys(path) == made
    assert [len(made.sealing[made.version]), len(made.index)] == [32, 32]
    assert [one.name for one in path.parent.iterdir()] == ["keys.json"]


def test_keys_never_show_themselves() -> None:
    assert repr(KEYS) == "Keys()"


def test_a_key_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    load_keys(path)
    path.chmod(0o640)
    with pytest.raises(StorageError, match="chmod 600"):
        load_keys(path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b'{"sealing": {}, "index": "%s"}' % GOOD,
        b'{"sealing": {"x": "%s"}, "index": "%s"}' % (GOOD, GOOD),
        b'{"sealing": {"1": "AAAA"}, "index": "%s"}' % GOOD,
        b'{"sealing": {"1": "%s"}}' % GOOD,
    ],
)
def test_a_damaged_key_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "keys.json"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(StorageError, match="壊れて"):
        load_keys(path)
