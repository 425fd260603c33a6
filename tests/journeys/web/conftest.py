from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from support.browser import CHROMIUM, CHROMIUM_ARGS, NO_CHROMIUM, WIDE, OpenPage, served
from support.web_house import WAVE


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    packages = tmp_path_factory.mktemp("packages")
    fill(packages / WAVE.wave_id)
    with served("support.served:app", packages) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip(NO_CHROMIUM)
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[OpenPage]:
    """Open an address of the screens; any complaint of the browser fails the test."""
    opened: list[BrowserContext] = []
    complaints: list[str] = []

    def open_(path: str, size: tuple[int, int] = WIDE, **options: object) -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale="ja-JP",
            base_url=address,
            **options,  # type: ignore[arg-type]
        )
        opened.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console", lambda line: complaints.append(line.text) if _is_bad(line.text) else None
        )
        page.goto(path)
        page.wait_for_load_state("networkidle")
        return page

    yield open_
    for context in opened:
        context.close()
    assert complaints == []


def _is_bad(text: str) -> bool:
    return "Content Security Policy" in text or "htmx" in text.lower()


def fill(folder: Path) -> None:
    """Put small files where the wave's package and lists would be."""
    for name in (
        "package/manifest.json",
        "package/pieces.csv",
        "package/SHA256SUMS",
        "package/bulk-2025-07-32-certificate-001.pdf",
        "package/bulk-2025-07-32-cover_letter-001.pdf",
        "lists/32/bulk-2025-07-32-target_list-00001-21.pdf",
        "lists/32/bulk-2025-07-32-target_list-00001-21.xlsx",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"made up")
