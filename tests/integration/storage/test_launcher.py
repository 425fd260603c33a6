"""The launcher: whoever runs it, wherever it lies, whatever was killed."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from kenpo.storage.errors import ServerError
from kenpo.storage.launcher import Server, running, server_account
from kenpo.storage.launcher import binaries as binaries_module
from kenpo.storage.launcher.binaries import runs, usable_binaries, wheel_binaries
from kenpo.storage.launcher.cluster import Cluster, postmaster_lines
from kenpo.storage.launcher.folders import ELSEWHERE, socket_folder
from support.postgres import open_folder
from support.scale import scaled

QUICK = ("fsync = off",)
only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root steps down to another user")
only_linux = pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc")


@pytest.fixture
def folder() -> Iterator[Path]:
    made = open_folder()
    yield made
    shutil.rmtree(made)


def connect(server: Server) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(host=str(server.socket), user=server.superuser, dbname="postgres")


def asked(server: Server, query: str) -> object:
    with connect(server) as connection:
        row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return row[0]


def answers(server: Server) -> bool:
    try:
        return asked(server, "select 1") == 1
    except psycopg.OperationalError:
        return False


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("listen_addresses", ""),
        ("data_checksums", "on"),
        ("server_encoding", "UTF8"),
        ("timezone", "UTC"),
        ("log_statement", "none"),
        ("log_min_error_statement", "panic"),
        ("log_error_verbosity", "terse"),
        ("unix_socket_permissions", "0700"),
    ],
)
def test_the_server_is_set_up_for_a_private_socket_and_a_silent_log(
    kenpo_server: Server, setting: str, value: str
) -> None:
    assert asked(kenpo_server, f"show {setting}") == value


def test_text_is_compared_the_same_on_every_machine(kenpo_server: Server) -> None:
    locale = "select concat(datlocprovider, datlocale) from pg_database where datname = 'postgres'"
    assert asked(kenpo_server, locale) == "bC.UTF-8"


def test_the_server_stops_with_its_last_user_and_keeps_what_was_written(folder: Path) -> None:
    with running(folder / "home", extra=QUICK) as first:
        with running(folder / "home", extra=QUICK) as second:
            assert (first.started, second.started) == (True, False)
            with connect(second) as connection:
                connection.execute("create table kept (n int)")
        assert answers(first)
    assert not answers(first)
    with running(folder / "home", extra=QUICK) as again:
        assert asked(again, "select count(*) from kept") == 0


def test_a_killed_process_does_not_keep_the_server_from_stopping(folder: Path) -> None:
    with running(folder / "home", extra=QUICK) as server:
        process = os.fork()
        if process == 0:
            with running(folder / "home", extra=QUICK):
                os.kill(os.getpid(), signal.SIGKILL)
        os.waitpid(process, 0)
        assert answers(server)
    assert not answers(server)


PARTIAL_BATCHES = """
select count(*) from (
    select 1 from batch group by round, n / 20 having count(*) <> 20) as odd
"""


def test_a_killed_postmaster_loses_nothing_that_was_acknowledged(folder: Path) -> None:
    acknowledged = 0
    with running(folder / "home", extra=QUICK) as server, connect(server) as connection:
        connection.execute("create table batch (round int, n int)")
    for round_ in range(scaled(2, 12)):
        with running(folder / "home", extra=QUICK) as server:
            confirmed = write_until_killed(server, round_)
            assert 60 <= confirmed < 200, "the kill came in the middle of the writing"
            acknowledged += confirmed
    with running(folder / "home", extra=QUICK) as server:
        rows = asked(server, "select count(*) from batch")
        partial = asked(server, PARTIAL_BATCHES)
    assert isinstance(rows, int)
    assert rows >= acknowledged * 20
    assert partial == 0


def write_until_killed(server: Server, round_: int) -> int:
    """Write batches of 20 rows, kill -9 the postmaster in the middle, count what it confirmed."""
    confirmed = 0
    with connect(server) as connection:
        for batch in range(200):
            if batch == 60:
                os.kill(int(postmaster_lines(server.data)[0]), signal.SIGKILL)
            first = batch * 20
            rows = [(round_, n) for n in range(first, first + 20)]
            try:
                with connection.transaction(), connection.cursor() as cursor:
                    cursor.executemany("insert into batch values (%s, %s)", rows)
            except psycopg.OperationalError:
                break
            confirmed += 1
        connection.close()
    return confirmed


def test_a_socket_path_that_would_be_too_long_is_replaced_by_a_short_private_one(
    folder: Path,
) -> None:
    home = folder / "とても長い名前のフォルダー" / ("long" * 20)
    with running(home, extra=QUICK) as server:
        assert answers(server)
        assert len(os.fsencode(server.socket / ".s.PGSQL.5432")) < 100
        assert stat.S_IMODE(server.socket.stat().st_mode) == 0o700
    shutil.rmtree(server.socket)


def test_a_private_socket_folder_of_somebody_else_is_refused(folder: Path) -> None:
    data = folder / "long" / ("x" * 90)
    account = server_account()
    made = socket_folder(data, account)
    made.chmod(0o777)
    with pytest.raises(ServerError, match=str(made)):
        socket_folder(data, account)
    made.rmdir()


def test_two_homes_that_share_one_data_folder_share_its_server(folder: Path) -> None:
    shared = folder / "shared" / "pg"
    with running(folder / "one", shared, QUICK) as first:
        with running(folder / "two", shared, QUICK) as second:
            assert (first.started, second.started) == (True, False)
        assert answers(first)
    assert not answers(first)


def test_a_home_that_is_a_file_is_an_error_that_says_what_to_do(folder: Path) -> None:
    (folder / "file").write_text("", encoding="ascii")
    with pytest.raises(ServerError, match="KENPO_HOME"), running(folder / "file" / "home"):
        pass


@only_linux
def test_a_pid_file_that_names_another_program_does_not_stop_the_start(folder: Path) -> None:
    with running(folder / "home", extra=QUICK) as server:
        lines = postmaster_lines(server.data)
        os.kill(int(lines[0]), signal.SIGKILL)
    account = server_account()
    user = {"user": account.uid, "group": account.gid} if account else {}
    other = subprocess.Popen(["sleep", "60"], cwd="/", **user)  # type: ignore[call-overload]
    try:
        pid_file = server.data / "postmaster.pid"
        pid_file.write_text("\n".join([str(other.pid), *lines[1:]]) + "\n", encoding="utf-8")
        if account:
            os.chown(pid_file, account.uid, account.gid)
        with running(folder / "home", extra=QUICK) as again:
            assert answers(again)
        assert other.poll() is None, "the other program is left alone"
    finally:
        other.kill()
        other.wait()


def test_a_server_that_cannot_start_fails_with_the_end_of_its_log(folder: Path) -> None:
    account = server_account()
    cluster = Cluster(folder / "pg", usable_binaries(account), account, ("nonsense = 1",))
    cluster.create()
    cluster.configure()
    with pytest.raises(ServerError, match="nonsense"):
        cluster.start()


def test_without_binaries_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries_module, "PACKAGE", "no_such_package")
    with pytest.raises(ServerError, match="KENPO_DATABASE_URL"):
        wheel_binaries()


@only_root
def test_root_without_an_unprivileged_user_is_told_to_make_one() -> None:
    with pytest.raises(ServerError, match="useradd --system kenpo"):
        server_account(("no_such_user", "root"))


@only_root
def test_the_server_runs_without_rights_and_without_supplementary_groups(
    kenpo_server: Server,
) -> None:
    process = Path("/proc") / postmaster_lines(kenpo_server.data)[0]
    lines = (process / "status").read_text(encoding="utf-8").splitlines()
    status = dict(line.split(":\t", 1) for line in lines if ":\t" in line)
    assert set(status["Uid"].split()) != {"0"}
    assert status["Groups"].strip() == ""


@only_root
def test_a_home_that_only_root_can_enter_gets_its_data_elsewhere_and_keeps_its_mode() -> None:
    closed = Path(tempfile.mkdtemp(prefix="kenpo-closed-"))
    home = closed / "home"
    try:
        with running(home, extra=QUICK) as server:
            assert answers(server)
            assert closed not in server.data.parents
        assert stat.S_IMODE(closed.stat().st_mode) == 0o700
        assert (home / ELSEWHERE).read_text(encoding="utf-8").strip() == str(server.data)
        with running(home, extra=QUICK) as again:
            assert again.data == server.data
        shutil.rmtree(server.data.parent)
    finally:
        shutil.rmtree(closed)


@only_root
def test_a_chosen_data_folder_that_cannot_be_entered_is_an_error_naming_it(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    with (
        pytest.raises(ServerError, match=str(closed)),
        running(folder / "home", closed / "deep" / "pg"),
    ):
        pass
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700


@only_root
def test_binaries_in_a_folder_that_only_root_can_enter_are_copied_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    install = closed / "site" / binaries_module.PACKAGE / binaries_module.INSTALL
    libraries = wheel_binaries().parent.parent / binaries_module.LIBRARIES
    shutil.copytree(wheel_binaries(), install, symlinks=True)
    shutil.copytree(libraries, closed / "site" / libraries.name, symlinks=True)
    shared = folder / "shared"
    shared.mkdir(mode=0o755)
    monkeypatch.setattr(binaries_module, "wheel_binaries", lambda: install)
    monkeypatch.setattr(binaries_module, "shared_folder", lambda: shared)
    account = server_account()
    first = usable_binaries(account)
    made = (first / "postgres").stat().st_mtime_ns
    assert usable_binaries(account) == first
    assert (first / "postgres").stat().st_mtime_ns == made
    assert [path.name for path in shared.iterdir()] == [first.parents[2].name]
    with running(folder / "home", extra=QUICK) as server:
        assert answers(server)
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700


@only_root
def test_an_ordinary_user_runs_the_server_as_themself(folder: Path) -> None:
    home = folder / "home"
    account = server_account(("nobody",))
    assert account is not None
    if not runs(account, wheel_binaries() / "bin"):
        pytest.skip("this checkout lies in a home that only root can enter")
    home.mkdir(mode=0o700)
    os.chown(home, account.uid, account.gid)
    process = os.fork()
    if process == 0:
        os.setgroups([])
        os.setgid(account.gid)
        os.setuid(account.uid)
        failed = 1
        try:
            with running(home, extra=QUICK) as server:
                owner = server.data.stat().st_uid
                failed = 0 if answers(server) and owner == account.uid else 2
        finally:
            os._exit(failed)
    _, status = os.waitpid(process, 0)
    assert os.waitstatus_to_exitcode(status) == 0
