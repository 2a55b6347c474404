"""What the first screen does not need is loaded when first wanted; an older page says so and takes nothing newer."""

import re
import signal
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.complaints import GONE
from tests.process import ServerProcess

LATER = re.compile(
    r"/static/views/(drawer/(inside|learning|beside)/\w+|classroom/(desk|place|projector)|lesson|upload|saving)\.js$"
)
MEASURES = "**/static/views/drawer/learning/measures.js"
NEWER = [
    sys.executable, "-c",
    "from glassbox import build_id; build_id._version = lambda: 'newer'; from glassbox.__main__ import main; main()",
]  # fmt: skip
OLDER = """new MutationObserver(() => {
  const build = document.querySelector("meta[name=glassbox-build]");
  if (build && sessionStorage.isOlder) build.content = "older";
}).observe(document, { childList: true, subtree: true })"""  # it stays with the tab, and does nothing in other tests


@pytest.fixture
def server(plain_server):
    """Whose files tell by their names what they are."""
    return plain_server


@pytest.fixture
def older(tab):
    """A page of another build than the server's, until it is loaded again."""
    tab.page.add_init_script(OLDER)
    tab.open()
    tab.page.evaluate("sessionStorage.isOlder = true")
    tab.open()
    tab.page.evaluate("sessionStorage.removeItem('isOlder')")
    return tab


def asked(tab):
    """From now on, what the page asks for."""
    names = []
    tab.page.on("request", lambda request: names.append(request.url))
    return names


def test_the_first_screen_does_without(tab):
    names = asked(tab)
    tab.open()
    assert [name for name in names if LATER.search(name)] == []


def test_a_tab_is_loaded_once(playground):
    names = asked(playground)
    for _ in range(3):
        playground.page.get_by_role("tab", name="Measures").click()
    expect(playground.page.get_by_role("tabpanel", name="Measures")).to_contain_text("Test")
    assert len([name for name in names if name.endswith("/learning/measures.js")]) == 1


def test_a_tab_that_could_not_be_had_is_tried_again(playground):
    playground.expect_complaints("ERR_FAILED|Failed to fetch")
    playground.page.route(MEASURES, lambda route: route.abort())
    playground.page.get_by_role("tab", name="Measures").click()
    panel = playground.page.get_by_role("tabpanel", name="Measures")
    expect(panel).to_contain_text("could not be loaded")
    playground.page.unroute(MEASURES)
    playground.button("Try again").click()
    expect(panel).to_contain_text("Test")


def test_an_older_page_says_so_and_its_network_goes_on(older):
    expect(older.banner).to_contain_text("There is a new version of this page")
    older.step()
    older.button("Reload the page").click()
    expect(older.banner).to_be_empty()


def test_a_page_whose_server_is_started_anew_with_a_newer_page_says_so_and_takes_nothing_from_it(visit):
    with ServerProcess() as server:
        tab = visit(server.address).open("?hidden=3")
        tab.expect_complaints(GONE)
        server.end(signal.SIGTERM)
        expect(tab.banner).to_contain_text("Connection lost")
        server.start(NEWER)
        expect(tab.banner).to_contain_text("There is a new version of this page", timeout=60_000)
        names = asked(tab)
        tab.page.get_by_role("tab", name="Measures").click()
        expect(tab.page.get_by_role("tabpanel", name="Measures")).to_contain_text("new version of this page: reload it")
        assert not [name for name in names if "/static/" in name]
        tab.until(lambda: "tab=measures" in tab.query, "the tab in the address")
        tab.button("Reload the page").click()
        expect(tab.banner).to_be_empty()
        expect(tab.page.get_by_role("tabpanel", name="Measures")).to_contain_text("Test")
        assert tab.settings["hidden"][0]["units"] == 3


def test_pictures_are_offered_at_the_first_press(playground):
    expect(playground.share().locator(".pictures-list li").first).to_be_visible()
