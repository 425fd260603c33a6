from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
import typer

from kenpo.cli.serve import refuse_unless_free, refuse_unless_loopback


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost"])
def test_an_address_of_this_machine_is_served(host: str) -> None:
    refuse_unless_loopback(host)


@pytest.mark.parametrize(
    "host",
    ["0.0.0.0", "::", "192.168.0.1", "kenpo.example", "", "localhost."],  # noqa: S104 - refused
)
def test_any_other_address_is_refused_with_the_reason(
    host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as refused:
        refuse_unless_loopback(host)
    assert refused.value.exit_code == 2
    said = capsys.readouterr().err
    assert "ログインがまだない" in said
    assert "no login yet" in said


def test_a_taken_port_is_said_before_the_server_starts(
    taken_port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as refused:
        refuse_unless_free("127.0.0.1", taken_port)
    assert refused.value.exit_code == 2
    assert "--port" in capsys.readouterr().err


def test_a_free_port_is_taken_as_it_is() -> None:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        free = trial.getsockname()[1]
    refuse_unless_free("127.0.0.1", free)
