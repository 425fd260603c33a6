"""The web application: routes, headers, error pages, compression. Loopback only: no login yet.

A server's workers load ``kenpo.web.app:app``; it is made when first asked for, from the settings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import cache

from litestar import Litestar
from litestar.config.compression import CompressionConfig
from litestar.di import Provide
from litestar.exceptions import HTTPException

from kenpo.web.access_log import log_answer, note_start
from kenpo.web.assets import favicon, static_files
from kenpo.web.desk.routes import show_desk, show_situation
from kenpo.web.headers import put_headers
from kenpo.web.health import livez, readyz
from kenpo.web.hosts import LOOPBACK_NAMES, only_for
from kenpo.web.house import House, open_house
from kenpo.web.officer.routes import router as officer
from kenpo.web.problems import on_fault, on_refusal
from kenpo.web.start.routes import show_closed_door, show_dates, show_start


def create_app(
    house: House,
    names: Sequence[str] = LOOPBACK_NAMES,
    on_shutdown: Sequence[Callable[[], None]] = (),
) -> Litestar:
    """Return the application of a house; requests for other host ``names`` are refused."""
    return Litestar(
        route_handlers=[
            show_start,
            show_dates,
            show_closed_door,
            show_desk,
            show_situation,
            officer,
            livez,
            readyz,
            favicon,
            static_files(),
        ],
        dependencies={"house": Provide(lambda: house, sync_to_thread=False)},
        middleware=[only_for(names)],
        compression_config=CompressionConfig(backend="gzip", minimum_size=500),
        exception_handlers={HTTPException: on_refusal, Exception: on_fault},
        before_request=note_start,
        on_shutdown=list(on_shutdown),
        before_send=[put_headers, log_answer],
        openapi_config=None,
        logging_config=None,
    )


@cache
def _installed_app() -> Litestar:
    """Return the application of the settings; its database closes when the application stops."""
    stack = ExitStack()
    return create_app(stack.enter_context(open_house()), on_shutdown=[stack.close])


def __getattr__(name: str) -> object:
    """Make ``app`` when a server asks for it."""
    if name != "app":
        raise AttributeError(f"kenpo.web.app has no {name}")
    return _installed_app()
