"""Who runs the server: ourselves, or under root a named user without rights."""

from __future__ import annotations

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kenpo.storage.errors import ServerError

CANDIDATES = ("kenpo", "postgres", "nobody")


@dataclass(frozen=True, slots=True)
class Account:
    """A user the server runs as when we are root: its programs get no supplementary group."""

    name: str
    uid: int
    gid: int


def server_account(candidates: Sequence[str] = CANDIDATES) -> Account | None:
    """Return the user to step down to, or None when we are not root and stay who we are.

    Raises ServerError when root finds none of the candidates; no user is ever made.
    """
    if os.geteuid() != 0:
        return None
    users = {user.pw_name: user for user in pwd.getpwall()}
    for name in candidates:
        if name in users and users[name].pw_uid != 0:
            return Account(name, users[name].pw_uid, users[name].pw_gid)
    raise ServerError(
        f"データベースを動かす一般ユーザー（{', '.join(candidates)}）がありません。"
        " / No unprivileged user to run the database.",
        "useradd --system kenpo で作るか、root以外で実行してください。"
        " / Create one with: useradd --system kenpo, or do not run as root.",
    )


def run_as(
    account: Account | None, command: Sequence[str | Path], timeout: float = 120
) -> subprocess.CompletedProcess[str]:
    """Run a program as the account, in the root folder, in the C locale, and return its output.

    Raises PermissionError when the account cannot reach the program.
    """
    identity: dict[str, Any] = {}
    if account is not None:
        identity = {"user": account.uid, "group": account.gid, "extra_groups": ()}
    return subprocess.run(
        [str(part) for part in command],
        cwd="/",
        env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
        **identity,
    )


def can_enter(account: Account | None, folder: Path) -> bool:
    """Tell whether the account can enter a folder: it tries, so the kernel decides."""
    return run_as(account, ["/bin/sh", "-c", 'cd -- "$1"', "sh", folder]).returncode == 0


def give(account: Account | None, path: Path) -> None:
    """Make the account the owner of a path that we made."""
    if account is not None:
        os.chown(path, account.uid, account.gid)
