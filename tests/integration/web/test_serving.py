"""kenpo serve over a real database: the installed application, its settings and its end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from support.browser import free_port, wait_for

pytestmark = pytest.mark.slow
RUN = "from kenpo.cli import main; main()"


@pytest.fixture
def served(
    kenpo_database_url: str, tmp_path: Path
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    port = free_port()
    env = os.environ | {
        "KENPO_DATABASE_URL": kenpo_database_url,
        "KENPO_HOME": str(tmp_path / "home"),
        "KENPO_TODAY": "2025-12-02",
    }
    words = [sys.executable, "-c", RUN, "serve", "--port", str(port)]
    server = subprocess.Popen(words, env=env, stdout=subprocess.PIPE)
    try:
        wait_for(f"http://127.0.0.1:{port}/livez", server)
        yield f"http://127.0.0.1:{port}", server
    finally:
        server.kill()
        server.wait(timeout=10)


def read(url: str) -> str:
    with urlopen(url, timeout=10) as answer:  # noqa: S310 - our own loopback address
        text: str = answer.read().decode()
        return text


def test_the_installed_screens_use_the_settings_database_and_day(
    served: tuple[str, subprocess.Popen[bytes]],
) -> None:
    address, server = served
    assert read(f"{address}/readyz") == "ok"
    assert "便はまだありません" in read(f"{address}/o")
    assert "令和7年12月2日（火）" in read(f"{address}/")
    server.send_signal(signal.SIGINT)
    assert server.wait(timeout=20) == 0
