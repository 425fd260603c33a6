"""What an import prints, at the width of a small terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from kenpo.cli.import_report import Outcome, show
from kenpo.operations.import_files import ImportReport
from kenpo.operations.ports import Refusal

REFUSAL = Refusal(
    "SHFD0006.CSV",
    7,
    "項目10「生年月日」",
    "数字7桁",
    "昭和64年1月8日は昭和の日付ではありません。",
    "元号と日付を確かめてください。",
)


def report(*refusals: Refusal, rows: int = 3) -> ImportReport:
    return ImportReport(
        name="SHFD0006.CSV",
        sha256="0" * 64,
        kind="notifications",
        rows=rows,
        accepted=rows - len(refusals),
        unchanged=0,
        refused=len(refusals),
        events=0,
        refusals=refusals,
        already=False,
        dry_run=False,
    )


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_the_counts_of_a_big_file_stay_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    show(Outcome(Path("SHFD0006.CSV"), report(rows=123_456), None))
    _, counts = capsys.readouterr().out.splitlines()
    assert counts.split() == (
        "行 rows 123,456 = 受付 taken 123,456 + 変更なし same 0 + 断り refused 0".split()
    )


def test_a_refused_row_says_where_why_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    show(Outcome(Path("[red]x"), report(REFUSAL), None))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "[red]x"
    assert [line.strip() for line in lines[2:]] == [
        "7行目 / line 7: 項目10「生年月日」（数字7桁）",
        "昭和64年1月8日は昭和の日付ではありません。",
        "→元号と日付を確かめてください。",
    ]
    assert max(cell_len(line) for line in lines) <= 80


def test_a_whole_file_is_refused_without_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    whole = Refusal("x", 0, "ファイル全体", "0バイト", "ファイルが空です。", "書き出し直す。")
    show(Outcome(Path("x"), None, whole))
    told = capsys.readouterr().out
    assert "ファイル全体（0バイト）" in told
    assert "行目" not in told


def test_a_flood_of_refused_rows_is_cut_and_says_how_many_more(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show(Outcome(Path("x"), report(*[REFUSAL] * 1_234, rows=1_234), None))
    told = capsys.readouterr().out
    assert told.count("→元号") == 100
    assert "ほか 1,134 件" in told
