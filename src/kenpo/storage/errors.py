"""What the database room raises: what is wrong and what to do, never a person's data."""

from __future__ import annotations


class StorageError(RuntimeError):
    """Something about the database is wrong; ``what`` names it, ``todo`` is the repair."""

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(f"{what} {todo}")
        self.what = what
        self.todo = todo


class ServerError(StorageError):
    """The database server cannot be started or reached."""


class ConflictError(StorageError):
    """A constraint of the schema refuses the change; nothing of it was kept."""
