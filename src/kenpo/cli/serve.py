"""kenpo serve: show the screens on this machine."""

from __future__ import annotations

import ipaddress
import socket
from typing import Annotated

import typer

from kenpo.cli.opened import opened

_TARGET = "kenpo.web.app:app"
_Host = Annotated[str, typer.Option("--host", help="アドレス / Address to listen on.")]
_Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="ポート / Port.")]


def serve(host: _Host = "127.0.0.1", port: _Port = 8000) -> None:
    """画面をこの機械の中だけに出す / Serve the screens on this machine only."""
    refuse_unless_loopback(host)
    refuse_unless_free(host, port)
    shown = f"[{host}]" if ":" in host else host
    with opened():
        typer.echo(f"http://{shown}:{port}/  止める / stop: Ctrl+C")
        run_server(host, port)


def run_server(host: str, port: int) -> None:
    """Serve until stopped; one worker, which holds its own way to the database."""
    # Here and not above: other commands need not wait for the server's libraries.
    from granian import Granian  # noqa: PLC0415 - see above
    from granian.constants import Interfaces  # noqa: PLC0415 - see above
    from granian.log import LogLevels  # noqa: PLC0415 - see above

    Granian(
        _TARGET,
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        log_level=LogLevels.warning,
        log_access=False,
    ).serve()


def refuse_unless_loopback(host: str) -> None:
    """Stop unless the address stays on this machine: the screens have no login yet."""
    if not _is_loopback(host):
        _stop(
            f"{host} には出せません。ログインがまだないため、127.0.0.1 だけに出せます。",
            "The screens have no login yet and are served on 127.0.0.1 only.",
        )


def refuse_unless_free(host: str, port: int) -> None:
    """Stop when another program already listens on the port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError:
            _stop(
                f"ポート {port} はほかで使われています。--port で別の番号を選んでください。",
                f"Port {port} is taken; choose another with --port.",
            )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _stop(japanese: str, english: str) -> None:
    typer.echo(f"{japanese}\n{english}", err=True)
    raise typer.Exit(2)
