"""Which browser the tests take, and what they say where none can be had."""

import subprocess
from types import SimpleNamespace

import pytest
from playwright.sync_api import Error

from tests.browser import chromium


def playwright(launch):
    """As much of Playwright as is needed to launch a browser."""
    return SimpleNamespace(chromium=SimpleNamespace(launch=launch))


def test_an_installed_browser_comes_first(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}" if name == "google-chrome" else None)
    browser = chromium.launch(playwright(lambda **options: options))
    assert browser == {"args": chromium.ARGUMENTS, "executable_path": "/usr/bin/google-chrome"}


def test_else_playwrights_own_is_installed(monkeypatch):
    installed = []

    def launch(args, channel=None):
        if channel or not installed:
            raise Error("there is none")
        return "a browser"

    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("subprocess.run", lambda command, **options: installed.append(command))
    assert chromium.launch(playwright(launch)) == "a browser" and installed == [chromium.INSTALL]


def test_else_the_tests_say_what_to_do(monkeypatch):
    def fail(*_, **__):
        raise subprocess.CalledProcessError(1, "install")

    def launch(**options):
        raise Error("there is none")

    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("subprocess.run", fail)
    with pytest.raises(chromium.NoBrowser, match="python -m playwright install --with-deps chromium"):
        chromium.launch(playwright(launch))
