"""A small made-up population, a killer, and the databases its commands work on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date

import pytest

from kenpo.demo.generate import Order, generate
from kenpo.storage.launcher import Server
from support.killing import Databases, killer
from support.workshop import TEMPLATE, Workshop

PEOPLE = 160
SEED = int(os.environ.get("KENPO_TEST_SEED", "20250731"))


@pytest.fixture(scope="session")
def workshop(kenpo_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    folder = tmp_path_factory.mktemp("kills")
    files = generate(Order(PEOPLE, SEED, date(2025, 8, 1)), folder / "received")
    with killer(folder, SEED) as found:
        yield Workshop(found, Databases(kenpo_server), files, folder)


@pytest.fixture(scope="session")
def imported(workshop: Workshop) -> str:
    """A database into which everything was taken in without a kill."""
    name = workshop.databases.copy(TEMPLATE)
    for command in workshop.imports:
        workshop.killer.run(command, workshop.env(name))
    return name


@pytest.fixture(scope="session")
def frozen(workshop: Workshop, imported: str) -> str:
    """A database in which all waves are frozen at one moment."""
    name = workshop.databases.copy(imported)
    env = workshop.env(name)
    workshop.killer.run(("wave", "plan", "--all"), env)
    workshop.killer.run(("wave", "freeze", "--all", "--at", "2025-07-10T00:00:00Z"), env)
    return name
