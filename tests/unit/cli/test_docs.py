"""The reference pages."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from kenpo.cli.app import app
from kenpo.cli.reference import glossary_page

_REFERENCE = Path(__file__).parents[3] / "docs" / "reference"


def test_the_reference_pages_in_the_repository_are_fresh() -> None:
    result = CliRunner().invoke(app, ["docs", "--check", "--out", str(_REFERENCE)])
    assert result.exit_code == 0, result.output


def test_a_stale_page_is_named_and_fails(tmp_path: Path) -> None:
    (tmp_path / "commands.md").write_text("old", encoding="utf-8")
    result = CliRunner().invoke(app, ["docs", "--check", "--out", str(tmp_path)])
    assert result.exit_code == 1
    assert "commands.md" in result.output


def test_every_command_is_explained_in_japanese_and_english() -> None:
    page = (_REFERENCE / "commands.md").read_text(encoding="utf-8")
    sections = page.split("\n## ")[1:]
    assert sections
    for section in sections:
        help_line = section.split("\n\n")[1]
        assert " / " in help_line, section.splitlines()[0]
        assert any(ord(character) > 0x3000 for character in help_line), section.splitlines()[0]


def test_the_glossary_page_shows_each_term_once() -> None:
    page = glossary_page('[[term]]\nja = "支部"\ncode = ["Branch"]\nen = "branch"\n')
    assert "| 支部 | `Branch` | branch |" in page
