"""Visits of the page in a real browser, over lines of several speeds. Used by `front_door.py`.

A visit ends with the first live picture: a canvas of the network that is no longer empty. What the browser has kept
from the visit before is not counted as asked for.
"""

from contextlib import contextmanager
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from tests.browser.chromium import launch

PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1366, "height": 768}
WARM_UP = 240_000  # milliseconds: the very first start compiles
PATIENCE = 60_000  # milliseconds for a picture
SETTLED = 1500  # milliseconds after it, in which nothing should move any more
DRAWN = """() => [...document.querySelectorAll("#network canvas, #output canvas")].some((canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value, place) => place % 4 !== 3 && value > 0);
})"""
SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) sum += shift.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 100);
})"""


class Line(NamedTuple):
    """A network that Chromium emulates; None of delay and speed is this machine's own."""

    name: str
    delay: int | None = None  # milliseconds
    speed: float | None = None  # bits a second


LINES = (
    Line("this machine"),
    Line("Wi-Fi, 20 ms, 20 Mbit/s", 20, 20e6),
    Line("slow line, 150 ms, 1.6 Mbit/s", 150, 1.6e6),
)


class Visit(NamedTuple):
    """Requests and bytes over the wire, and seconds, up to the first picture; how far the layout shifted meanwhile."""

    requests: int
    size: int
    seconds: float
    shift: float


@contextmanager
def browser():
    """Chromium without a window."""
    with sync_playwright() as playwright:
        running = launch(playwright)
        yield running
        running.close()


def warm_up(chromium, url):
    """Wait until the server's kernels are compiled."""
    page = chromium.new_page()
    page.goto(url)
    page.wait_for_function(DRAWN, timeout=WARM_UP)
    page.close()


def visit_twice(chromium, url, line, theme, viewport):
    """A first visit, and a second one with what the browser has kept."""
    context = chromium.new_context(viewport=viewport, color_scheme=theme)
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    if line.delay is not None:
        rate = line.speed / 8
        limits = {"latency": line.delay, "downloadThroughput": rate, "uploadThroughput": rate}
        network.send("Network.emulateNetworkConditions", {"offline": False, **limits})
    traffic = _Traffic(network)
    visits = []
    for _ in range(2):
        traffic.begin()
        page.goto(url, wait_until="commit")
        page.wait_for_function(DRAWN, timeout=PATIENCE)
        seconds, requests, size = page.evaluate("performance.now() / 1000"), len(traffic.asked), traffic.size
        page.wait_for_timeout(SETTLED)
        visits.append(Visit(requests, size, seconds, page.evaluate(SHIFTS)))
        page.goto("about:blank")
    context.close()
    return visits


class _Traffic:
    """What goes over the wire, by DevTools' events."""

    def __init__(self, network):
        self.begin()
        network.on("Network.requestWillBeSent", self._ask)
        network.on("Network.requestServedFromCache", lambda event: self.asked.discard(event["requestId"]))
        network.on("Network.responseReceived", self._hear)
        network.on("Network.loadingFinished", self._take)
        network.on("Network.webSocketFrameReceived", self._take_message)

    def begin(self):
        self.asked, self.size = set(), 0

    def _ask(self, event):
        if event["request"]["url"].startswith("http"):
            self.asked.add(event["requestId"])

    def _hear(self, event):
        if event["response"].get("fromDiskCache"):
            self.asked.discard(event["requestId"])

    def _take(self, event):
        self.size += event["encodedDataLength"]

    def _take_message(self, event):
        """Bytes come in base64, texts as they are."""
        message = event["response"]
        self.size += len(message["payloadData"]) * 3 // 4 if message["opcode"] == 2 else len(message["payloadData"])
