"""Only requests for our own names are answered, so that no foreign page can reach the loopback."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from litestar.datastructures import Headers
from litestar.response.base import ASGIResponse
from litestar.types import ASGIApp, Middleware, Receive, Scope, Send

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "::1")


def only_for(names: Collection[str]) -> Middleware:
    """Return the middleware that refuses any Host but the given names, whatever the port."""

    def guard(app: ASGIApp) -> ASGIApp:
        async def answer(scope: Scope, receive: Receive, send: Send) -> None:
            if _name(scope) in names:
                await app(scope, receive, send)
            else:
                await ASGIResponse(body=b"unknown host", status_code=400)(scope, receive, send)

        return answer

    return guard


def _name(scope: Scope) -> str | None:
    try:
        return urlsplit(f"//{Headers.from_scope(scope).get('host', '')}").hostname
    except ValueError:
        return None
