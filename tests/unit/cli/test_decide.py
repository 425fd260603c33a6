"""kenpo decide as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kenpo.cli.app import app

_ASKED = {
    "question": "envelopes",
    "insurer": "kyokai_kenpo",
    "on": "2025-08-08",
    "facts": {"certificates": 6},
}


def _decide(text: str) -> tuple[int, object]:
    result = CliRunner().invoke(app, ["decide", "--json", "-"], input=text)
    return result.exit_code, json.loads(result.stdout)


def test_a_question_from_standard_input_gets_one_object() -> None:
    code, answer = _decide(json.dumps(_ASKED))
    assert code == 0
    assert isinstance(answer, dict)
    assert answer["envelopes"] == [4, 2]


def test_a_list_from_a_file_gets_a_list(tmp_path: Path) -> None:
    path = tmp_path / "cases.json"
    path.write_text("\ufeff" + json.dumps([_ASKED, _ASKED]), encoding="utf-8")
    result = CliRunner().invoke(app, ["decide", "--json", str(path)])
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)) == 2


def test_one_bad_question_of_a_list_gives_status_two_and_the_other_answer() -> None:
    code, answers = _decide(json.dumps([_ASKED, {"question": "?"}]))
    assert code == 2
    assert isinstance(answers, list)
    assert [("error" in answer) for answer in answers] == [False, True]


@pytest.mark.parametrize(
    "text", ["", "{", "[1,]", "NaN", '{"question":"desk","question":"desk"}', "[" * 100_000]
)
def test_what_is_not_json_gets_an_error_object_and_status_two(text: str) -> None:
    code, answer = _decide(text)
    assert code == 2
    assert isinstance(answer, dict)
    assert answer["error"]["field"] == ""
    assert "JSON" in answer["error"]["must"]


def test_a_file_that_is_not_there_gets_an_error_object(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["decide", "--json", str(tmp_path / "none.json")])
    assert result.exit_code == 2
    assert "error" in json.loads(result.stdout)
