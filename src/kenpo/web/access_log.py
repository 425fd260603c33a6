"""One log line a request: method, route, status, milliseconds; never what a person typed."""

from __future__ import annotations

from time import perf_counter

import structlog
from litestar.types import Message, Scope

from kenpo.web.requests import AnyRequest

_STARTED = "kenpo_started"
_log = structlog.get_logger("kenpo.web")


async def note_start(request: AnyRequest) -> None:
    """Remember when a request came."""
    request.scope["state"][_STARTED] = perf_counter()


async def log_answer(message: Message, scope: Scope) -> None:
    """Log the pattern of the route, not the path or the query, which may say more than needed."""
    if message["type"] != "http.response.start":
        return
    started = scope.get("state", {}).get(_STARTED)
    spent = None if started is None else round((perf_counter() - started) * 1000, 1)
    _log.info(
        "request",
        method=scope.get("method"),
        route=scope.get("path_template") or "-",
        status=message["status"],
        ms=spent,
    )
