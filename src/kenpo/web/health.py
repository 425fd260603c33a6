"""Is the process alive, and can it answer."""

from __future__ import annotations

import structlog
from litestar import MediaType, Response, get
from litestar.di import NamedDependency

from kenpo.values.insurer import Insurer
from kenpo.web.house import House

_log = structlog.get_logger("kenpo.web")


@get("/livez", media_type=MediaType.TEXT, sync_to_thread=False)
def livez() -> str:
    """Say that the process runs."""
    return "ok"


@get("/readyz", media_type=MediaType.TEXT, sync_to_thread=True)
def readyz(house: NamedDependency[House]) -> Response[str]:
    """Say whether the register answers; 503 when it does not."""
    try:
        with house.database.begin(Insurer.KYOKAI_KENPO, "readyz") as session:
            session.register.counts(house.clock.today())
    except Exception as error:  # noqa: BLE001 - whatever it is, we are not ready
        _log.warning("not ready", kind=type(error).__name__)
        return Response("not ready", status_code=503, media_type=MediaType.TEXT)
    return Response("ok", media_type=MediaType.TEXT)
