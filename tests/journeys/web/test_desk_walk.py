"""A receptionist at the desk: with htmx, without JavaScript, by keyboard, on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.browser import NARROW, OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

PROVISIONAL = "暫定的な取扱いで受け付けられます"


def fill_day(page: Page, year: str, month: str, day: str) -> None:
    for part, typed in (("year", year), ("month", month), ("day", day)):
        page.locator(f"#on-{part}").fill(typed)
        page.locator(f"#on-{part}").blur()


def panel(page: Page) -> str:
    return page.locator("#answer").inner_text()


def walk(page: Page) -> None:
    """Bring an old card in January 2026 whose number is valid, the reader being down."""
    page.locator("#item-legacy_card").check()
    page.locator("#reader-down").check()
    page.locator("#online-valid").check()
    fill_day(page, "\uff18", "1", "15")


def test_the_walk_ends_in_the_same_panel_with_and_without_javascript(open_page: OpenPage) -> None:
    with_htmx = open_page("/r")
    walk(with_htmx)
    expect(with_htmx.locator("#answer-title")).to_contain_text(PROVISIONAL)
    expect(with_htmx.locator(".panel-day")).to_contain_text("令和8年1月15日")
    without = open_page("/r", java_script_enabled=False)
    walk(without)
    without.get_by_role("button", name="この内容で調べる").click()
    assert panel(without) == panel(with_htmx)
    assert without.url.endswith("#answer")


def test_a_change_is_answered_at_once_and_the_focus_stays(open_page: OpenPage) -> None:
    page = open_page("/r")
    expect(page.locator("#answer")).to_contain_text("ここに答えが出ます")
    page.locator("#item-notice").focus()
    page.keyboard.press("Space")
    expect(page.locator("#answer-title")).to_contain_text("これだけでは受け付けられません")
    assert page.evaluate("document.activeElement.id") == "item-notice"
    assert page.locator("#item-notice").is_checked()
    assert "item=notice" in page.url


def test_a_wrong_month_is_named_twice_and_repaired(open_page: OpenPage) -> None:
    page = open_page("/r")
    page.locator("#item-legacy_card").check()
    fill_day(page, "7", "13", "1")
    expect(page.locator("#summary")).to_contain_text("令和7年13月1日は暦にありません")
    expect(page.locator("#on-fault")).to_be_visible()
    assert page.locator("#on-month").get_attribute("aria-invalid") == "true"
    assert page.locator("#on-month").input_value() == "13"
    page.locator("#summary a").click()
    assert page.evaluate("document.activeElement.id") == "on-year"
    fill_day(page, "7", "12", "1")
    expect(page.locator("#answer-title")).to_contain_text("受け付けられます")
    expect(page.locator("#summary")).to_have_count(0)
    expect(page.locator("#on-fault")).to_have_count(0)


def test_back_from_another_page_finds_the_answer_again(open_page: OpenPage) -> None:
    page = open_page("/r")
    walk(page)
    expect(page.locator(".panel-day")).to_contain_text("令和8年1月15日")
    before = panel(page)
    page.get_by_role("link", name="保険者").click()
    expect(page.locator("h1")).to_contain_text("資格確認書の発送")
    page.go_back()
    assert panel(page) == before
    assert page.locator("#item-legacy_card").is_checked()


def test_a_refused_request_says_so_and_leaves_the_form_alone(open_page: OpenPage) -> None:
    page = open_page("/r")
    page.route("**/r/answer?*", lambda route: route.continue_(url=page.url + "/nowhere"))
    page.locator("#item-notice").check()
    expect(page.locator("#problem")).to_contain_text("ページが見つかりません")
    assert page.locator("#item-notice").is_checked()
    page.unroute("**/r/answer?*")
    page.locator("#item-notice").uncheck()
    expect(page.locator("#problem")).to_have_text("")


def test_the_keyboard_reaches_everything_in_reading_order(open_page: OpenPage) -> None:
    page = open_page("/r?reader=works&item=certificate&on_year=8&on_month=1&on_day=15")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    order = tab_through(page, until="はじめからやり直す")
    wanted = [
        "item-myna_card", "item-certificate", "valid-era", "valid-year", "valid-month", "valid-day",
        "valid_open", "item-phone_card", "item-notice", "item-portal_screen", "item-legacy_card",
        "reader-works", "online-not_asked", "on-era", "on-year", "on-month", "on-day",
        "insurer-select", "policy-current",
    ]  # fmt: skip
    assert [name for name in order if name in wanted] == wanted


def test_the_bar_at_the_foot_never_covers_what_has_the_focus(open_page: OpenPage) -> None:
    page = open_page("/r?reader=works&item=myna_card&on_year=8&on_month=1&on_day=15", NARROW)
    bar = page.locator("#bar").bounding_box()
    assert bar is not None
    for _ in range(40):
        page.keyboard.press("Tab")
        box = page.evaluate(
            "(() => { const one = document.activeElement; const at = one.getBoundingClientRect();"
            " return [one.id, one.tagName, at.top, at.bottom] })()"
        )
        if box[0] not in {"bar", ""}:
            assert box[3] <= bar["y"] + 1, box


def test_the_bar_at_the_foot_says_the_verdict_and_leads_to_the_panel(open_page: OpenPage) -> None:
    page = open_page("/r", NARROW)
    page.locator("#item-legacy_card").check()
    expect(page.locator("#bar")).to_contain_text("これだけでは受け付けられません")
    page.locator("#bar").click()
    expect(page.locator("#answer-title")).to_be_in_viewport()
    assert page.evaluate("document.activeElement.id") == "answer"


def tab_through(page: Page, until: str) -> list[str]:
    seen: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.id"))
        if page.evaluate("document.activeElement.textContent") == until:
            return seen
    raise AssertionError(f"{until} was not reached: {seen}")
