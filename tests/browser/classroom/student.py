"""A student's device in a room, in the words that the page itself uses."""

import re

from playwright.sync_api import expect


class Student:
    """One tab of the playground that is led into a room."""

    def __init__(self, tab, code):
        self.tab = tab
        self.page = tab.page
        self.code = code

    def come(self):
        """Up to the door."""
        self.page.goto(f"{self.tab.address}/{self.code}", wait_until="commit")  # the door is what is waited for
        expect(self.door("Join the class")).to_be_visible()
        return self

    def join(self):
        """Up to the name that was drawn; the name."""
        self.come()
        self.button("Join").click()
        expect(self.door("You are")).to_be_visible()
        return self.name

    def enter(self):
        """Into the room, with the name that was drawn."""
        name = self.join()
        self.button("Go in").click()
        expect(self.bar).to_be_visible()
        expect(self.page.get_by_role("dialog")).to_have_count(0)
        return name

    @property
    def name(self):
        """In the door."""
        return self.page.locator(".class-name").text_content()

    def door(self, title):
        return self.page.get_by_role("dialog", name=title)

    def button(self, name):
        return self.page.get_by_role("button", name=name, exact=True)

    @property
    def bar(self):
        return self.page.get_by_role("region", name="Class", exact=True)

    def says(self, text):
        """Wait until the bar does."""
        expect(self.bar.get_by_role("status").first).to_have_text(re.compile(re.escape(text)))

    def seat(self, name):
        """The open panel of one's seat."""
        self.button(f"{name}: your seat").click()
        panel = self.page.get_by_role("dialog", name="Your seat")
        expect(panel).to_be_visible()
        return panel

    @property
    def question(self):
        return self.page.get_by_role("region", name="Question").filter(visible=True)
