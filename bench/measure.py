"""CPU time, medians, and the one shape in which every benchmark reports."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Options:
    """``quick`` stays under a minute; ``peers`` also runs the peers of the optional group.

    ``long`` goes up to the largest size.
    """

    quick: bool = False
    peers: bool = False
    long: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """One benchmark's figures: seconds of CPU, and ratios measured in the same run.

    ``ratios`` has ``ours_over_floor``, ``<peer>_over_ours`` for each peer that ran and ``growth``.
    """

    name: str
    floor: float
    ours: float
    ratios: Mapping[str, float]
    peers: Mapping[str, float] = field(default_factory=dict)
    details: Mapping[str, object] = field(default_factory=dict)


def cpu_seconds(work: Callable[[], object], runs: int = 5) -> float:
    """Return the median CPU seconds (user + system, this process) of several runs."""
    figures = []
    for _ in range(runs):
        start = time.process_time()
        work()
        figures.append(time.process_time() - start)
    return statistics.median(figures)


def calibration() -> float:
    """Return the CPU seconds of a fixed loop, to compare machines by."""
    return cpu_seconds(lambda: sum(range(3_000_000)))
