"""kill -9 of the command and of our own database server together: nothing is lost or doubled."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from support.folders import hashes_below
from support.postgres import open_folder
from support.workshop import Workshop

WAVE = "bulk-2025-07"
LEAST_SERVERS = 2
TRIES = 4


@pytest.fixture
def open_home() -> Iterator[Path]:
    folder = open_folder()
    yield folder
    kill_server(folder)
    shutil.rmtree(folder)


def env(folder: Path) -> Mapping[str, str]:
    home = {"KENPO_HOME": str(folder / "home"), "KENPO_PG_DATA": str(folder / "data")}
    return home | {"KENPO_DATABASE_URL": ""}


def kill_server(folder: Path) -> bool:
    """End the server of a folder with signal 9; say whether there was one."""
    pid_file = folder / "data" / "postmaster.pid"
    if not pid_file.is_file():
        return False
    try:
        os.kill(int(pid_file.read_text().splitlines()[0]), signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def steps(workshop: Workshop, out: Path) -> Sequence[Sequence[str]]:
    return (
        *workshop.imports,
        ("wave", "plan", WAVE),
        ("wave", "freeze", WAVE, "--at", "2025-07-10T00:00:00Z"),
        ("wave", "print", WAVE, "--out", str(out)),
        ("wave", "pack", WAVE, "--out", str(out)),
    )


def struck(workshop: Workshop, command: Sequence[str], folder: Path, span: float) -> bool:
    """Kill a command until its server was there to be killed as well, a few times at most."""
    for _ in range(TRIES):
        ended = workshop.killer.kill(command, env(folder), span)
        if kill_server(folder):
            return True
        if not ended.killed:
            return False
    return False


@pytest.mark.slow
def test_every_step_survives_the_death_of_command_and_server(
    workshop: Workshop, open_home: Path, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    calm, disturbed = open_home / "calm", open_home / "disturbed"
    for folder in (calm, disturbed):
        folder.mkdir(mode=0o711)
    servers, first = 0, len(workshop.killer.moments)
    pairs = zip(steps(workshop, tmp_path / "calm"), steps(workshop, tmp_path / "out"), strict=True)
    for calmly, command in pairs:
        span = workshop.timed(calmly, env(calm))
        servers += struck(workshop, command, disturbed, span.seconds)
        workshop.killer.run(command, env(disturbed))
    assert hashes_below(tmp_path / "out") == hashes_below(tmp_path / "calm")
    # A command may end, or not yet have started its server, before the kill reaches it.
    assert servers >= LEAST_SERVERS
    moments = ", ".join(workshop.killer.moments[first:])
    tell(f"seed {workshop.killer.seed}, {servers} servers killed, commands: {moments}")
