"""Why the register cannot do what a row asks."""

from __future__ import annotations


class ObjectionError(Exception):
    """The register cannot do it. Says which facts of the row are concerned, why, and what to do.

    None of the three ever contains a My Number, a name or a date of birth.
    """

    def __init__(self, facts: str, reason: str, todo: str) -> None:
        super().__init__(f"{facts}: {reason} {todo}")
        self.facts = facts
        self.reason = reason
        self.todo = todo
