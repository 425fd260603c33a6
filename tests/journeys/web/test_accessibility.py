"""axe-core finds nothing on any screen, wide or narrow, and no screen scrolls sideways."""

from __future__ import annotations

import pytest

from support.browser import AXE, NARROW, WIDE, OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

OLD_CARD = "/r?reader=works&item=legacy_card&on_era=R&on_year=8&on_month=1&on_day=15&online=valid"
ALL_ITEMS = (
    "/r?reader=down&item=myna_card&item=certificate&item=phone_card&item=notice"
    "&item=portal_screen&item=legacy_card&registered=no&valid_year=7&valid_month=11&valid_day=30"
    "&on_era=R&on_year=8&on_month=1&on_day=15"
)
WRONG = "/r?reader=works&item=certificate&valid_year=11&on_era=R&on_year=7&on_month=13&on_day=1"
SCREENS = {
    "start": "/",
    "start under the source texts only": "/?on=2026-04-01&policy=seeds",
    "closed door": "/m",
    "desk, nothing asked": "/r",
    "desk, provisional": OLD_CARD,
    "desk, everything brought": ALL_ITEMS,
    "desk, wrong dates": WRONG,
    "desk, a fact missing": "/r?reader=works&item=certificate&on_year=8&on_month=1&on_day=15",
    "waves": "/o",
    "wave": "/o/waves/bulk-2025-07",
    "branch": "/o/waves/bulk-2025-07/branches/32",
    "not found": "/nowhere",
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async tags => (await axe.run(document, {runOnly: tags})).violations.map(
  found => found.id + ": " + found.nodes.map(node => node.html).join(" | "))"""
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])
@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_no_violation(open_page: OpenPage, screen: str, size: tuple[int, int]) -> None:
    page = open_page(SCREENS[screen], size)
    page.evaluate(OPEN_ALL)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(RUN, TAGS) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_scrolls_sideways_on_a_narrow_phone(open_page: OpenPage, screen: str) -> None:
    page = open_page(SCREENS[screen], (320, 700))
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_desk_stays_readable_in_forced_colours(open_page: OpenPage) -> None:
    page = open_page(OLD_CARD, forced_colors="active")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(RUN, TAGS) == []
    ticked = page.locator("#card-legacy_card")
    outline = ticked.evaluate("card => getComputedStyle(card).outlineStyle")
    assert outline == "solid"
