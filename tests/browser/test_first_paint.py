"""Nothing moves while the page loads: what comes later finds its room, whatever the address asks for."""

import pytest
from playwright.sync_api import expect

from tests.browser.playground import READY_WITHIN

SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 1.6e6 / 8}
MOST = 0.05  # the cumulative layout shift that counts as good is twice as much
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 100);
})"""
SIZES = [(390, 844), (360, 640), (320, 568), (844, 390), (768, 1024), (820, 1180), (1366, 768), (1920, 1080)]
ADDRESSES = {
    "a lesson": "/?lesson=neuron",
    "regression": "/?dataset=plane",
    "digits": "/?dataset=digits&hidden=8,4&batch_size=30",
    "presenting": "/?present=1",
    "an open drawer": "/?tab=graph",
    "a large drawer": "/?tab=losses&full=1",
    "an optimizer with coefficients": "/?optimizer=adam",
    "a link of an earlier version": "/?dataset=xor&v=1",
}
SHOWN = """() => {
  const visible = (part) => getComputedStyle(part).visibility === "visible";
  return Array.from(document.querySelectorAll("body *")).filter(visible).length;
}"""
TYPICAL = [(390, 844), (820, 1180), (1366, 768)]


def shift(tab, query=""):
    tab.go(query)
    expect(tab.page.locator(".net-wait")).to_be_hidden(timeout=READY_WITHIN)  # presenting has no buttons to wait for
    tab.page.wait_for_load_state("networkidle", timeout=60_000)
    return tab.page.evaluate(SHIFT)


def sized(visit, server, size, theme="light"):
    width, height = size
    touch = width < 900
    viewport = {"width": width, "height": height}
    return visit(server.address, viewport=viewport, has_touch=touch, color_scheme=theme)


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
def test_nothing_moves_at_any_size(visit, server, size):
    assert shift(sized(visit, server, size)) < MOST


@pytest.mark.parametrize("size", TYPICAL, ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("query", ADDRESSES.values(), ids=ADDRESSES)
def test_nothing_moves_for_what_an_address_asks(visit, server, size, query):
    assert shift(sized(visit, server, size), query) < MOST


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(390, 844), (1366, 768)], ids="{0[0]}x{0[1]}".format)
def test_nothing_moves_on_a_slow_line(visit, server, size, theme):
    tab = sized(visit, server, size, theme)
    line = tab.page.context.new_cdp_session(tab.page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW)
    assert shift(tab) < MOST


def test_nothing_moves_when_a_network_is_found_again(visit, server):
    tab = sized(visit, server, (390, 844))
    tab.open("/?tab=graph")
    tab.step()
    tab.reload()
    assert tab.page.evaluate(SHIFT) < MOST


@pytest.mark.parametrize("size", [(390, 844), (1366, 768)], ids="{0[0]}x{0[1]}".format)
def test_nothing_moves_in_the_lab_book_that_a_link_leads_to(visit, server, size):
    tab = sized(visit, server, size)
    tab.open().step("epoch")  # a row
    tab.go("/labbook")
    expect(tab.page.locator("#place-labbook tbody tr").first).to_be_visible()
    tab.page.wait_for_load_state("networkidle", timeout=60_000)
    assert tab.page.evaluate(SHIFT) < MOST


def test_nothing_shows_while_the_document_has_not_come_whole(visit, server):
    page = visit(server.address, viewport={"width": 390, "height": 844}, has_touch=True).open().page
    assert page.evaluate(SHOWN) > 100
    page.evaluate("document.querySelector('body > .timeline').remove()")  # it comes last
    assert page.evaluate(SHOWN) == 0
