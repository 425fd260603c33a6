"""A plan made smaller for one day: options that cannot hold or change no winner are merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np
import numpy.typing as npt

from kenpo.rulebook.plan import Choice, Plan
from kenpo.rulebook.terms import ColumnRef, Compare, Kind, Logic, Term, Whole

Winners = npt.NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Narrow:
    """The winners over the classes of options that differ, and the choices that lead to them.

    A case has the same row here as in the plan; its cell is another one.
    """

    choices: tuple[Choice, ...]
    winners: Winners


@dataclass(frozen=True, slots=True)
class _Classes:
    """The class of each option, and for each class an option of it that can hold."""

    of: tuple[int, ...]
    first: tuple[int, ...]


def narrow(plan: Plan) -> Narrow:
    """Return the smallest table of classes."""
    sizes = plan.sizes
    winners = plan.winners.reshape(sizes)
    found: list[_Classes] = []
    for axis, choice in enumerate(plan.choices):
        stride = prod(sizes[axis + 1 :])
        classes = _classes(winners, axis, _reached(choice, sizes[axis], stride))
        winners = np.take(winners, classes.first, axis=axis)
        found.append(classes)
    choices = [
        _choice(choice, classes, (prod(sizes[axis + 1 :]), prod(winners.shape[axis + 1 :])))
        for axis, (choice, classes) in enumerate(zip(plan.choices, found, strict=True))
        if len(classes.first) > 1
    ]
    return Narrow(tuple(choices), winners.ravel())


def _reached(choice: Choice, size: int, stride: int) -> tuple[int, ...]:
    if choice.column is not None:
        return tuple(range(size))
    return (*(share // stride for _, share in choice.steps), choice.rest // stride)


def _classes(winners: Winners, axis: int, reached: Sequence[int]) -> _Classes:
    """Put options that win alike everywhere into one class, unreached ones into the first."""
    kinds: dict[bytes, int] = {}
    first: list[int] = []
    of = [0] * winners.shape[axis]
    for option in reached:
        image = np.take(winners, option, axis=axis).tobytes()
        of[option] = kinds.setdefault(image, len(kinds))
        if of[option] == len(first):
            first.append(option)
    return _Classes(tuple(of), tuple(first))


def _choice(choice: Choice, classes: _Classes, strides: tuple[int, int]) -> Choice:
    before, after = strides
    if choice.column is not None:
        return _of_codes(choice.column, classes, after)
    rest = classes.of[choice.rest // before] * after
    steps = [(term, classes.of[share // before] * after) for term, share in choice.steps]
    return Choice(_joined(steps, rest), rest)


def _of_codes(column: str, classes: _Classes, stride: int) -> Choice:
    if len(classes.first) == len(classes.of):
        return Choice((), 0, column, stride)
    code = ColumnRef(column, Kind.CODE, open=False)
    steps: list[tuple[Term, int]] = [
        (Compare("==", code, Whole(option, Kind.CODE)), kind * stride)
        for option, kind in enumerate(classes.of)
    ]
    rest = steps[-1][1]
    return Choice(_joined(steps, rest), rest)


def _joined(steps: Sequence[tuple[Term, int]], rest: int) -> tuple[tuple[Term, int], ...]:
    """Join neighbours that lead to the same share, and leave out the last if they lead to rest."""
    joined: list[tuple[Term, int]] = []
    for term, share in steps:
        if joined and joined[-1][1] == share:
            before = joined[-1][0]
            items = before.items if isinstance(before, Logic) and before.word == "or" else (before,)
            joined[-1] = (Logic("or", (*items, term)), share)
        else:
            joined.append((term, share))
    while joined and joined[-1][1] == rest:
        joined.pop()
    return tuple(joined)
