"""The projector's tab: a document of its own, in a browser that knows nothing of the desk's."""

from playwright.sync_api import expect


class Projector:
    """A tab with the projector of a desk's room."""

    def __init__(self, tab, desk):
        self.tab = tab
        self.page = tab.page
        tab.go(f"/{desk.projector_link}")

    def says(self, text):
        """Until it is to be read there."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def has_picture(self, name):
        """Until a picture of that name is there."""
        expect(self.page.get_by_role("img", name=name).first).to_be_visible()

    def has_no_picture(self, name):
        """And there is none."""
        expect(self.page.get_by_role("img", name=name)).to_have_count(0)

    def number(self, name):
        """Of the shown network, as it is to be read now."""
        row = self.page.locator(".projector-numbers div", has=self.page.get_by_text(name, exact=True))
        return row.locator("dd").inner_text()

    def says_not(self, text):
        """Until it is there no longer."""
        expect(self.page.get_by_text(text)).to_have_count(0)
