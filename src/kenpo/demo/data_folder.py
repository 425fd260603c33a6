"""The demo's own data folder: made-up people never meet a real register."""

from __future__ import annotations

import fcntl
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Self

from kenpo.demo.generate import Order
from kenpo.storage.errors import ServerError
from kenpo.storage.launcher import data_folder, server_account, usable_binaries
from kenpo.storage.launcher.cluster import Cluster
from kenpo.storage.launcher.folders import ELSEWHERE, make_home
from kenpo.storage.launcher.server import alone

_STAMP = "demo.json"
_USERS = "pg.users.lock"
_LOCK = "demo.lock"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What lies in a demo's folder: how many people, by which seed, up to which day, which book."""

    count: int
    seed: int
    until: str
    book: str

    @classmethod
    def of(cls, order: Order, book: str) -> Self:
        """Return the stamp of an order judged by a book."""
        return cls(order.count, order.seed, order.until.isoformat(), book)

    def grows_into(self, other: Self) -> bool:
        """Whether nothing needs to be undone on the way: the same people, not an earlier day."""
        same = (self.count, self.seed, self.book) == (other.count, other.seed, other.book)
        return same and date.fromisoformat(self.until) <= date.fromisoformat(other.until)


def make_ready(home: Path, stamp: Stamp) -> None:
    """Keep the folder if what lies there grows into what is asked for, else empty it; stamp it."""
    found = _stamp_in(home)
    if found is None or not found.grows_into(stamp):
        forget(home)
    make_home(home)
    (home / _STAMP).write_text(json.dumps(asdict(stamp)) + "\n", encoding="utf-8")


def forget(home: Path) -> None:
    """Remove a demo's folder with its database.

    Raises ServerError while another process uses it, and for a folder no demo made.
    """
    if not home.exists():
        return
    make_home(home)
    _refuse_strange(home)
    with (home / _USERS).open("a", encoding="ascii") as users:
        if not alone(users.fileno()):
            raise _in_use(home)
        _remove_database(home)
    _remove(home)


def is_demo(home: Path) -> bool:
    """Whether a demo made the folder, and so may remove it."""
    return (home / _STAMP).is_file()


@contextmanager
def held(home: Path) -> Iterator[None]:
    """Hold a demo's folder for one tour; a killed one lets go by itself.

    Raises ServerError while another tour goes on there.
    """
    with (home / _LOCK).open("a", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _in_use(home) from None
        yield


def _in_use(home: Path) -> ServerError:
    return ServerError(
        f"{home} は別の端末のデモが使っています。 / Another demo is using {home}.",
        "そのデモを Ctrl+C で止めてから、もう一度実行してください。"
        " / Stop it with Ctrl+C and try again.",
    )


def _refuse_strange(home: Path) -> None:
    if any(home.iterdir()) and not is_demo(home):
        raise ServerError(
            f"{home} はデモのフォルダーではないので、消しません。"
            f" / {home} is no demo's folder and is not removed.",
            "別のフォルダーを指定するか、要らないことを確かめてから自分で消してください。"
            " / Name another folder, or remove it yourself once you are sure.",
        )


def _remove(home: Path) -> None:
    """Remove the folder, the stamp last: whoever is killed on the way is known again."""
    for each in home.iterdir():
        if each.name == _STAMP:
            continue
        if each.is_dir() and not each.is_symlink():
            shutil.rmtree(each)
        else:
            each.unlink()
    (home / _STAMP).unlink(missing_ok=True)
    home.rmdir()


def _remove_database(home: Path) -> None:
    account = server_account()
    data = data_folder(home, account)
    cluster = Cluster(data, usable_binaries(account), account)
    if cluster.alive():
        cluster.stop()
    if (home / ELSEWHERE).is_file():
        shutil.rmtree(data.parent)


def _stamp_in(home: Path) -> Stamp | None:
    path = home / _STAMP
    if not path.is_file():
        return None
    try:
        return Stamp(**json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError):
        return None
