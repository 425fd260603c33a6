"""The peers of the rules benchmark: each decides the same members from the same bound table.

A peer gets the table as small as ours (merged options, a look-up from cell to row), which is its
quickest form: nested conditions over the rows are slower in all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module

import numpy as np
import numpy.typing as npt

from kenpo.rulebook import Batch

Array = npt.NDArray[np.generic]
PEERS = ("polars", "duckdb", "openfisca")


@dataclass(frozen=True, slots=True)
class Mode:
    """One way to run a peer: ``run`` is what is timed, ``results`` are rows and outputs of it."""

    peer: str
    version: str
    settings: str
    run: Callable[[], object]
    results: Callable[[], Sequence[Array]]


def modes(batch: Batch, columns: Mapping[str, Array]) -> list[Mode]:
    """Return all modes of all peers; raises ImportError where the peers are not installed."""
    return [
        mode
        for peer in PEERS
        for mode in import_module(f"bench.rules_{peer}").modes(batch, columns)
    ]
