"""Runs real ``kenpo`` commands, each in a process of its own, and kills them when told.

Started as a program: it loads everything once, then forks for each order, so that a kill hits the
work and not the start of Python. Orders and answers are JSON, one a line:
``{"args": […], "env": {…}, "kill_after": seconds or null, "log": path}`` →
``{"killed": bool, "status": int or null, "seconds": float}``.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from typing import Any, NoReturn

TICK = 0.001


def main() -> None:
    """Answer orders until standard input ends."""
    warm_up()
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), flush=True)  # noqa: T201 - the answer


def warm_up() -> None:
    """Load what every command loads; nothing here starts a thread, so forking stays safe."""
    import kenpo.cli  # noqa: F401, PLC0415 - loaded for the children
    import kenpo.wiring.kenpo  # noqa: F401, PLC0415
    import kenpo.wiring.waves  # noqa: F401, PLC0415
    from kenpo.values.insurer import Insurer, Policy  # noqa: PLC0415
    from kenpo.wiring import rule_library  # noqa: PLC0415

    rule_library().book(Insurer.KYOKAI_KENPO, Policy.CURRENT)


def run(order: dict[str, Any]) -> dict[str, Any]:
    """Run one command; kill it with signal 9 when its time is up."""
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        become_kenpo(order)
    killed, status = wait(child, order["kill_after"])
    seconds = time.monotonic() - began
    return {"killed": killed, "status": status, "seconds": seconds}


def wait(child: int, kill_after: float | None) -> tuple[bool, int | None]:
    """Wait for a child, at most so long; return whether it was killed and its exit status."""
    deadline = None if kill_after is None else time.monotonic() + kill_after
    while True:
        done, status = os.waitpid(child, 0 if deadline is None else os.WNOHANG)
        if done:
            return False, os.waitstatus_to_exitcode(status)
        if deadline is not None and time.monotonic() >= deadline:
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            killed = os.waitstatus_to_exitcode(status) == -signal.SIGKILL
            return killed, None if killed else os.waitstatus_to_exitcode(status)
        time.sleep(TICK)


def become_kenpo(order: dict[str, Any]) -> NoReturn:
    """Be the command line of this order and end with its exit status."""
    status = 70
    try:
        log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(log, 1)
        os.dup2(log, 2)
        os.environ.update(order["env"])
        from kenpo.cli.app import app  # noqa: PLC0415 - loaded already

        app(order["args"])
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    main()
