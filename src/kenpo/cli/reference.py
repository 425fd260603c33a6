"""The reference pages that are made from the program itself: commands and glossary."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

MADE = "<!-- ./run docs が作ったページです。手で直さないでください。 / Made by ./run docs. -->"


def glossary_page(toml: str) -> str:
    """Return the glossary as a Markdown table: 日本語, code, English."""
    rows = [
        f"| {term['ja']} | {', '.join(f'`{code}`' for code in term['code'])} | {term['en']} |"
        for term in tomllib.loads(toml)["term"]
    ]
    head = ["# 用語 / Glossary", "", MADE, "", "| 日本語 | code | English |", "|---|---|---|"]
    return "\n".join([*head, *rows, ""])


def commands_page(root: object) -> str:
    """Return every command with its help and its options as Markdown."""
    head = ["# コマンド / Commands", "", MADE, ""]
    return "\n".join([*head, *_sections(root, ["kenpo"]), ""])


def _sections(command: object, path: list[str]) -> Iterator[str]:
    match command:
        case TyperGroup(commands=commands):
            for name in sorted(commands):
                yield from _sections(commands[name], [*path, name])
        case TyperCommand(params=params):
            yield from [f"## {' '.join(path)}", "", _one_paragraph(command.help), ""]
            yield from _parameters(params)


def _parameters(parameters: Sequence[object]) -> Iterator[str]:
    rows = [row for parameter in parameters if (row := _row(parameter))]
    if rows:
        yield "| 引数 / parameter | 意味 / meaning | 既定 / default |"
        yield "|---|---|---|"
        yield from rows
        yield ""


def _row(parameter: object) -> str:
    match parameter:
        case TyperOption(hidden=False):
            names = ", ".join(f"`{name}`" for name in [*parameter.opts, *parameter.secondary_opts])
        case TyperArgument(hidden=False):
            names = f"`{(parameter.name or '').upper()}`"
        case _:
            return ""
    default = "" if parameter.default in {None, False, ()} else f"`{parameter.default}`"
    return f"| {names} | {_one_paragraph(parameter.help)} | {default} |"


def _one_paragraph(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")
