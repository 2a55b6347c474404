"""Finds the browser for the tests: an installed Chromium or Chrome, else the one that Playwright brings."""

import shutil
import subprocess
import sys

from playwright.sync_api import Error

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
INSTALL = [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]
INSTALL_WITHIN = 100  # seconds
NONE_TO_BE_HAD = (
    "The tests in a browser need Chromium or Chrome: none is on PATH, and Playwright's own could not be installed or "
    "does not start. Install Chromium or Chrome, or run: python -m playwright install --with-deps chromium"
)


class NoBrowser(Exception):
    """There is no browser, and what to do about it, in words."""


def launch(playwright):
    """A running browser without a window.

    Raises:
        NoBrowser: none can be had.
    """
    for name in filter(shutil.which, NAMES):
        return _launch(playwright, executable_path=shutil.which(name))
    return _try(playwright, channel="chrome") or _try(playwright) or _install(playwright)


def _launch(playwright, **which):
    return playwright.chromium.launch(args=ARGUMENTS, **which)


def _try(playwright, **which):
    try:
        return _launch(playwright, **which)
    except Error:
        return None


def _install(playwright):
    """Playwright's own browser, fetched now."""
    try:
        subprocess.run(INSTALL, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=INSTALL_WITHIN)
        return _launch(playwright)
    except (OSError, subprocess.SubprocessError, Error):
        raise NoBrowser(NONE_TO_BE_HAD) from None
