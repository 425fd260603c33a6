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
