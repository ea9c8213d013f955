"""Pictures of the page at three sizes, light and dark, by Chromium.

``python scripts/screenshots.py FOLDER [PAGE.html]``. Without a page, pictures of the made-up samples are taken.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

SIZES = {"desktop": (1440, 900), "laptop": (1024, 700), "phone": (390, 844)}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Take the pictures that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("page", type=Path, nargs="?")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as holder:
        pages = {"page": given.page} if given.page else _samples(Path(holder))
        _take(pages, given.folder)


def _samples(folder: Path) -> dict[str, Path]:
    from sample_page import large_page, sample_page

    from kg.export.html import write_page

    pages = {"sample": folder / "sample.html", "large": folder / "large.html"}
    write_page(sample_page(), pages["sample"])
    write_page(large_page(), pages["large"])
    return pages


def _take(pages: dict[str, Path], folder: Path) -> None:
    from playwright.sync_api import sync_playwright

    executable = os.environ.get("KG_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        for name, path in pages.items():
            for size, (width, height) in SIZES.items():
                for scheme in ("light", "dark") if size == "desktop" else ("light",):
                    context = browser.new_context(
                        viewport={"width": width, "height": height}, color_scheme=scheme,
                        device_scale_factor=2 if size == "phone" else 1, has_touch=size == "phone",
                    )  # fmt: skip
                    page = context.new_page()
                    page.on("console", lambda message: print(message.type, message.text, file=sys.stderr))
                    page.on("pageerror", lambda error: print(error, file=sys.stderr))
                    page.goto(path.resolve().as_uri())
                    page.wait_for_selector("html[data-ready]", timeout=20000)
                    _shots(page, folder / f"{name}-{size}-{scheme}")
                    context.close()
        browser.close()


def _shots(page: Any, stem: Path) -> None:
    """The page as it opens, with an entity chosen, with evidence open, and as a table."""
    page.wait_for_timeout(400)
    page.screenshot(path=f"{stem}.png")
    page.keyboard.press("/")
    page.keyboard.type("")
    name = page.evaluate("JSON.parse(document.getElementById('kg-network').textContent).nodes[0].id")
    page.fill("#search", name)
    page.keyboard.press("Enter")
    page.wait_for_timeout(700)
    page.screenshot(path=f"{stem}-chosen.png")
    page.locator("#card .row-head").first.click()
    page.wait_for_timeout(300)
    page.screenshot(path=f"{stem}-evidence.png")
    page.keyboard.press("t")
    page.wait_for_timeout(200)
    page.screenshot(path=f"{stem}-table.png")


if __name__ == "__main__":
    main()
