"""The line of dates with and without JavaScript, the map by mouse, and what a page weighs."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from support.browser import NARROW, OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

BUDGET = 60 * 1024


def test_moving_the_date_changes_the_answers_with_and_without_javascript(
    open_page: OpenPage,
) -> None:
    moved = open_page("/")
    moved.locator("#on-2025-12-01").check()
    expect(moved.locator("#cases-title")).to_contain_text("令和7年12月1日")
    moved.locator("#policy-seeds").check()
    moved.locator("#on-2026-04-01").check()
    expect(moved.locator("#cases-title")).to_contain_text("令和8年4月1日")
    assert moved.evaluate("document.activeElement.id") == "on-2026-04-01"
    plain = open_page("/", java_script_enabled=False)
    plain.locator("#policy-seeds").check()
    plain.locator("#on-2026-04-01").check()
    plain.get_by_role("button", name="この日で見る").click()
    assert plain.locator("#dates").inner_text() == moved.locator("#dates").inner_text()
    assert "on=2026-04-01" in moved.url
    assert "policy=seeds" in moved.url


def test_the_arrow_keys_move_the_date(open_page: OpenPage) -> None:
    page = open_page("/?on=2025-12-01")
    page.locator("#on-2025-12-01").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#cases-title")).to_contain_text("令和7年12月2日")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#cases-title")).to_contain_text("令和8年3月31日")


def test_a_tile_of_the_map_leads_to_its_branch_on_screens_of_both_widths(
    open_page: OpenPage,
) -> None:
    for size in ((1280, 900), NARROW):
        page = open_page("/o/waves/bulk-2025-07", size)
        page.locator(".map").get_by_role("link", name="島根").click()
        expect(page.locator("h1")).to_contain_text("島根支部")
        page.get_by_role("link", name="便のページへ戻る").click()
        expect(page.locator("h1")).to_contain_text("令和7年7月からの便")


def test_tiles_of_the_map_do_not_overlap(open_page: OpenPage) -> None:
    page = open_page("/o/waves/bulk-2025-07")
    boxes = page.evaluate(
        "[...document.querySelectorAll('.tile')].map(tile => {"
        " const at = tile.getBoundingClientRect(); return [at.left, at.top, at.right, at.bottom] })"
    )
    assert len(boxes) == 47
    for i, one in enumerate(boxes):
        for other in boxes[i + 1 :]:
            apart = (
                one[2] <= other[0] + 1 or other[2] <= one[0] + 1
                or one[3] <= other[1] + 1 or other[3] <= one[1] + 1
            )  # fmt: skip
            assert apart, (one, other)


@pytest.mark.parametrize("path", ["/", "/r", "/o/waves/bulk-2025-07"])
def test_a_first_visit_loads_at_most_60_kilobytes(open_page: OpenPage, path: str) -> None:
    page = open_page("/livez")
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    sizes: list[float] = []
    devtools.on("Network.loadingFinished", lambda done: sizes.append(done["encodedDataLength"]))
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert len(sizes) >= 4
    assert 10_000 < sum(sizes) <= BUDGET


def test_printing_the_desk_prints_the_answer_and_not_the_form(open_page: OpenPage) -> None:
    page = open_page("/r?reader=works&item=legacy_card&on_year=8&on_month=1&on_day=15")
    page.emulate_media(media="print")
    assert page.locator("#answer").is_visible()
    assert not page.locator("#situation").is_visible()
    assert not page.locator("#bar").is_visible()
