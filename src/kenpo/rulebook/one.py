"""The generated function that answers one person in about a microsecond."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kenpo.rulebook.calendar import anniversary, month_end, shifted
from kenpo.rulebook.emit import ONE
from kenpo.rulebook.plan import Plan
from kenpo.rulebook.terms import FAR_FUTURE, FAR_PAST, Term

NOTHING = FAR_PAST
One = Callable[..., tuple[int, ...]]


def one_text(plan: Plan, columns: tuple[str, ...]) -> str:
    """Return the source of ``one(columns…) -> (row index, output numbers…)``."""
    lines = [
        f"def one({', '.join(columns)}):",
        f"    row = _rows[{ONE.cell(plan.choices)}]",
    ]
    if len(plan.groups) > 1:
        lines.append("    group = _groups[row]")
        for number, group in enumerate(plan.groups[:-1]):
            lines += [f"    if group == {number}:", f"        return {_tuple(group)}"]
    return "\n".join([*lines, f"    return {_tuple(plan.groups[-1])}", ""])


def one_function(plan: Plan, columns: tuple[str, ...]) -> One:
    """Return the function of ``one_text``. Every number must be one its column can have."""
    rows = plan.winners.tolist()
    wide = max(rows) > 255
    names: Mapping[str, object] = {
        "__builtins__": {"min": min, "max": max},
        "_rows": tuple(rows) if wide else bytes(rows),
        "_groups": tuple(plan.group_of),
        "_anniversary": anniversary,
        "_month_end": month_end,
        "_shifted": shifted,
        "_closed": _closed,
    }
    return _run(one_text(plan, columns), dict(names))


def _tuple(group: tuple[Term | None, ...]) -> str:
    return f"({''.join(f'{part}, ' for part in ('row', *map(_formula, group)))})"


def _formula(term: Term | None) -> str:
    return str(NOTHING) if term is None else ONE.formula(term)


def _closed(day: int) -> int:
    return NOTHING if day == FAR_FUTURE else day


def _run(text: str, names: dict[str, object]) -> One:
    exec(compile(text, "<rule book>", "exec"), names)  # noqa: S102 - text of our own emitter
    function = names["one"]
    assert callable(function)
    return function
