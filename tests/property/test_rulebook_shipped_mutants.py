"""Every small change of the shipped rules is caught, and said by what: none slips through."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from kenpo.rulebook import Book
from kenpo.values.insurer import Insurer
from kenpo.wiring.books import rule_library
from support.rule_mutants import (
    Judges,
    Mutant,
    bound_mutants,
    formula_mutants,
    row_mutants,
    value_mutants,
)

BOOK = rule_library().book(Insurer.KYOKAI_KENPO)

# What no person, day or later knowledge can tell from the book, and why.
THE_SAME = {
    "暫定の終わり 2025-12-01: 値 を 2025-11-30 に": "経過措置が12月1日まで先に答える",
    "有効期限の目安 2029-11-30: いつから を 2024-12-01 に": "12月2日より前に交付はない",
    "証明書切れの発行月数 0: 値 を -1 に": "0より大きいかどうかだけを見る",
    "時期.75歳が先 の 1 番目の比較の境": "その日に75歳なら、もう加入中ではない",
    "証明書切れの取扱い.75歳が先 の 1 番目の比較の境": "取扱いがなければ同じ行が答える",
}

KINDS: dict[str, Callable[[Book], Iterator[Mutant]]] = {
    "rows and cells": row_mutants,
    "dated values": value_mutants,
    "formulas": formula_mutants,
    "bounds": bound_mutants,
}


@pytest.mark.parametrize("kind", KINDS)
def test_no_small_change_of_the_shipped_rules_survives(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    judges = Judges(BOOK)
    caught = {mutant.name: judges.caught_by(mutant) for mutant in KINDS[kind](BOOK)}
    survivors = [name for name, by in caught.items() if not by and name not in THE_SAME]
    counts = Counter(by or "the same book" for by in caught.values())
    with capsys.disabled():
        sys.stdout.write(f"\nmutants of {kind}: {len(caught)}, caught by {dict(counts)}\n")
    assert survivors == []
    assert len(caught) > 40


def test_what_counts_as_the_same_book_is_still_a_mutant_that_nothing_catches() -> None:
    judges = Judges(BOOK)
    mutants = [mutant for kind in KINDS.values() for mutant in kind(BOOK)]
    same = [mutant for mutant in mutants if mutant.name in THE_SAME]
    assert {mutant.name for mutant in same} == set(THE_SAME)
    assert [mutant.name for mutant in same if judges.caught_by(mutant)] == []
