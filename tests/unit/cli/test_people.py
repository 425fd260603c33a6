"""kenpo people generate."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from kenpo.cli.app import app

RUN = CliRunner()


def test_the_files_are_written_and_named(tmp_path: Path) -> None:
    arguments = ["people", "generate", "--out", str(tmp_path), "--count", "300", "--json"]
    result = RUN.invoke(app, [*arguments, "--until", "2025-05-31"])
    assert result.exit_code == 0
    report = json.loads(result.stdout)
    assert len(report["notifications"]) == 8 + 6 + 1
    assert [Path(path).name for path in report["snapshots"]] == ["status-2025-04-30.csv"]
    assert all(Path(path).is_file() for path in report["notifications"])


def test_it_says_that_nobody_exists(tmp_path: Path) -> None:
    arguments = ["people", "generate", "--out", str(tmp_path), "--count", "50"]
    result = RUN.invoke(app, [*arguments, "--until", "2024-12-31"])
    assert "架空" in result.stdout


def test_a_day_before_the_first_file_is_refused_with_what_to_do(tmp_path: Path) -> None:
    result = RUN.invoke(
        app, ["people", "generate", "--out", str(tmp_path), "--until", "2024-01-01"]
    )
    assert result.exit_code == 2
    assert "2024-11-29" in result.stderr
