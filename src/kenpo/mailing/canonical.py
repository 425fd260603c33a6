"""The one text form of a frozen wave, and its hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kenpo.mailing.model import FrozenWave

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def canonical_line(value: DataclassInstance) -> str:
    """Return a value as one line of JSON: sorted keys, no blanks, ISO days, instants in UTC."""
    return json.dumps(
        asdict(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_text
    )


def frozen_hash(frozen: FrozenWave) -> str:
    """Return the SHA-256 (hex) of everything in a frozen wave except the hash itself."""
    digest = hashlib.sha256()
    for line in _lines(frozen):
        digest.update(line.encode())
        digest.update(b"\n")
    return digest.hexdigest()


def instant_text(at: datetime) -> str:
    """Return an aware instant in UTC: 2025-07-10T00:00:00Z."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _lines(frozen: FrozenWave) -> Iterator[str]:
    yield canonical_line(frozen.wave)
    yield json.dumps([instant_text(frozen.frozen_at), frozen.book])
    parts: Iterable[tuple[str, Iterable[DataclassInstance]]] = (
        ("pieces", frozen.pieces),
        ("lists", frozen.lists),
        ("held", frozen.held),
        ("dropped", frozen.dropped),
    )
    for name, values in parts:
        yield name
        yield from map(canonical_line, values)


def _text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} には決まった書き方がありません。")
