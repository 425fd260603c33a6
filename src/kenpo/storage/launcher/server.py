"""A running server that several kenpo processes share and the last of them stops."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from kenpo.storage.launcher.account import server_account
from kenpo.storage.launcher.binaries import usable_binaries
from kenpo.storage.launcher.cluster import SUPERUSER, Cluster
from kenpo.storage.launcher.folders import DATA, data_folder, make_home, not_writable


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
    cluster = choose(home, chosen, extra)
    start, in_use = (beside(cluster.data, name) for name in ("start", "users"))
    with open_lock(in_use) as users:
        with locked(start):
            fcntl.flock(users, fcntl.LOCK_SH)
            started = ensure(cluster)
        try:
            yield described(cluster, started=started)
        finally:
            with locked(start):
                if alone(users.fileno()):
                    cluster.stop()


def choose(home: Path, chosen: Path | None, extra: tuple[str, ...]) -> Cluster:
    """Settle who serves which folder with which programs; one process at a time settles it."""
    make_home(home)
    account = server_account()
    with locked(beside(home / DATA, "start")):
        data = data_folder(home, account, chosen)
    return Cluster(data, usable_binaries(account), account, extra)


def described(cluster: Cluster, *, started: bool) -> Server:
    """Return what others need to know of a cluster that runs."""
    name = cluster.account.name if cluster.account else str(os.geteuid())
    return Server(cluster.socket() or cluster.data, cluster.data, started, name)


def beside(data: Path, name: str) -> Path:
    """Return the lock file of a data folder: it lies beside it, so all its users share it."""
    return data.with_name(f"{data.name}.{name}.lock")


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
    with open_lock(path) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def open_lock(path: Path) -> TextIO:
    """Open a lock file. Raises ServerError when the folder is not ours to write."""
    try:
        return path.open("a", encoding="ascii")
    except OSError as error:
        raise not_writable(path.parent) from error


def alone(users: int) -> bool:
    """Tell whether no other process holds the users' lock."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
