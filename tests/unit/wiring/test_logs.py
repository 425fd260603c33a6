"""What reaches the log, and where it goes."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest
import structlog

from kenpo.wiring.logs import WITHHELD, configure_logs


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    yield
    structlog.reset_defaults()


def test_a_line_goes_to_the_standard_error_of_its_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = io.StringIO(), io.StringIO()
    monkeypatch.setattr("sys.stderr", first)
    configure_logs()
    first.close()
    monkeypatch.setattr("sys.stderr", second)
    structlog.get_logger("kenpo").warning("not ready", kind="ConnectionError", route="/readyz")
    line = json.loads(second.getvalue())
    assert (line["event"], line["kind"], line["route"]) == (
        "not ready",
        "ConnectionError",
        "/readyz",
    )


def test_what_is_not_on_the_list_and_long_numbers_are_withheld(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure_logs()
    structlog.get_logger("kenpo").warning("row 000012345678 refused", name="見本　花子", line=3)
    line = json.loads(capsys.readouterr().err)
    assert line["name"] == WITHHELD
    assert line["line"] == WITHHELD
    assert "000012345678" not in line["event"]
