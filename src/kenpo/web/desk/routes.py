"""The desk's addresses: the page, and the same screen as a fragment."""

from __future__ import annotations

from litestar import Response, get
from litestar.di import NamedDependency

from kenpo.web.desk.screen import DeskScreen, screen
from kenpo.web.house import House
from kenpo.web.pages import page
from kenpo.web.requests import AnyRequest


@get("/r", sync_to_thread=False)
def show_desk(request: AnyRequest, house: NamedDependency[House]) -> Response[str]:
    """Show the form and the answer."""
    seen = _screen(request, house)
    return page("desk/page.html", seen.context(), status=seen.status)


@get("/r/answer", sync_to_thread=False)
def show_situation(request: AnyRequest, house: NamedDependency[House]) -> Response[str]:
    """Show the same form and answer as a fragment; the address bar follows the page's address."""
    seen = _screen(request, house)
    headers = {"HX-Replace-Url": seen.form.address()}
    return page("desk/situation.html", seen.context(), status=seen.status, headers=headers)


def _screen(request: AnyRequest, house: House) -> DeskScreen:
    query = request.query_params
    return screen(house, query, query.getall("item", []))
