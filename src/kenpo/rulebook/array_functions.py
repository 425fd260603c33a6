"""Generated functions over arrays of columns."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from kenpo.rulebook import calendar_batch
from kenpo.rulebook.terms import FAR_FUTURE, FAR_PAST


class ArrayFunction(Protocol):
    """Takes the arrays of its columns in order, returns one number for each case."""

    def __call__(self, *columns: npt.NDArray[np.generic]) -> npt.NDArray[np.integer[Any]]:
        """Return the numbers."""
        ...


def array_function(
    text: str, columns: tuple[str, ...], whole: type[np.signedinteger[Any]]
) -> ArrayFunction:
    """Return the function of an expression; ``whole`` is the type of a cell's number."""
    names: dict[str, object] = {
        "__builtins__": {},
        "_where": np.where,
        "_minimum": np.minimum,
        "_maximum": np.maximum,
        "_cell": whole,
        "_shifted": calendar_batch.shifted,
        "_anniversary": calendar_batch.anniversary,
        "_month_end": calendar_batch.month_end,
        "_closed": _closed,
    }
    source = f"lambda {', '.join(columns)}: {text}"
    found: ArrayFunction = eval(source, names)  # noqa: S307 - text of our own emitter
    return found


def _closed(days: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    return np.where(days == FAR_FUTURE, np.int32(FAR_PAST), days)
