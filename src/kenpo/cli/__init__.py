"""The command line: one module a command group."""

from __future__ import annotations

from kenpo.cli.app import app


def main() -> None:
    """Run the command line."""
    app()
