"""The tabs of one test file: each is used by one test after the other, which opens the page twice as fast as a new one.

A tab that is handed out remembers nothing of the tests before: no storage, cookie or route, and no pointer over
anything. Where that cannot be had, as after a failure, its browser context is closed and another one opened.
"""

from contextlib import suppress
from urllib.parse import urljoin

from playwright.sync_api import Error

from tests.browser.playground import LARGE, Playground

USUAL = {"viewport": LARGE, "color_scheme": "light", "reduced_motion": "no-preference"}
BEEN_HERE = """localStorage.getItem("glassbox-first-steps")
  ?? localStorage.setItem("glassbox-first-steps", JSON.stringify({ open: false, taken: [] }))"""
QUIET = "/static/icon.svg"  # without a script: here a tab waits, in the process that has compiled the page's scripts


class Tabs:
    """Browser contexts with a tab each, by the server and the options that were asked for."""

    def __init__(self, browser):
        self._browser = browser
        self._free = []

    def take(self, address, first_visit=False, **options):
        """A tab that has not been opened yet, of somebody who has been here before, if nothing else is said."""
        wanted = (urljoin(address, "/"), USUAL | options, first_visit)
        page = next((page for kept, page in self._free if kept == wanted), None)
        if page is None:
            context = self._browser.new_context(**wanted[1])
            context.grant_permissions(["clipboard-read", "clipboard-write"])
            if not first_visit:
                context.add_init_script(BEEN_HERE)
            page = context.new_page()
        else:
            self._free.remove((wanted, page))
        return Tab(page, address, wanted)

    def give_back(self, tab, is_sound=True):
        """Keep it for the next test, if it can be made like new."""
        with suppress(Error):
            if is_sound and tab.is_cleaned():
                self._free.append((tab.wanted, tab.page))
                return
        tab.page.context.close()

    def close(self):
        """Close those that are free."""
        for _, page in self._free:
            page.context.close()


class Tab(Playground):
    """A tab that knows what was asked for."""

    def __init__(self, page, address, wanted):
        super().__init__(page, address)
        self.wanted = wanted
        self._blocks_sockets = False

    def block_sockets(self, pattern):
        """Let no WebSocket through whose address the pattern finds, as some networks of schools do.

        Playwright cannot take that back, so no other test is given this tab.
        """
        self._blocks_sockets = True
        self.page.route_web_socket(pattern, lambda socket: socket.close())

    def is_cleaned(self):
        """Whether it is like new now.

        Raises:
            Error: Playwright's, where its page or server is gone.
        """
        page, (origin, options, _) = self.page, self.wanted
        if self._blocks_sockets or not page.url.startswith(origin):
            return False
        self.look_away()
        for other in page.context.pages:
            if other is not page:
                other.close()
        page.unroute_all()
        page.goto(urljoin(origin, QUIET))
        page.evaluate("localStorage.clear(), sessionStorage.clear()")
        page.context.clear_cookies()
        page.set_viewport_size(options["viewport"])
        page.emulate_media(color_scheme=options["color_scheme"], reduced_motion=options["reduced_motion"])
        page.mouse.move(-1, -1)
        return True
