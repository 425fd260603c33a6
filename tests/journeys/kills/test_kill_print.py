"""kill -9 inside print: run again, every file has the bytes of an undisturbed run."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from support.folders import hashes_below
from support.killing import image
from support.workshop import Workshop

PRINT = ("wave", "print", "bulk-2025-07", "bulk-2025-08", "--out")


@pytest.mark.slow
def test_a_killed_print_run_again_gives_the_undisturbed_files(
    workshop: Workshop, frozen: str, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    databases = workshop.databases
    calm = databases.copy(frozen)
    span = workshop.timed((*PRINT, str(tmp_path / "calm")), workshop.env(calm))
    expected = hashes_below(tmp_path / "calm")
    after = image(databases, calm)
    out = tmp_path / "disturbed"

    def one_round() -> None:
        name = databases.copy(frozen)
        workshop.disturbed((*PRINT, str(out)), workshop.env(name), span)
        assert hashes_below(out) == expected, workshop.killer.moments
        assert image(databases, name) == after, workshop.killer.moments
        databases.drop(name)
        shutil.rmtree(out)

    tell(workshop.killed_often(one_round))
    assert len(list((tmp_path / "calm").rglob("*.pdf"))) > 4
    databases.drop(calm)
