"""Every small change of a rule is caught: by the proof, or else by an example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kenpo.rulebook import RuleBookError
from support.rulebooks import engine_book, engine_text

FACTS = {"加入", "マイナ", "区分", "確認書", "申請", "希望", "介助", "経過"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed text of the fixture and what was changed."""

    name: str
    text: str


def _rows(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the line number and the header of every decision row."""
    header: list[str] = []
    for number, line in enumerate(lines):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] == "番号":
            header = cells
        elif line.startswith("| R") and "加入" in header:
            yield number, header


def _dropped(lines: list[str], number: int) -> str:
    row = lines[number].split("|")[1].strip()
    kept = [line.replace(f" {row} ", " ", 1) if _beats(line, row) else line for line in lines]
    return "\n".join(kept[:number] + kept[number + 1 :])


def _beats(line: str, row: str) -> bool:
    """Say whether a decision row names another one in its 優先."""
    return line.startswith("| R") and "=" not in line and f" {row} " in line.split("|", 2)[2]


def _negated(lines: list[str], number: int, cell: int) -> str:
    cells = lines[number].split("|")
    word = cells[cell + 1].strip()
    cells[cell + 1] = f" {word[1:] if word.startswith('≠') else '≠' + word} "
    return "\n".join([*lines[:number], "|".join(cells), *lines[number + 1 :]])


def mutants(text: str) -> Iterator[Mutant]:
    """Yield each row dropped, and each condition of each row turned into its opposite."""
    lines = text.splitlines()
    for number, header in _rows(lines):
        row = lines[number].split("|")[1].strip()
        yield Mutant(f"drop {row}", _dropped(lines, number))
        for cell, name in enumerate(header):
            if name in FACTS and lines[number].split("|")[cell + 1].strip() not in {"", "-"}:
                yield Mutant(f"negate {row} {name}", _negated(lines, number, cell))


def _survives(text: str) -> bool:
    try:
        engine_book(text)
    except RuleBookError:
        return False
    return True


def test_the_proof_alone_misses_only_the_exception_that_covers_nothing_of_its_own() -> None:
    rules = engine_text().split("## 例")[0]
    found = list(mutants(rules))
    assert len(found) == 85
    assert {m.name for m in found if _survives(m.text)} == {"drop R20", "negate R20 希望"}


def test_with_the_examples_no_mutant_survives() -> None:
    rules, examples = engine_text().split("## 例")
    assert [m.name for m in mutants(rules) if _survives(f"{m.text}\n## 例{examples}")] == []
