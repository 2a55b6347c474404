"""The open page, for tests: what a person does with it and sees on it, in the words that the page itself uses."""

import re
import time
from contextlib import suppress

from playwright.sync_api import expect

from glassbox.engine.scheme import SCHEME
from tests.frames import biases, read_frame, weights
from tests.sentences import read

PATIENCE = 45.0  # seconds until a condition that never comes fails the test; a busy machine may need many of them
READY_WITHIN = 540_000  # milliseconds; the kernels may have to be compiled
GLANCE = 15  # milliseconds between two looks at it
LARGE = {"width": 1366, "height": 768}
TABLET = {"width": 1024, "height": 768}
PHONE = {"width": 390, "height": 844}
SIZES = {"projector": LARGE, "tablet": TABLET, "phone": PHONE}
FAULTS = ("error", "warning")
RECORD = """part => {
  const texts = [];
  const observer = new MutationObserver(() => texts.push(part.textContent));
  observer.observe(part, { childList: true, characterData: true, subtree: true });
  return texts;
}"""


class Playground:
    """One tab.

    Attributes:
        page: Playwright's. frame: the newest frame it got. messages: all messages it got, the newest last.
        waits: seconds from each change to the first frame that carried it.
    """

    def __init__(self, page, address):
        self.page = page
        self.address = address
        self.frame = None
        self.messages = []
        self.waits = []
        self._complaints = []
        self._expected = None
        self._heed = None  # what is called with each frame that comes
        page.set_default_timeout(PATIENCE * 1000)
        self._listeners = {
            "websocket": self._listen,
            "pageerror": lambda error: self._complaints.append(f"page error: {error}"),
            "console": self._read_console,
        }
        for event, listener in self._listeners.items():
            page.on(event, listener)

    def look_away(self):
        """From now on, what happens in the tab is no concern of this one."""
        for event, listener in self._listeners.items():
            self.page.remove_listener(event, listener)

    def _listen(self, socket):
        """To the network's; a room of the class has a socket of its own."""
        if socket.url.endswith("/ws"):
            socket.on("framereceived", self._receive)

    def _receive(self, message):
        if isinstance(message, bytes):
            self.frame = read_frame(message)
            if self._heed:
                self._heed(self.frame)
        else:
            self.messages.append(read(message))

    def _read_console(self, message):
        if message.type in FAULTS:
            self._complaints.append(f"console {message.type}: {message.text} {message.location.get('url', '')}".strip())

    def expect_complaints(self, pattern):
        """The browser itself complains of what this test does, in such words."""
        self._expected = re.compile(pattern)

    def complaints(self):
        """What went wrong in the page, as its console tells."""
        return [line for line in self._complaints if not (self._expected and self._expected.search(line))]

    # ---- opening

    def open(self, query=""):
        """Open the page by a link of today, and wait until its network is there and can be trained."""
        self.go(query)
        return self.wait_until_ready()

    def go(self, query=""):
        """Follow a link of today: one that carries no number is of an earlier version, which a note says."""
        says_nothing = "?" in query and "v=" not in query
        self.page.goto(self.address + query + (f"&v={SCHEME}" if says_nothing else ""))

    def reload(self):
        """Load the page again, as the address bar has it now."""
        self.frame = None
        self.page.reload()
        return self.wait_until_ready()

    def wait_until_ready(self):
        """Until its network can be trained, and is drawn with all units that the page has room for."""
        expect(self.button("Step one batch")).to_be_enabled(timeout=READY_WITHIN)
        expect(self.reading("train")).not_to_have_text("–")
        self.until(
            lambda: (
                self.frame and self._shown_units() == [count for _, count in self.frame.windows]
                if self.page.get_by_role("region", name="Network", exact=True).is_visible()
                else self.frame
            ),
            "all units",
        )
        return self

    def _shown_units(self):
        """How many units of each layer are on the page."""
        columns = self.region("Network").get_by_role("group").get_by_role("group")
        return columns.evaluate_all("columns => columns.map((column) => column.children.length)")

    def until(self, condition, what="the condition"):
        """Wait until the condition holds, and return what it gave."""
        deadline = time.monotonic() + PATIENCE
        while not (value := condition()):
            assert time.monotonic() < deadline, f"waited in vain for {what}"
            self.page.wait_for_timeout(GLANCE)
        return value

    def settles(self, read, wanted):
        """Wait until this is what it reads; else the test fails with what it reads in the end."""
        seen = []
        with suppress(AssertionError):
            self.until(lambda: seen.append(read()) or seen[-1] == wanted)
        assert seen[-1] == wanted, f"it reads {seen[-1]!r}, and not {wanted!r}"

    def first(self, condition, what, act=lambda: None):
        """Do it; the first frame from then on for which the condition holds: between two looks there may be many."""
        found = []
        self._heed = lambda frame: condition(frame) and found.append(frame)
        try:
            act()
            self.until(lambda: found, what)
        finally:
            self._heed = None
        return found[0]

    # ---- parts of the page

    def button(self, name):
        return self.page.get_by_role("button", name=name, exact=True)

    def more(self, menu=None, option=None):
        """Open the panel of rarer methods, after choosing from a menu outside of it."""
        if menu:
            self.menu(menu).select_option(option)
        self.dialog("More methods", re.compile("^More methods"))
        return self

    def less(self):
        """Close it, if it is open."""
        close = self.button("Close more methods")
        if close.is_visible():
            close.click()
        return self

    def dialog(self, name, opener):
        """A panel that a button opens, once it is open: its code may be loaded when it is first pressed."""
        dialog = self.page.get_by_role("dialog", name=name)
        if not dialog.is_visible():
            self.page.get_by_role("button", name=opener, exact=True).click()
        expect(dialog).to_be_visible()
        return dialog

    def share(self):
        """The open panel of links, files and pictures."""
        return self.dialog("Share and take home", "Share")

    def field(self, name):
        """A typed number."""
        return self.page.get_by_role("textbox", name=name, exact=True)

    def slider(self, name):
        return self.page.get_by_role("slider", name=name, exact=True)

    def menu(self, name):
        return self.page.get_by_role("combobox", name=name, exact=True)

    def box(self, name):
        return self.page.get_by_role("checkbox", name=name, exact=True)

    def dataset(self, name):
        return self.page.get_by_role("radio", name=re.compile(f"^{name}"))

    def sheet(self, name):
        """Bring one of a narrow screen's sheets to the front."""
        self.page.get_by_role("navigation", name="Sheets").get_by_role("button", name=name).click()
        return self

    def region(self, name):
        return self.page.get_by_role("region", name=name)

    def reading(self, name):
        """A number of the read-out, or its name; its help has the name as a title, too."""
        return self.page.locator(f"[data-reading={name}]:not(.help-title)")

    @property
    def map(self):
        """The large picture of the output."""
        return self.region("Output").get_by_role("img")

    @property
    def refusal(self):
        """The sentence that says why a wish was not obeyed."""
        return self.page.get_by_role("alert").filter(visible=True)

    @property
    def notes(self):
        return self.page.locator("#notes")

    @property
    def banner(self):
        return self.page.locator("#banner")

    # ---- training

    def play(self):
        self.first(lambda frame: frame.playing, "a frame that plays", self.button("Play").click)

    def pause(self):
        """Pause, and wait for the frame at which it stands still."""
        self.button("Pause").click()
        return self.stand_still()

    def stand_still(self):
        """The frame at which it rests, once it is drawn."""
        step = self.reading("step")
        self.until(
            lambda: not self.frame.playing and step.text_content() == f"{self.frame.step:,}", "a frame that rests"
        )
        return self.frame

    def step(self, unit="batch"):
        """Train one mini-batch, or to the end of the epoch."""
        before = self.frame
        self.button(f"Step one {unit}").click()
        if unit == "epoch":  # there may be pictures on the way
            self.until(lambda: self.frame.epoch > before.epoch, "the end of the epoch")
        else:
            self.until(lambda: self.frame.step > before.step, "a step")
        return self.stand_still()

    def reset(self):
        """Begin anew; the first frame of the new run."""
        before = self.frame.run
        return self.first(lambda frame: frame.run > before, "a new run", self.button("Reset").click)

    def wait_for_steps(self, more=1):
        """Until so many further steps were trained."""
        before = self.frame.step
        self.until(lambda: self.frame.step >= before + more, f"{more} steps")

    # ---- changing

    def type(self, name, text):
        """Type a number, and press Enter."""
        field = self.field(name)
        field.fill(text)
        field.press("Enter")

    def change(self, act):
        """Do it, and wait for the first frame that carries it; returns the frames before and after."""
        before, began = self.frame, time.monotonic()
        after = self.first(lambda frame: frame.revision > before.revision, "a frame with the change", act)
        self.waits.append(time.monotonic() - began)
        return before, after

    def carries(self, name, value):
        """Wait for a frame that carries this setting: the server tells of it before it sends one."""

        def is_carried():
            told = [message for message in self.messages if "settings" in message][-1]
            return told["settings"][name] == value and self.frame.revision >= told.get("revision", 0)

        self.until(is_carried, f"a frame with {name} {value!r}")

    @property
    def settings(self):
        """All settings, as the server told them last."""
        told = [message["settings"] for message in self.messages if "settings" in message]
        return told[-1]

    @property
    def query(self):
        """The address bar's, from the question mark on."""
        return self.page.evaluate("location.search")

    # ---- the network's numbers, as sent

    def weight(self, layer, unit, source):
        return float(weights(self.frame)[layer - 1][unit, source])

    def bias(self, layer, unit):
        return float(biases(self.frame)[layer - 1][unit])

    # ---- looking

    def picture(self, part):
        """The pixels of a part of the page, as a person sees them."""
        return part.screenshot()

    def still(self, part):
        """The same, once nothing changes there any more."""
        return self._rested(part.screenshot)

    def place(self, part):
        """Where it is, once it stays there: x, y, width and height."""
        return self._rested(part.bounding_box)

    def _rested(self, look):
        """What one look shows as the look before it did."""
        seen = [look()]
        self.until(lambda: seen.append(look()) or seen[-1] == seen[-2], "what stays as it is")
        return seen[-1]

    def is_too_wide(self):
        """Whether one has to scroll sideways, even once all parts have followed the width."""
        with suppress(AssertionError):
            self.until(lambda: self.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            return False
        return True

    def record(self, part):
        """From now on, all that is written there; call what this returns to get it, in order."""
        texts = part.evaluate_handle(RECORD)
        return texts.json_value
