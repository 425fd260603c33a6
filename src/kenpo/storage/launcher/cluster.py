"""One data folder's server: made once, started with patience, asked whether it lives, stopped."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import psycopg

from kenpo.storage.errors import ServerError
from kenpo.storage.launcher.account import Account, give, run_as
from kenpo.storage.launcher.folders import socket_folder

SUPERUSER = "postgres"
_INITDB = (
    f"--username={SUPERUSER} --auth-local=trust --auth-host=scram-sha-256 --encoding=UTF8"
    " --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C --data-checksums"
).split()
_INCLUDE = "\ninclude_if_exists = 'kenpo.conf'\n"
_SETTINGS = """\
# written by kenpo before each start
listen_addresses = ''
unix_socket_directories = '{socket}'
unix_socket_permissions = 0700
timezone = 'UTC'
work_mem = '32MB'
max_wal_size = '2GB'
log_timezone = 'UTC'
work_mem = '32MB'
max_wal_size = '2GB'
# no value of any person in the server's log
log_statement = 'none'
log_min_error_statement = 'panic'
log_error_verbosity = 'terse'
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
{extra}
"""
_ATTEMPTS = 20
_PAUSE = 0.2


@dataclass(frozen=True, slots=True)
class Cluster:
    """A data folder with the programs and the user that serve it."""

    data: Path
    binaries: Path
    account: Account | None
    extra: tuple[str, ...] = ()

    def create(self) -> None:
        """Make the data folder when it is not there; a rename makes it complete."""
        if (self.data / "PG_VERSION").is_file():
            return
        unfinished = self.data.with_name(f"{self.data.name}.new")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        unfinished.chmod(0o700)
        give(self.account, unfinished)
        done = run_as(self.account, [self.binaries / "initdb", "-D", unfinished, *_INITDB])
        if done.returncode != 0:
            raise ServerError(
                f"データベースを作れません（{self.data}）。 / initdb failed: {done.stderr.strip()}",
                "空き容量と権限を確かめてください。 / Check free space and permissions.",
            )
        with (unfinished / "postgresql.conf").open("a", encoding="utf-8") as conf:
            conf.write(_INCLUDE)
        unfinished.rename(self.data)

    def configure(self) -> None:
        """Write the settings that depend on where we are."""
        socket = socket_folder(self.data, self.account)
        path = self.data / "kenpo.conf"
        path.write_text(
            _SETTINGS.format(socket=socket, extra="\n".join(self.extra)), encoding="utf-8"
        )
        give(self.account, path)

    def start(self) -> None:
        """Start the server; after a kill the orphans keep the memory a while, so it tries again."""
        for _ in range(_ATTEMPTS):
            self._control("-t", "60", "-l", self.data / "log", "start")
            if self.alive():
                return
            forget_dead_postmaster(self.data)
            time.sleep(_PAUSE)
        raise ServerError(
            f"データベースを起動できません（{self.data}）。 / The database does not start.\n"
            f"{self.log_tail()}",
            "上の記録を確かめ、同じフォルダーの別のサーバーがないか見てください。"
            " / Read the log above; is another server using the folder?",
        )

    def stop(self) -> None:
        """Stop the server of this data folder, waiting for its end."""
        self._control("-m", "fast", "stop")

    def _control(self, *what: str | Path) -> None:
        """Run ``pg_ctl`` and wait; whether it worked is asked of the server itself."""
        run_as(self.account, [self.binaries / "pg_ctl", "-w", "-s", "-D", self.data, *what])

    def alive(self) -> bool:
        """Tell whether a connection to this very folder's server answers."""
        socket = self.socket()
        if socket is None:
            return False
        try:
            with psycopg.connect(
                host=str(socket), user=SUPERUSER, dbname="postgres", connect_timeout=5
            ) as connection:
                row = connection.execute("select current_setting('data_directory')").fetchone()
        except psycopg.OperationalError:
            return False
        return row is not None and Path(row[0]).resolve() == self.data.resolve()

    def socket(self) -> Path | None:
        """Return the socket's folder as the running server wrote it down."""
        lines = postmaster_lines(self.data)
        return Path(lines[4]) if len(lines) > 4 and lines[4] else None

    def log_tail(self, lines: int = 15) -> str:
        """Return the end of the server's log."""
        log = self.data / "log"
        if not log.is_file():
            return ""
        return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])


def postmaster_lines(data: Path) -> list[str]:
    """Return the lines of ``postmaster.pid``, none when there is no such file."""
    try:
        return (data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []


def forget_dead_postmaster(data: Path) -> None:
    """Remove a ``postmaster.pid`` that names a process of somebody else.

    After a restart of the machine its number may belong to another program of the same user, which
    PostgreSQL takes for itself. Only where the system shows that nothing works in the data folder.
    """
    processes = Path("/proc")
    if not (processes / "self").exists() or not postmaster_lines(data):
        return
    if data.resolve() not in {folder_of(process) for process in processes.glob("[0-9]*")}:
        (data / "postmaster.pid").unlink(missing_ok=True)


def folder_of(process: Path) -> Path | None:
    """Return a process's working folder, None when it is gone or not ours to see."""
    try:
        return (process / "cwd").readlink()
    except OSError:
        return None
