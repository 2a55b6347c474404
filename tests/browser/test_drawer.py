"""The drawer: tabs by pointer and keyboard, the address that opens one, full screen, and the tab on weights."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.playground import LARGE


def test_a_tab_opens_closes_and_is_in_the_address(playground):
    tab = playground.open().page.get_by_role("tab", name="Weights")
    tab.click()
    panel = playground.page.get_by_role("tabpanel", name="Weights")
    expect(panel).to_contain_text("No penalty is at work")
    expect(playground.page).to_have_url(re.compile("tab=penalty"))
    tab.click()
    expect(panel).to_be_hidden()
    playground.open("?tab=penalty&full=1")
    expect(panel).to_be_visible()
    expect(playground.button("Smaller")).to_be_visible()
    playground.button("Close the drawer").click()
    expect(panel).to_be_hidden()
    assert not playground.complaints()


def test_the_keyboard_reaches_tabs_and_their_contents(playground):
    tab = playground.open().page.get_by_role("tab", name="Weights")
    tab.focus()
    playground.page.keyboard.press("Enter")
    expect(tab).to_have_attribute("aria-selected", "true")
    playground.page.keyboard.press("ArrowRight")
    expect(playground.page.locator("[role=tab][aria-selected=true]")).to_be_focused()


def test_the_weights_follow_the_run_and_the_ball_its_penalty(playground):
    playground.open("?tab=penalty&penalty=l1&penalty_rate=0.03&learning_rate=0.1")
    panel = playground.page.get_by_role("tabpanel", name="Weights")
    expect(panel).to_contain_text("corners on the axes")
    norms = panel.locator(".histogram > p").last
    first = norms.inner_text()
    playground.button("Play").click()
    expect(norms).not_to_have_text(first)
    expect(panel).to_contain_text(re.compile(r"exactly zero: [1-9]"))
    playground.menu("Regularization").select_option("l2")
    expect(panel).to_contain_text("the shape is a circle")
    assert not playground.complaints()


@pytest.mark.parametrize(
    "query", ["?tab=measures", "?tab=measures&full=1", "?tab=measures&present=1", "?tab=measures&present=1&full=1"]
)
def test_all_tabs_are_in_sight_on_a_projector(playground, query):
    page = playground.page
    page.set_viewport_size(LARGE)
    page.goto(playground.address + query)  # what waits for buttons would wait in vain: presenting hides some
    tabs = page.get_by_role("tab")
    expect(tabs).to_have_count(11)
    expect(page.get_by_role("button", name="Close the drawer")).to_be_in_viewport(ratio=1)
    for tab in tabs.all():
        expect(tab).to_be_in_viewport(ratio=1)
