"""The teacher's tab: opens a room, leads it from the desk, ends it."""

import json
import re

from playwright.sync_api import expect

LEAD = "localStorage.getItem('glassbox-lead')"


class Desk:
    """A tab that leads a room.

    Attributes: `tab`: with the playground. `code`: of the room, once one is open.
    """

    def __init__(self, tab):
        self.tab = tab
        self.page = tab.page
        self.code = None

    # ---- the place

    def go_to_class(self):
        """By the address of the place."""
        self.tab.go("/class")
        expect(self.page.get_by_role("heading", name="Class", level=1)).to_be_visible()
        return self

    def open_room(self):
        """In one press."""
        self.go_to_class()
        self.page.get_by_role("button", name="Open a room").click()
        return self.is_open()

    def is_open(self):
        """Until the place shows a room."""
        signs = self.page.get_by_label(re.compile("^Code . . . .$"))
        expect(signs).to_be_visible()
        self.code = signs.inner_text().lower()
        return self

    def to_desk(self):
        """From the place to the playground, where the desk is."""
        self.page.get_by_role("link", name="To the desk").click()
        expect(self.panel).to_be_visible()
        return self

    def go_to_wall(self):
        """By the desk's way to the place, which does not load the page anew."""
        self.page.get_by_role("link", name="Room", exact=True).click()
        return self.is_open()

    def end(self):
        """Asked once."""
        self.page.get_by_role("button", name="End the room").filter(visible=True).click()
        self.page.get_by_role("button", name="Yes, end it").filter(visible=True).click()

    # ---- the desk

    @property
    def panel(self):
        """The panel beside the playground."""
        return self.page.get_by_role("group", name="Desk")

    def pace(self, name):
        """The button of one of the four."""
        return self.panel.get_by_role("group", name="What students see").get_by_role("button", name=name)

    def switch(self, name):
        """To one that is switched with one press."""
        self.pace(name).click()
        self.has_pace(name)

    def has_pace(self, name):
        """Until the room has it."""
        expect(self.pace(name)).to_have_attribute("aria-pressed", "true")

    def eyes_up(self, sentence):
        """With a sentence of one's own."""
        self.pace("Eyes up").click()
        self.panel.get_by_label("Your sentence").fill(sentence)
        self.panel.get_by_role("button", name="Switch to “Eyes up”").click()
        self.has_pace("Eyes up")

    def steps(self, lesson, first, last):
        """Some steps of a lesson, by its title."""
        self.pace("Lesson steps").click()
        self.panel.get_by_label("Lesson").select_option(label=lesson)
        self.panel.get_by_label("From step").select_option(str(first))
        self.panel.get_by_label("To step").select_option(str(last))
        self.panel.get_by_role("button", name="Switch to “Lesson steps”").click()
        self.has_pace("Lesson steps")

    # ---- ask first

    def ask(self, text, *options):
        """A question of one's own, with answers to choose from."""
        self.panel.get_by_label("The question").fill(text)
        for at, option in enumerate(options, 1):
            self.panel.get_by_label(f"Answer {at}").fill(option)
        self._send()

    def _send(self):
        self.press("Ask it")
        expect(self.panel.get_by_role("button", name="Lock the answers")).to_be_visible()

    def ask_for(self, kind, text, measure):
        """One whose truth is the run's own: "A number" or "A drawn curve"."""
        self.panel.get_by_role("radio", name=kind).check()
        self.panel.get_by_label("The question").fill(text)
        self.panel.get_by_label("The truth will be" if kind == "A number" else "Of what").select_option(measure)
        self._send()

    def press(self, name):
        """A button of the desk."""
        self.panel.get_by_role("button", name=name, exact=True).click()

    def says(self, text):
        """Until it is to be read at the desk."""
        expect(self.panel.get_by_text(text).first).to_be_visible()

    def show(self, stage):
        """On the projector."""
        self.panel.get_by_role("radio", name=stage, exact=True).check()

    def unfold(self, name):
        """One of the parts that are closed at first."""
        part = self.panel.locator("details", has=self.page.get_by_text(name, exact=True))
        if part.get_attribute("open") is None:
            part.locator("summary").click()
        return part

    @property
    def projector_link(self):
        """The address that the desk opens for the projector."""
        return self.panel.get_by_role("link", name="Open the projector").get_attribute("href")

    def keys(self):
        """What the browser keeps of the room it leads; None: nothing."""
        return json.loads(self.page.evaluate(LEAD) or "null")
