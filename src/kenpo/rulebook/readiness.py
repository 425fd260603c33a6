"""Tables compiled for the days that are asked for often, and only those."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

# Compiling costs about as much as this many answers found the slow way.
PATIENCE = 32
_MOST = 64


@dataclass(slots=True)
class Readiness(Generic[T]):
    """Keeps what was made for the latest keys; a key must be asked for ``PATIENCE`` times first."""

    patience: int = PATIENCE
    _asked: OrderedDict[object, int] = field(default_factory=OrderedDict)
    _made: OrderedDict[object, T | None] = field(default_factory=OrderedDict)

    def get(self, key: object, make: Callable[[], T | None]) -> T | None:
        """Return what is made for a key, None as long as that is not worth the making."""
        if key in self._made:
            return self._made[key]
        count = self._asked.pop(key, 0) + 1
        if count < self.patience:
            _keep(self._asked, key, count)
            return None
        made = make()
        _keep(self._made, key, made)
        return made


K = TypeVar("K")


def _keep(kept: OrderedDict[object, K], key: object, item: K) -> None:
    kept[key] = item
    while len(kept) > _MOST:
        kept.popitem(last=False)
