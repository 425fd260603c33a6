from pathlib import Path

import pytest
import typer

from kenpo.cli.opened import WRONG_USE, said_in_words
from kenpo.rulebook import Place, RuleBookError
from kenpo.storage.errors import ServerError
from kenpo.values.errors import InvalidValueError


@pytest.mark.parametrize(
    "error",
    [
        ServerError("壊れています。", "直してください。"),
        InvalidValueError("壊れています。", "直してください。"),
        RuleBookError(Place("book.md", 78), "壊れています。", "直してください。"),
    ],
)
def test_an_expected_error_is_said_in_words_and_ends_with_status_2(
    error: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as ended, said_in_words():
        raise error
    assert ended.value.exit_code == WRONG_USE
    told = capsys.readouterr().err
    assert "壊れています。" in told
    assert "→ 直してください。" in told


def test_a_wrong_book_is_named_with_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit), said_in_words():
        raise RuleBookError(Place("book.md", 78), "壊れています。", "直してください。")
    assert "book.md:78" in capsys.readouterr().err


def test_a_file_of_the_machine_that_cannot_be_used_is_said_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as ended, said_in_words():
        (tmp_path / "nowhere" / "file").write_text("", "utf-8")
    assert ended.value.exit_code == WRONG_USE
    told = capsys.readouterr().err
    assert f"{tmp_path / 'nowhere' / 'file'} を読み書きできません" in told
    assert "→ 場所・権限・空き容量" in told
