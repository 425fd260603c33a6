"""Writes everything the insurer of the made-up town has received by a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kenpo.demo import bad_rows
from kenpo.demo.files import write_filing
from kenpo.demo.snapshots import SNAPSHOT_DAYS, snapshot
from kenpo.demo.town import Town, made_up_town
from kenpo.exchange.status import write_status

FIRST_DAY = date(2024, 11, 29)


@dataclass(frozen=True, slots=True)
class Order:
    """How many members, by which seed, up to which day."""

    count: int
    seed: int
    until: date


@dataclass(frozen=True, slots=True)
class Received:
    """The files, each kind in the order it came."""

    notifications: tuple[Path, ...]
    snapshots: tuple[Path, ...]


def generate(order: Order, out: Path) -> Received:
    """Write the notices to ``out/<day>/<nn>/SHFD0006.CSV`` and the snapshots beside them.

    The same order gives the same bytes.
    """
    town = made_up_town(order.count, order.seed, order.until)
    return Received(
        notifications=tuple(sorted(_notifications(town, order, out))),
        snapshots=tuple(_snapshots(town, order, out)),
    )


def _notifications(town: Town, order: Order, out: Path) -> Iterator[Path]:
    for filing in town.filings:
        if filing.filed_on <= order.until:
            yield from write_filing(filing, out)
    if order.until >= bad_rows.FILED_ON:
        yield bad_rows.write_bad_rows(town.firms[0], order.seed, out)


def _snapshots(town: Town, order: Order, out: Path) -> Iterator[Path]:
    for day in SNAPSHOT_DAYS:
        if day <= order.until:
            path = out / f"status-{day.isoformat()}.csv"
            path.write_bytes(write_status(snapshot(town, day)))
            yield path
