"""The keys of the vault: a file that only its owner may read, made on first use."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_bytes
from typing import Annotated

import msgspec

from kenpo.storage.errors import StorageError

_OWNER_ONLY = 0o600
_LENGTH = 32


_Key = Annotated[bytes, msgspec.Meta(min_length=_LENGTH, max_length=_LENGTH)]


class _KeyFile(msgspec.Struct, frozen=True):
    """The file's form: JSON, keys in Base64."""

    sealing: Annotated[dict[int, _Key], msgspec.Meta(min_length=1)]
    index: _Key


@dataclass(frozen=True, slots=True)
class Keys:
    """Sealing keys by version (32 bytes each; the highest seals) and the key of the index."""

    sealing: dict[int, bytes] = field(repr=False)
    index: bytes = field(repr=False)

    @property
    def version(self) -> int:
        """The version that seals new values."""
        return max(self.sealing)


def load_keys(path: Path) -> Keys:
    """Return the keys of a file, which is made with fresh keys when it is not there.

    Raises StorageError when others may read the file or it is not whole.
    """
    if not path.exists():
        _make(path)
    if path.stat().st_mode & 0o077:
        raise StorageError(
            f"鍵のファイル {path} を他のユーザーが読めます。 / Others can read the key file.",
            f"chmod 600 {path} を実行してください。 / Run that command.",
        )
    try:
        found = msgspec.json.decode(path.read_bytes(), type=_KeyFile)
    except msgspec.DecodeError as error:
        raise StorageError(
            f"鍵のファイル {path} が壊れています。 / The key file is damaged.",
            "控えから戻してください。鍵がないと個人番号は読めません。 / Restore it from a backup.",
        ) from error
    return Keys(found.sealing, found.index)


def _make(path: Path) -> None:
    """Write fresh keys beside the file and link them into place; whoever is first wins."""
    content = _KeyFile({1: token_bytes(_LENGTH)}, token_bytes(_LENGTH))
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix="keys-", dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(msgspec.json.encode(content))
            file.flush()
            os.fsync(descriptor)
        unfinished.chmod(_OWNER_ONLY)
        path.hardlink_to(unfinished)
    except FileExistsError:
        return
    finally:
        unfinished.unlink()
