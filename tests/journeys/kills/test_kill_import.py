"""kill -9 inside the import: run again, the register is the one of an undisturbed run."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from support.killing import image
from support.workshop import TEMPLATE, Workshop


@pytest.mark.slow
def test_a_killed_import_run_again_gives_the_undisturbed_register(
    workshop: Workshop, imported: str, tell: Callable[[str], None]
) -> None:
    databases = workshop.databases
    expected = image(databases, imported)
    probe = databases.copy(TEMPLATE)
    spans = [workshop.timed(command, workshop.env(probe)) for command in workshop.imports]
    assert image(databases, probe) == expected

    def one_round() -> None:
        name = databases.copy(TEMPLATE)
        for command, span in zip(workshop.imports, spans, strict=True):
            workshop.disturbed(command, workshop.env(name), span)
        assert image(databases, name) == expected, workshop.killer.moments
        databases.drop(name)

    tell(workshop.killed_often(one_round))
    databases.drop(probe)


@pytest.mark.slow
def test_the_same_files_again_change_nothing(workshop: Workshop, imported: str) -> None:
    databases = workshop.databases
    databases.let_go(imported)
    name = databases.copy(imported)
    for command in workshop.imports:
        workshop.killer.run(command, workshop.env(name))
    assert image(databases, name) == image(databases, imported)
    databases.drop(name)
