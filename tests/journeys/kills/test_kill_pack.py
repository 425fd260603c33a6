"""kill -9 inside pack: run again, the package has the bytes of an undisturbed run."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kenpo.exchange.print_package_files import PackageFolders
from support.folders import hashes_below
from support.killing import image
from support.workshop import Workshop

WAVES = ("bulk-2025-07", "bulk-2025-08")
PACK = ("wave", "pack", *WAVES, "--out")


@pytest.mark.slow
def test_a_killed_pack_run_again_gives_the_undisturbed_package(
    workshop: Workshop, frozen: str, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    databases = workshop.databases
    printed, base = databases.copy(frozen), tmp_path / "printed"
    workshop.killer.run(("wave", "print", *WAVES, "--out", str(base)), workshop.env(printed))
    calm = databases.copy(printed)
    shutil.copytree(base, tmp_path / "calm")
    span = workshop.timed((*PACK, str(tmp_path / "calm")), workshop.env(calm))
    expected = hashes_below(tmp_path / "calm")
    after = image(databases, calm)
    out = tmp_path / "disturbed"

    def one_round() -> None:
        name = databases.copy(printed)
        shutil.copytree(base, out)
        workshop.disturbed((*PACK, str(out)), workshop.env(name), span)
        assert hashes_below(out) == expected, workshop.killer.moments
        assert image(databases, name) == after, workshop.killer.moments
        databases.drop(name)
        shutil.rmtree(out)

    tell(workshop.killed_often(one_round))
    packages = list((tmp_path / "calm").glob("*/package"))
    assert [PackageFolders().differences(folder) for folder in packages] == [()] * len(WAVES)
