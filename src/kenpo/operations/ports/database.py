"""Transactions: everything in one happens, or nothing."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from kenpo.operations.ports.imports import Imports
from kenpo.operations.ports.register import Register
from kenpo.operations.ports.waves import Waves
from kenpo.values.insurer import Insurer


class Session(Protocol):
    """One transaction of one insurer: everything in it happens, or nothing."""

    @property
    def register(self) -> Register:
        """The register."""
        ...

    @property
    def imports(self) -> Imports:
        """The imported files."""
        ...

    @property
    def waves(self) -> Waves:
        """The waves."""
        ...


class Database(Protocol):
    """Opens transactions."""

    def begin(self, insurer: Insurer, actor: str) -> AbstractContextManager[Session]:
        """Open a transaction; leaving it normally commits, an exception rolls it back."""
        ...
