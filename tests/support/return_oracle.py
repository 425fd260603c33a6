"""What happens to a document, written by hand for each insurer: oracles without a rule book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

LAST_DAY = date(2025, 12, 1)
Result = tuple[str, str | None]
NOTHING: Result = ("nothing", None)
DISCARD: Result = ("discard", None)


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that can be said about a return."""

    document: str
    trigger: str
    left_on: date
    valid_until: date | None
    voluntary: bool
    on: date

    @property
    def gone(self) -> bool:
        """The person is no longer a member."""
        return self.trigger in {"left", "not_member_at_arrival"}

    @property
    def in_date(self) -> bool:
        """The document was in date on the day of leaving."""
        return self.valid_until is None or self.valid_until >= self.left_on

    @property
    def back(self) -> Result:
        """It goes back: to the employer, or where there is none to the insurer."""
        return ("return", "insurer" if self.voluntary else "employer")


def expected(insurer: str, case: Situation) -> Result:
    """Return outcome and to whom."""
    match case.document:
        case "notice":
            return NOTHING
        case "legacy_card":
            return _legacy_card(insurer, case)
        case "elderly_certificate":
            return case.back if insurer == "jsr_kenpo" or case.gone else NOTHING
        case _:
            return {"kyokai_kenpo": _kyokai, "jsr_kenpo": _jsr, "rokin_kenpo": _rokin}[insurer](
                case
            )


def _legacy_card(insurer: str, case: Situation) -> Result:
    over = NOTHING if insurer == "rokin_kenpo" else DISCARD
    if case.gone:
        return case.back if case.left_on <= LAST_DAY else over
    return NOTHING if case.on <= LAST_DAY else over


def _kyokai(case: Situation) -> Result:
    if case.trigger in {"superseded", "not_member_at_arrival"}:
        return ("return", "insurer")
    return case.back if case.trigger == "left" and case.in_date else NOTHING


def _jsr(case: Situation) -> Result:
    return NOTHING if case.trigger == "abolished" else case.back


def _rokin(case: Situation) -> Result:
    return _kyokai(case)
