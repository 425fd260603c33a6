"""Where the data lie and where the socket lies: reachable by the server's user, short enough."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import uuid
from pathlib import Path

from kenpo.storage.errors import ServerError
from kenpo.storage.launcher.account import Account, can_enter, give
from kenpo.storage.launcher.binaries import shared_folder

DATA = "pg"
ELSEWHERE = "pg.place"
_SOCKET_SAFE = re.compile(r"[A-Za-z0-9/._-]{1,80}")
_PRIVATE = 0o700
_PASSABLE = 0o711


def make_home(home: Path) -> None:
    """Make the project's own folder; under root others may pass through it but not look in.

    Raises ServerError when it cannot be made.
    """
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        if not home.is_dir():
            home.mkdir()
            home.chmod(_PASSABLE if os.geteuid() == 0 else _PRIVATE)
    except OSError as error:
        raise not_writable(home) from error


def not_writable(folder: Path) -> ServerError:
    """Return the error of a folder we cannot make or write in."""
    return ServerError(
        f"{folder} に書けません。 / {folder} cannot be written.",
        "KENPO_HOME か KENPO_PG_DATA に書けるフォルダーを指定してください。"
        " / Name a folder you can write in KENPO_HOME or KENPO_PG_DATA.",
    )


def data_folder(home: Path, account: Account | None, chosen: Path | None = None) -> Path:
    """Return the folder of the database: the chosen one, ``<home>/pg``, or one elsewhere.

    Elsewhere is for a home the server's user cannot enter; its name is kept in ``<home>/pg.place``,
    so that removing the home forgets the data with it. A chosen folder that cannot be entered is an
    error that names the folder; no parent's mode is ever changed.
    """
    if chosen is not None:
        make_home(chosen.parent)
        refuse_unreachable(account, chosen.parent)
        return chosen
    place = home / ELSEWHERE
    if place.is_file():
        return Path(place.read_text(encoding="utf-8").strip())
    if can_enter(account, home):
        return home / DATA
    folder = shared_folder() / f"data-{uuid.uuid4().hex[:12]}"
    folder.mkdir()
    folder.chmod(_PASSABLE)
    place.write_text(f"{folder / DATA}\n", encoding="utf-8")
    return folder / DATA


def refuse_unreachable(account: Account | None, folder: Path) -> None:
    """Raise ServerError naming the first folder on the way that the account cannot enter."""
    for step in (*reversed(folder.parents), folder):
        if not can_enter(account, step):
            name = account.name if account else "このユーザー"
            raise ServerError(
                f"{name} は {step} に入れないため、{folder} にデータを置けません。"
                f" / {name} cannot enter {step}.",
                "KENPO_PG_DATA に入れるフォルダーを指定してください（権限は自動では変えません）。"
                " / Name another folder in KENPO_PG_DATA; permissions are never changed for you.",
            )


def socket_folder(data: Path, account: Account | None) -> Path:
    """Return the folder of the socket: the data folder, or a short private one when too long.

    A socket's path may have about 100 bytes; the file name in it takes 16.
    """
    if _SOCKET_SAFE.fullmatch(str(data)):
        return data
    name = f"kenpo-{hashlib.sha256(str(data).encode()).hexdigest()[:12]}"
    folder = Path(tempfile.gettempdir()) / name
    try:
        folder.mkdir(mode=_PRIVATE)
    except FileExistsError:
        refuse_foreign(folder, account)
    else:
        give(account, folder)
    return folder


def refuse_foreign(folder: Path, account: Account | None) -> None:
    """Raise ServerError when a private folder is a link, or belongs to or is open to others."""
    status = folder.lstat()
    owner = account.uid if account else os.geteuid()
    if folder.is_symlink() or status.st_uid != owner or status.st_mode & 0o077:
        raise ServerError(
            f"{folder} は別のユーザーのものです。 / {folder} belongs to another user.",
            "そのフォルダーを片付けるか、KENPO_PG_DATA に短いパスを指定してください。"
            " / Remove it, or name a short path in KENPO_PG_DATA.",
        )
