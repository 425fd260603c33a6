"""The help of every command, at the width of a small terminal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import typer
from rich.cells import cell_len
from typer.testing import CliRunner

from kenpo.cli.app import app


def _commands(group: typer.Typer, *above: str) -> Iterator[tuple[str, ...]]:
    yield above
    for command in group.registered_commands:
        named = command.name or (command.callback and command.callback.__name__)
        yield *above, str(named)
    for each in group.registered_groups:
        if each.typer_instance is not None:
            yield from _commands(each.typer_instance, *above, str(each.name))


@pytest.mark.parametrize("words", list(_commands(app)), ids=" ".join)
def test_no_word_of_the_help_is_cut_off_at_80_columns(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERMINAL_WIDTH", "80")
    shown = CliRunner().invoke(app, [*words, "--help"])
    assert shown.exit_code == 0
    lines = shown.output.splitlines()
    assert max(cell_len(line) for line in lines) <= 80
    assert not [line for line in lines if line.rstrip(" │").endswith("…")]
