"""Our own style sheet, htmx and the design tokens, served by ourselves under hashed names."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from litestar import Response, get
from litestar.response import Redirect
from litestar.router import Router
from litestar.static_files import create_static_files_router

_FOLDER = files("kenpo.web") / "static"
_A_YEAR = "public, max-age=31536000, immutable"


@cache
def asset(name: str) -> str:
    """Return the address of a file in ``static``; its query changes with its bytes."""
    digest = hashlib.sha256(_FOLDER.joinpath(name).read_bytes()).hexdigest()
    return f"/static/{name}?v={digest[:10]}"


def static_files() -> Router:
    """Return the route of the files; they may be kept, as their address holds their hash."""
    return create_static_files_router(
        path="/static", directories=[str(_FOLDER)], after_request=_keep
    )


@get("/favicon.ico", sync_to_thread=False)
def favicon() -> Redirect:
    """Lead a browser that shows a bare file to the icon."""
    return Redirect(asset("favicon.svg"))


async def _keep(response: Response[Any]) -> Response[Any]:
    response.headers["Cache-Control"] = _A_YEAR
    return response
