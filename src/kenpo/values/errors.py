"""The one error of the value room."""

from __future__ import annotations


class InvalidValueError(ValueError):
    """A value cannot be what it claims to be; the message says what is wrong and what to do.

    ``what`` names the fault, ``todo`` the repair. Neither ever contains a My Number.
    """

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(f"{what} {todo}")
        self.what = what
        self.todo = todo
