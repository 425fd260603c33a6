"""A running server that several kenpo processes share and the last of them stops."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kenpo.storage.launcher.account import server_account
from kenpo.storage.launcher.binaries import usable_binaries
from kenpo.storage.launcher.cluster import SUPERUSER, Cluster
from kenpo.storage.launcher.folders import data_folder, make_home


@dataclass(frozen=True, slots=True)
class Server:
    """Where a server of ours answers. ``started`` tells whether this process started it."""

    socket: Path
    data: Path
    started: bool
    account: str
    superuser: str = SUPERUSER


@contextmanager
def running(
    home: Path, chosen: Path | None = None, extra: tuple[str, ...] = ()
) -> Iterator[Server]:
    """Give a running server, started if need be; the last process that leaves stops it.

    Each user holds a shared lock that the kernel drops with the process, so a killed process
    cannot keep a server alive for ever: the next one to leave stops it.
    """
    make_home(home)
    account = server_account()
    cluster = Cluster(data_folder(home, account, chosen), usable_binaries(account), account, extra)
    with (home / "pg.users.lock").open("a", encoding="ascii") as users:
        with locked(home / "pg.start.lock"):
            fcntl.flock(users, fcntl.LOCK_SH)
            started = ensure(cluster)
        try:
            name = account.name if account else str(os.geteuid())
            yield Server(cluster.socket() or cluster.data, cluster.data, started, name)
        finally:
            with locked(home / "pg.start.lock"):
                if alone(users.fileno()):
                    cluster.stop()


def ensure(cluster: Cluster) -> bool:
    """Make and start the server unless it answers; tell whether it was started."""
    if cluster.alive():
        return False
    cluster.create()
    cluster.configure()
    cluster.start()
    return True


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock file while starting or stopping."""
    with path.open("a", encoding="ascii") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def alone(users: int) -> bool:
    """Tell whether no other process holds the users' lock."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
