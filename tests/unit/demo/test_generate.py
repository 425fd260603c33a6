"""Everything the insurer of the made-up town has received."""

from __future__ import annotations

import csv
import hashlib
from datetime import date
from pathlib import Path

import pytest

from kenpo.demo.bad_rows import MISTAKES
from kenpo.demo.generate import Order, Received, generate
from kenpo.exchange.todokede import Checks, read_todokede

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def received(tmp_path_factory: pytest.TempPathFactory) -> Received:
    return generate(Order(600, 2025, TODAY), tmp_path_factory.mktemp("files"))


def test_every_row_is_readable_except_the_mistakes_made_on_purpose(received: Received) -> None:
    refused = {}
    for path in received.notifications:
        reading = read_todokede(path.name, path.read_bytes(), Checks(TODAY))
        if reading.refusals:
            refused[path.parent.parent.name] = reading.rows - len(reading.records)
    assert refused == {"2025-03-14": len(MISTAKES)}


def test_the_files_come_in_the_order_of_their_days(received: Received) -> None:
    days = [path.parent.parent.name for path in received.notifications]
    assert days == sorted(days)
    assert days[0] == "2024-11-20"


def test_each_snapshot_lists_everybody_covered_and_known_once(received: Received) -> None:
    for path in received.snapshots:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        keys = {(row["保険者番号"], row["記号"], row["番号"], row["枝番"]) for row in rows}
        assert len(keys) == len(rows)
        assert 570 < len(rows) <= 600
        assert {row["基準日"] for row in rows} == {path.stem.removeprefix("status-")}


def test_a_card_that_is_not_there_is_not_registered(received: Received) -> None:
    with received.snapshots[0].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    without = [row for row in rows if row["カード"] == "なし"]
    assert without
    assert all(not row["利用登録日"] and not row["電子証明書有効期限"] for row in without)


def test_nothing_is_written_that_had_not_happened_by_the_day(tmp_path: Path) -> None:
    early = generate(Order(300, 1, date(2025, 3, 13)), tmp_path)
    assert early.snapshots == ()
    assert max(path.parent.parent.name for path in early.notifications) == "2025-03-05"


def test_the_same_order_gives_the_same_bytes(tmp_path: Path) -> None:
    def digest(run: str) -> str:
        received = generate(Order(300, 9, TODAY), tmp_path / run)
        files = (*received.notifications, *received.snapshots)
        return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()

    assert digest("a") == digest("b")


def test_no_my_number_stands_in_a_snapshot(received: Received) -> None:
    assert all(b"0000000" not in path.read_bytes() for path in received.snapshots)
