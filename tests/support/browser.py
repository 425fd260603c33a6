"""A real server and a real Chromium for the journeys through the screens."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium")
CHROMIUM_ARGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
NO_CHROMIUM = "no chromium on this machine: apt-get install chromium fonts-noto-cjk"
OpenPage = Callable[..., Page]
"""Opens a path of the screens: ``open_page(path, size, **options of the browser's context)``."""
WIDE, NARROW = (1280, 900), (390, 844)


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


@contextmanager
def served(target: str, packages: Path) -> Iterator[str]:
    """Serve an application until the block ends; give its address."""
    port = free_port()
    command = [
        sys.executable, "-m", "granian", "--interface", "asgi", "--host", "127.0.0.1",
        "--port", str(port), "--log-level", "error", target,
    ]  # fmt: skip
    paths = f"{ROOT / 'tests'}{os.pathsep}{ROOT / 'src'}"
    env = os.environ | {"PYTHONPATH": paths, "KENPO_TEST_PACKAGES": str(packages)}
    server = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/livez", server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=10)


def wait_for(url: str, server: subprocess.Popen[bytes], seconds: float = 30) -> None:
    """Wait until an address answers; fail when the server ends or takes too long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with status {server.returncode}")
        try:
            with urlopen(url, timeout=2):  # noqa: S310 - our own loopback address
                return
        except URLError:
            time.sleep(0.1)
    raise TimeoutError(f"{url} did not answer within {seconds} s")
