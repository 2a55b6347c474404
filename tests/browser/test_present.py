"""Presenting: everything legible from the last row, nothing that changes the run out of reach, in and out of it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.legible import too_small, watch

SIZES = [(1366, 768), (1024, 768), (1920, 1080)]


@pytest.fixture
def room(visit, server):
    """The page as it is presented, on a screen of the given size."""

    def room(query="", size=(1366, 768)):
        tab = visit(server.address, viewport={"width": size[0], "height": size[1]})
        watch(tab.page)
        return tab.open(f"?present=1{query}")

    return room


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
def test_the_last_row_reads_the_page(room, size):
    tab = room("&pin=learning_rate,noise,dataset,features,showTest", size)
    tab.step("epoch")
    assert too_small(tab.page) == []


def test_what_is_pinned_stands_in_the_strip_and_goes_home(playground):
    strip = playground.page.get_by_role("region", name="Pinned controls")
    playground.button("Noise: help").click()
    playground.button("Pin for presenting").click()
    playground.page.keyboard.press("Escape")
    playground.button("Presentation mode").click()
    expect(strip.get_by_role("slider")).to_have_count(2)
    strip.get_by_role("slider", name="Noise", exact=True).press("ArrowRight")
    expect(playground.page).to_have_url(re.compile(r"[?&]noise=0.05&.*pin=learning_rate,noise"))
    playground.button("Presentation mode").click()
    expect(strip).to_be_hidden()
    expect(
        playground.page.get_by_role("region", name="Data").get_by_role("slider", name="Noise", exact=True)
    ).to_be_visible()
    playground.open()
    expect(playground.page).to_have_url(re.compile("pin=learning_rate,noise"))  # as this browser remembers
