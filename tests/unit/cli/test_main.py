"""The last door before a person: words and a status, never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kenpo.cli import INTERRUPTED, STOPPED, main, unforeseen
from kenpo.cli import app as commands

SECRET = "123456789018"


def _breaks() -> None:
    raise ValueError(SECRET)


def test_what_nobody_foresaw_is_told_by_kind_and_place_and_never_by_its_values(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "app", _breaks)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == STOPPED
    told = capsys.readouterr()
    assert "ValueError, test_main.py:" in told.err
    assert "Traceback" not in told.err
    assert SECRET not in told.err + told.out


def test_an_error_that_was_never_raised_is_told_without_a_place() -> None:
    assert "（ValueError）" in unforeseen(ValueError(SECRET))


def test_ctrl_c_while_the_command_still_loads_ends_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "typer.py").write_text(
        "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n", "utf-8"
    )
    ended = subprocess.run(
        [sys.executable, "-c", "from kenpo.cli import main; main()"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == INTERRUPTED
    assert ended.stderr == "中断しました。 / Stopped.\n"
