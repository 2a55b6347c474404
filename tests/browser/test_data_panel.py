"""The data panel fits the projector whatever data are chosen, and offers only what these data have."""

import pytest
from playwright.sync_api import expect

from tests.browser.playground import LARGE

OVERFLOW = "panel => [panel.scrollHeight - panel.clientHeight, panel.scrollWidth - panel.clientWidth]"


def test_no_data_set_makes_it_overflow(playground):
    page = playground.page
    page.set_viewport_size(LARGE)
    playground.open()
    panel = page.locator("#data")
    for radio in panel.locator("input[name=dataset]").all():
        radio.check()
        name = radio.get_attribute("value")
        playground.until(lambda name=name: f"dataset={name}" in playground.query or name == "circle", name)
        playground.until(lambda: panel.evaluate(OVERFLOW) == [0, 0], f"a panel without overflow, for {name}")


@pytest.mark.parametrize("data, offered", [("circle", 7), ("sine", 3), ("digits", 0)])
def test_it_offers_the_features_that_there_are(playground, data, offered):
    playground.open(f"?dataset={data}")
    expect(playground.page.locator(".chip:visible")).to_have_count(offered)
