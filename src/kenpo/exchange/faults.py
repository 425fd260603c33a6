"""What is wrong with a line, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from kenpo.operations.ports import Refusal

WHOLE_LINE = "行全体"
_MOST = 5


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a line: the item as reports name it, the value's form, why, what to do."""

    field: str
    form: str
    reason: str
    todo: str

    def in_file(self, file: str, line: int) -> Refusal:
        """Return the fault as a refusal of a line of a file."""
        return Refusal(file, line, self.field, self.form, self.reason, self.todo)


def shortened(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Return the first faults of a line and one that counts the rest.

    So many faults in one line are nearly always one: an item too many or too few.
    """
    if len(faults) <= _MOST:
        return faults
    rest = Fault(
        WHOLE_LINE,
        f"ほかの誤り{len(faults) - _MOST}件",
        "この行には誤りがほかにもあります。",
        "項目が一つずれていないか確かめてください。",
    )
    return (*faults[:_MOST], rest)
