"""One browser and one server for all tests in a browser, and a tab like new for each,
whose console must stay silent.
"""

import sys
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser import proxies
from tests.browser.chromium import NoBrowser, launch
from tests.browser.playground import PATIENCE
from tests.browser.tabs import Tabs
from tests.process import ServerProcess

MEASURED = pytest.StashKey()
LESSONS = Path(__file__).parent / "lessons"  # a teacher's own, one of them with a mistake
# What a closed tab leaves playing soon rests, so that it does not slow down the next.
OPTIONS = ("--pause-after", "5", "--lessons-folder", str(LESSONS))

# The checkout's server with the wheel's page: its kernels are compiled already, an installed one's are not.
SERVE_PAGE = """
import pathlib, sys
import glassbox.paths
folder = pathlib.Path(sys.argv.pop(1))
glassbox.paths.static_folder = lambda: folder / "static"
glassbox.paths.template_folder = lambda: folder / "templates"
from glassbox.__main__ import main
main()
"""

expect.set_options(timeout=PATIENCE * 1000)


def pytest_itemcollected(item):
    """All of this folder, so that `-m "not browser"` leaves it out."""
    item.add_marker("browser")


LAST = "test_class_hour.py"


def pytest_collection_modifyitems(items):
    """Five pages at once take all of a small machine, and so do the class's other files, of three and four: beside one
    of those each waits for the other until its patience ends. The hour comes last, beside files that open no page.
    """
    items.sort(key=lambda item: item.path.name == LAST)


@pytest.fixture(scope="package")
def browser():
    # Until the package's end and no longer: Playwright's event loop occupies this thread, and other tests have their
    # own.
    with sync_playwright() as playwright, launched(playwright) as browser:
        yield browser


@contextmanager
def launched(playwright):
    """The browser; without one, every test that needs it fails with a sentence that says what to do."""
    try:
        browser = launch(playwright)
    except NoBrowser as reason:
        raise pytest.fail.Exception(str(reason), pytrace=False) from None
    yield browser
    browser.close()


@contextmanager
def sound(**options):
    """A server whose log tells of no fault at its end."""
    with ServerProcess(*OPTIONS, **options) as server:
        yield server
        assert "Traceback" not in server.errors()


@pytest.fixture(scope="package")
def server(wheel, tmp_path_factory):
    """One for nearly all tests, with the page that `pip install .` installs: it opens twice as fast."""
    folder = tmp_path_factory.mktemp("installed")
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
    with sound(command=[sys.executable, "-c", SERVE_PAGE, folder / "glassbox"]) as server:
        yield server


@pytest.fixture(scope="module")
def plain_server():
    """One with the page of a checkout: each of its modules is a file."""
    with sound() as server:
        yield server


@pytest.fixture(scope="module")
def tabs(browser):
    tabs = Tabs(browser)
    yield tabs
    tabs.close()


@pytest.fixture
def visit(request, tabs):
    """Opens further tabs: `visit(server.address, **options of the browser's context)`; none may complain."""
    taken, failed_before = [], request.session.testsfailed

    def visit(address, **options):
        taken.append(tabs.take(address, **options))
        return taken[-1]

    yield visit
    for tab in taken:
        tabs.give_back(tab, is_sound=request.session.testsfailed == failed_before)
    assert [complaint for tab in taken for complaint in tab.complaints()] == []


@pytest.fixture
def tab(visit, server):
    """A tab that has not been opened yet."""
    return visit(server.address)


@pytest.fixture
def playground(tab):
    """The page with the default network, ready to play."""
    return tab.open()


@pytest.fixture
def measured(request):
    """Notes a number that was measured, for the end of the report; nothing fails by it."""
    return request.config.stash.setdefault(MEASURED, []).append


def pytest_terminal_summary(terminalreporter, config):
    lines = config.stash.get(MEASURED, [])
    if lines:
        terminalreporter.section("measured in the browser")
        terminalreporter.write_line("\n".join(lines))


@pytest.fixture(scope="module")
def nginx(behind, tmp_path_factory):
    """The sites of nginx before the server that a test's file has `behind` them."""
    with proxies.nginx(tmp_path_factory.mktemp("nginx"), behind) as sites:
        yield sites


@pytest.fixture(scope="module")
def caddy(behind, tmp_path_factory):
    """The same of Caddy."""
    with proxies.caddy(tmp_path_factory.mktemp("caddy"), behind) as sites:
        yield sites
