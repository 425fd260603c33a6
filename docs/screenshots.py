# ruff: noqa: INP001 - a script beside the pages, not a package
"""Make the pictures of screens and print for the README from a running demo.

``./run demo`` in one terminal, then ``.venv/bin/python docs/screenshots.py`` in another. With
``--package DIR`` (a wave's package folder) it also draws a certificate and its cover letter.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
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


@dataclass(frozen=True, slots=True)
class Print:
    """One printed page: the picture's name, the kind in the file's name, dots an inch."""

    name: str
    kind: str
    dots: int


PRINTS = (Print("card", "certificate", 170), Print("letter", "cover_letter", 72))
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
    asked.add_argument("--package", type=Path)
    options = asked.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.package:
        for print_ in PRINTS:
            draw(options.package, print_, tell(options.out / f"{print_.name}.png"))
    with chromium() as browser:
        for shot in SHOTS:
            take(browser, options.address, shot, tell(options.out / f"{shot.name}.png"))


def tell(path: Path) -> Path:
    """Say which picture is made."""
    print(path)  # noqa: T201 - it tells what it makes
    return path


def draw(package: Path, print_: Print, path: Path) -> None:
    """Draw the first page of a kind of document."""
    with pypdfium2.PdfDocument(min(package.glob(f"*-{print_.kind}-001.pdf"))) as pdf:
        page = pdf[0].render(scale=print_.dots / 72).to_pil()
    keep_small(page, path)


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
    """Take one picture."""
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
        keep_small(picture, path)


def keep_small(picture: Image.Image, path: Path) -> None:
    """Save with 64 colours: enough for text and flat colours."""
    few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def enter_fullest_wave(page: Page) -> None:
    """Open the wave with the most branches."""
    rows = page.locator("tbody tr")
    branches = [int(rows.nth(i).locator("td").nth(1).inner_text()) for i in range(rows.count())]
    rows.nth(branches.index(max(branches))).get_by_role("link").click()


if __name__ == "__main__":
    main()
