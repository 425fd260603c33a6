"""Lets a test tell seeds and counts that are shown at the end of every run, passed or not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from _pytest.terminal import TerminalReporter

_NAME = "told"


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Give a function whose words stand in the summary of the run."""
    return lambda words: record_property(_NAME, words)


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Show what the tests told."""
    reports = (one for kind in ("passed", "failed") for one in terminalreporter.getreports(kind))
    words = [
        f"{report.nodeid.rpartition('::')[2]}: {value}"
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == _NAME and report.when == "call"
    ]
    if words:
        terminalreporter.section("seeds and counts")
        for line in words:
            terminalreporter.write_line(line)
