"""The same wave under two clocks, in two data folders: the same bytes of every file."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.folders import hashes_below
from support.workshop import TEMPLATE, Workshop

WAVES = ("bulk-2025-07", "bulk-2025-08")


def run(workshop: Workshop, today: str, folder: Path) -> str:
    """Everything from the files to the packages; return the database."""
    name = workshop.databases.copy(TEMPLATE)
    env = dict(workshop.env(name)) | {"KENPO_HOME": str(folder / "home"), "KENPO_TODAY": today}
    out = str(folder / "out")
    for command in (
        *workshop.imports,
        ("wave", "plan", *WAVES),
        ("wave", "freeze", *WAVES, "--at", "2025-07-10T00:00:00Z"),
        ("wave", "print", *WAVES, "--out", out),
        ("wave", "pack", *WAVES, "--out", out),
    ):
        workshop.killer.run(command, env)
    return name


@pytest.mark.slow
def test_two_clocks_and_two_folders_give_the_same_bytes(workshop: Workshop, tmp_path: Path) -> None:
    one = run(workshop, "2026-11-30", tmp_path / "one")
    two = run(workshop, "2027-04-01", tmp_path / "two")
    everybody = "select person_id from kenpo.person"
    people = [set(workshop.databases.rows(name, everybody)) for name in (one, two)]
    assert people[0].isdisjoint(people[1])
    made = hashes_below(tmp_path / "one" / "out")
    assert hashes_below(tmp_path / "two" / "out") == made
    assert {path.split("/")[1] for path in made} >= {"package", "print", "lists"}
