"""How much of the long work a run does: seeded samples, or with ``./run test --long`` all of it."""

from __future__ import annotations

import os

LONG = os.environ.get("KENPO_TEST_LONG") == "1"
SEED = int(os.environ.get("KENPO_TEST_SEED", "20251202"))


def scaled(sample: int, full: int) -> int:
    """Return the count for this run: the sample, or the full count of a long run."""
    return full if LONG else sample
