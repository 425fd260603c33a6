# ruff: noqa: INP001 - a script beside the pages, not a package
"""Make the pictures of the screens for the README from a running demo.

``./run demo`` in one terminal, then ``.venv/bin/python docs/screenshots.py`` in another.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM_ARGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
COLOURS = 64
OLD_CARD = "item=legacy_card&online=valid&on_era=R&on_year=8&on_month=1&on_day=15"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, its address, the size of the window, what must be on the page."""

    name: str
    path: str
    size: tuple[int, int]
    shows: str
    scroll_to: str = "body"


SHOTS = (
    Shot("start", "/?on=2025-12-02", (1280, 1000), "#doors-title"),
    Shot("dates", "/?on=2025-12-02", (1280, 900), "#dates-title", scroll_to="#dates-title"),
    Shot("desk", f"/r?reader=works&{OLD_CARD}", (1280, 900), ".panel.provisional"),
    Shot("desk-phone", f"/r?reader=works&{OLD_CARD}", (390, 844), ".panel.provisional"),
    Shot("wave", "/o", (1280, 1000), ".map"),
)


def main() -> None:
    """Make every picture."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--address", default="http://127.0.0.1:8000")
    asked.add_argument("--out", type=Path, default=Path("docs/images"))
    options = asked.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        for shot in SHOTS:
            path = options.out / f"{shot.name}.png"
            take(browser, options.address, shot, path)
            size = path.stat().st_size // 1024
            print(f"{path}  {size} kB")  # noqa: T201 - it tells what it made


@contextmanager
def chromium() -> Iterator[Browser]:
    """Open the machine's Chromium."""
    found = shutil.which("chromium")
    if found is None:
        raise SystemExit("chromium がありません。apt-get install chromium fonts-noto-cjk")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=CHROMIUM_ARGS)
        yield browser
        browser.close()


def take(browser: Browser, address: str, shot: Shot, path: Path) -> None:
    """Take one picture and keep it small: 64 colours are enough for text and flat colours."""
    width, height = shot.size
    page = browser.new_page(viewport={"width": width, "height": height}, locale="ja-JP")
    page.goto(address + shot.path)
    if shot.name == "wave":
        enter_fullest_wave(page)
    page.wait_for_selector(shot.shows)
    page.locator(shot.scroll_to).evaluate("one => one.scrollIntoView()")
    page.screenshot(path=path)
    page.close()
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def enter_fullest_wave(page: Page) -> None:
    """Open the wave with the most branches."""
    rows = page.locator("tbody tr")
    branches = [int(rows.nth(i).locator("td").nth(1).inner_text()) for i in range(rows.count())]
    rows.nth(branches.index(max(branches))).get_by_role("link").click()


if __name__ == "__main__":
    main()
