"""The addresses of the first page and of the doors whose rooms are not built yet."""

from __future__ import annotations

from litestar import Response, get
from litestar.di import NamedDependency

from kenpo.values.insurer import Policy
from kenpo.web.house import House
from kenpo.web.pages import page
from kenpo.web.requests import AnyRequest
from kenpo.web.start.doors import DOORS, door_at
from kenpo.web.start.timeline import Timeline, timeline

_CLOSED = [door.path for door in DOORS if not door.is_open]


@get("/", sync_to_thread=False)
def show_start(request: AnyRequest, house: NamedDependency[House]) -> Response[str]:
    """Show the promise, the doors and the line of dates."""
    return page("start/page.html", _context(timeline(house, request.query_params)))


@get("/dates", sync_to_thread=False)
def show_dates(request: AnyRequest, house: NamedDependency[House]) -> Response[str]:
    """Show the line of dates alone, the fragment of the first page."""
    line = timeline(house, request.query_params)
    address = f"/?on={line.chosen.isoformat()}&policy={line.policy.value}"
    return page("start/dates.html", _context(line), headers={"HX-Replace-Url": address})


@get(_CLOSED, sync_to_thread=False)
def show_closed_door(request: AnyRequest) -> Response[str]:
    """Say kindly that a room is not built yet, what it will hold, and where to go meanwhile."""
    door = door_at(request.url.path.rstrip("/"))
    return page("start/closed_door.html", {"here": door.path, "door": door})


def _context(line: Timeline) -> dict[str, object]:
    return {"here": "/", "doors": DOORS, "line": line, "policies": tuple(Policy)}
