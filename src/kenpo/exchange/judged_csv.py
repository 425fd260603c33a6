"""Who is in a wave and who is not, with the reason, as CSV for the officer's spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from kenpo.mailing.model import Judged

HEADER = (
    "保険者番号:記号:番号:枝番",
    "支部",
    "事業所",
    "対象",
    "規則",
    "理由",
    "reason",
    "不明の事実",
)


def write_judged(judged: Iterable[Judged], path: Path) -> int:
    """Write one line a person in UTF-8 with the mark Excel needs, complete or not at all.

    Returns how many people were written. Names and addresses are not in it.
    """
    half = path.with_name(f"{path.name}.tmp")
    with half.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        written = 0
        for one in judged:
            writer.writerow(_line(one))
            written += 1
    half.replace(path)
    return written


def _line(one: Judged) -> tuple[str, ...]:
    inside = "対象" if one.is_target else "対象外"
    missing = "・".join(one.missing)
    return (
        one.paper_key,
        one.branch.name,
        one.office,
        inside,
        one.row,
        one.reason_ja,
        one.reason_en,
        missing,
    )
