"""One changed cell of a book changes every place that asks it, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from importlib.resources import files

from kenpo.issuance.columns import columns_of
from kenpo.operations.decide import decide
from kenpo.operations.judge_members import MemberJudge
from kenpo.rulebook import Library, Sources
from kenpo.values.insurer import Insurer
from kenpo.verification.desk import Outcome, judge_desk
from kenpo.verification.items import Brought, Item
from kenpo.wiring.books import BOOKS, SOURCES, book_texts
from support.members import insured

_ON = date(2025, 4, 30)
_EXAMPLES = re.compile(r"^## 例 .*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_LATE = replace(insured(1), acquired_on=date(2024, 12, 1), decided_on=date(2024, 12, 2))


def _library(file: str = "common.md", *changes: tuple[str, str]) -> Library:
    """Return the books with texts of a file replaced; each must stand there exactly once.

    The examples are left out: they would refuse the change before anybody could ask.
    """
    texts = {name: _EXAMPLES.sub("", text) for name, text in book_texts().items()}
    for old, new in changes:
        assert texts[file].count(old) == 1
        texts[file] = texts[file].replace(old, new)
    return Library(texts, Sources.parse(files(BOOKS).joinpath(SOURCES).read_text("utf-8")))


def _later_cut_off() -> Library:
    line = "| 決定の期限 | 2000-01-01 | - | {} | 原文 |"
    return _library("kyokai_kenpo.md", (line.format("2024-11-29"), line.format("2024-12-02")))


def _refused_old_card() -> Library:
    row = "| M50 | 健康保険証 | 経過措置 | {} |"
    return _library("common.md", (row.format("accept"), row.format("refuse")))


def _decided(library: Library) -> object:
    member = {"acquired_on": "2024-12-01", "decided_on": "2024-12-02", "my_number_card": "none"}
    return decide(
        library,
        {
            "question": "documents",
            "insurer": "kyokai_kenpo",
            "on": "2025-04-30",
            "facts": {"member": member | {"wish_ticked": False}},
        },
    )["bulk"]


def _judged(library: Library) -> object:
    (judged,) = MemberJudge(library.book(Insurer.KYOKAI_KENPO), _ON)([_LATE])
    return judged.is_target


def _compiled(library: Library) -> object:
    batch = library.book(Insurer.KYOKAI_KENPO).compile("certificate", _ON)
    return batch.row_ids[batch.rows(columns_of([_LATE]))[0]] == "C10"


def test_a_later_cut_off_changes_the_answer_the_wave_and_the_arrays_alike() -> None:
    for asked in (_decided, _judged, _compiled):
        assert asked(_library()) is False
        assert asked(_later_cut_off()) is True


def test_a_changed_cell_of_the_desk_changes_the_answer_and_the_screen_behind_it() -> None:
    for library, outcome in [
        (_library(), Outcome.ACCEPT),
        (_refused_old_card(), Outcome.REFUSE),
    ]:
        book = library.book(Insurer.JSR_KENPO)
        at_desk: Mapping[str, object] = {"reader": "works", "online": None}
        best = judge_desk(book, [Brought(Item.LEGACY_CARD, {})], at_desk, _ON).best
        assert best is not None
        assert best.outcome is outcome
        answer = decide(library, _asked(at_desk))
        assert answer["outcome"] == outcome


def _asked(at_desk: Mapping[str, object]) -> dict[str, object]:
    facts = {"brought": [{"item": "legacy_card"}], **at_desk}
    return {"question": "desk", "insurer": "jsr_kenpo", "on": "2025-04-30", "facts": facts}
