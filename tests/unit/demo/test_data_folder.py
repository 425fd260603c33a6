"""The demo's own data folder."""

from __future__ import annotations

import fcntl
import json
from datetime import date
from pathlib import Path

import pytest

from kenpo.demo.data_folder import Stamp, forget, held, is_demo, make_ready
from kenpo.demo.generate import Order
from kenpo.storage.errors import ServerError

STAMP = Stamp.of(Order(100, 1, date(2025, 7, 31)), "book")


@pytest.mark.parametrize(
    ("other", "grows"),
    [
        (STAMP, True),
        (Stamp(100, 1, "2025-08-31", "book"), True),
        (Stamp(100, 1, "2025-07-30", "book"), False),
        (Stamp(101, 1, "2025-07-31", "book"), False),
        (Stamp(100, 2, "2025-07-31", "book"), False),
        (Stamp(100, 1, "2025-07-31", "another book"), False),
    ],
)
def test_only_the_same_people_on_the_same_or_a_later_day_are_added_to(
    other: Stamp, grows: bool
) -> None:
    assert STAMP.grows_into(other) is grows


def test_what_can_grow_is_kept_and_stamped_anew(tmp_path: Path) -> None:
    home = tmp_path / "demo"
    make_ready(home, STAMP)
    (home / "kept").touch()
    make_ready(home, Stamp(100, 1, "2025-08-31", "book"))
    assert (home / "kept").exists()
    assert json.loads((home / "demo.json").read_text("utf-8"))["until"] == "2025-08-31"


@pytest.mark.parametrize("stamp", ['{"count": 5, "seed": 1}', "no json", ""])
def test_what_is_of_other_people_or_unreadable_is_removed(tmp_path: Path, stamp: str) -> None:
    home = tmp_path / "demo"
    home.mkdir()
    (home / "demo.json").write_text(stamp, "utf-8")
    (home / "old").touch()
    make_ready(home, STAMP)
    assert not (home / "old").exists()
    assert (home / "demo.json").exists()


def test_nothing_is_removed_while_another_process_uses_it(tmp_path: Path) -> None:
    home = tmp_path / "demo"
    make_ready(home, STAMP)
    with (home / "pg.users.lock").open("a", encoding="ascii") as users:
        fcntl.flock(users, fcntl.LOCK_SH)
        with pytest.raises(ServerError, match="別の端末"):
            forget(home)
    assert home.exists()
    forget(home)
    assert not home.exists()


def test_a_folder_no_demo_made_is_never_removed(tmp_path: Path) -> None:
    home = tmp_path / "register"
    home.mkdir()
    (home / "keys.json").touch()
    with pytest.raises(ServerError, match="消しません"):
        forget(home)
    with pytest.raises(ServerError, match="消しません"):
        make_ready(home, STAMP)
    assert [each.name for each in home.iterdir()] == ["keys.json"]


def test_one_tour_at_a_time_walks_through_a_folder(tmp_path: Path) -> None:
    home = tmp_path / "demo"
    make_ready(home, STAMP)
    with held(home), pytest.raises(ServerError, match="別の端末"), held(home):
        pass
    with held(home):
        assert is_demo(home)
