"""The page plays in both its forms: as plain modules from a checkout, and packed into few files from a wheel."""

import re

import pytest
from playwright.sync_api import expect

MOST_REQUESTS = 12  # of a first visit, the socket not counted
MOST_REQUESTS_AGAIN = 3
HASHED = re.compile(r"/static/[\w-]+-[0-9A-Za-z]{8}\.\w+")


@pytest.fixture(params=["plain", "packed"])
def form(request):
    """A server of the page in this form."""
    return request.getfixturevalue("plain_server" if request.param == "plain" else "server")


def asked_for(page, is_first=False):
    """Addresses of what goes over the wire, from now on; what the browser has kept is not among them.

    At a first visit it has kept nothing.
    """
    network, paths = page.context.new_cdp_session(page), {}
    network.send("Network.enable")
    if is_first:
        network.send("Network.clearBrowserCache")
    network.on("Network.requestWillBeSent", lambda event: paths.update({event["requestId"]: event["request"]["url"]}))
    network.on("Network.requestServedFromCache", lambda event: paths.pop(event["requestId"], None))
    network.on(
        "Network.responseReceived",
        lambda event: event["response"].get("fromDiskCache") and paths.pop(event["requestId"], None),
    )
    return paths


def test_the_network_plays(form, visit):
    playground = visit(form.address).open()
    playground.play()
    playground.type("Learning rate", "0.1")
    playground.until(lambda: playground.settings["learning_rate"] == 0.1, "the change")
    playground.wait_for_steps(10)
    assert playground.pause().step > 10


def test_every_tab_opens(form, visit):
    playground = visit(form.address).open()
    names = playground.page.get_by_role("tab").all_inner_texts()
    assert len(names) >= 10
    for name in names:
        playground.page.get_by_role("tab", name=name, exact=True).click()
        panel = playground.page.get_by_role("tabpanel", name=name)
        expect(panel).not_to_be_empty()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_first_visit_asks_for_little_and_a_second_for_hardly_anything(server, visit, theme):
    playground = visit(server.address, color_scheme=theme)
    first = asked_for(playground.page, is_first=True)
    playground.open()
    assert 3 <= len(first) <= MOST_REQUESTS, list(first.values())
    again = asked_for(playground.page)
    playground.reload()
    playground.until(lambda: len(again) <= MOST_REQUESTS_AGAIN, f"few requests: {list(again.values())}")


def test_packed_files_carry_a_hash_in_their_names(server, visit):
    playground = visit(server.address)
    asked = asked_for(playground.page, is_first=True)
    playground.open("?tab=graph")
    expect(playground.page.get_by_role("tabpanel")).not_to_be_empty()
    files = [url for url in asked.values() if "/static/" in url]
    assert files and all(HASHED.search(url) for url in files), files
