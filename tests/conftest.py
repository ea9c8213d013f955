"""What all tests share, each made once: the rules, the reading of a sentence, and a browser."""

import datetime as dt
import os
import shutil

import pytest
from hypothesis import settings

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# the machine may be slow or shared: a property counts, not its time; the same cases every time
settings.register_profile("kg", deadline=None, derandomize=True)
settings.load_profile("kg")


@pytest.fixture(scope="session")
def rulebook():
    """The rules shipped with kg."""
    from kg.rulebook import load_rulebook

    return load_rulebook()


@pytest.fixture(scope="session")
def stages(rulebook):
    """The stages with the real parser, loaded once."""
    from kg.pipeline import load_stages

    return load_stages(rulebook)


@pytest.fixture(scope="session")
def extraction(rulebook, stages):
    """All that the real pipeline reads in a text: ``extraction(text, date=None)`` → ``Extraction``."""
    from kg.model import Document, Extraction
    from kg.pipeline import extract

    def read(text: str, date: dt.date | None = None) -> Extraction:
        (result,) = extract([Document(id="test:1", text=text, date=date)], rulebook, load=lambda _: stages)
        if isinstance(result, Exception):
            raise result
        return result

    return read


@pytest.fixture(scope="session")
def statements(extraction):
    """The statements that the real pipeline reads in a text: ``statements(text, date=None)`` → list."""

    def read(text: str, date: dt.date | None = None) -> list:
        return list(extraction(text, date).statements)

    return read


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium without a window; ``KG_CHROMIUM`` names another one."""
    from playwright.sync_api import sync_playwright

    executable = os.environ.get("KG_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        pytest.fail("no Chromium found; `scripts/system_packages.sh browser` installs one")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=executable, headless=True, args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()
