"""The drawer: tabs by pointer and keyboard, in groups, the address that opens one, its large form, and the tab on
weights.
"""

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
    expect(playground.button("Make the drawer small again")).to_be_visible()
    playground.button("Close the drawer").click()
    expect(panel).to_be_hidden()
    assert not playground.complaints()


GROUPS = {
    "Look inside": ["Neuron", "Graph", "Activations", "Losses"],
    "How it learns": ["Descent", "Weights", "Diagnostics", "Measures"],
    "Side by side": ["Compare"],  # first of all
}


def test_tabs_stand_in_named_groups(playground):
    for name, titles in GROUPS.items():
        tabs = playground.page.get_by_role("tablist", name=name).get_by_role("tab")
        assert tabs.all_inner_texts()[: len(titles)] == titles
        expect(playground.page.locator("#drawer").get_by_text(name, exact=True)).to_be_visible()


def test_arrow_keys_walk_over_all_groups(playground):
    tab = playground.open().page.get_by_role("tab", name="Weights")
    tab.focus()
    playground.page.keyboard.press("Enter")
    expect(tab).to_have_attribute("aria-selected", "true")
    tabs, walked = playground.page.get_by_role("tab").all_inner_texts(), []
    playground.page.keyboard.press("Home")
    for _ in tabs:
        expect(playground.page.locator("[role=tab][aria-selected=true]")).to_be_focused()
        walked.append(playground.page.locator(":focus").inner_text())
        playground.page.keyboard.press("ArrowRight")
    assert walked == tabs
    expect(playground.page.get_by_role("tab", name="Neuron")).to_be_focused()
    playground.page.keyboard.press("End")
    expect(playground.page.get_by_role("tab").last).to_be_focused()


def test_a_tab_that_has_nothing_to_show_is_not_there(playground):
    inputs, panel = playground.page.get_by_role("tab", name="Inputs"), playground.page.locator("#panel-inputs")
    expect(inputs).to_be_hidden()
    playground.open("?dataset=digits&tab=inputs")
    expect(panel).to_be_visible()
    playground.dataset("circle").check()
    expect(playground.notes).to_contain_text("The tab Inputs has gone: these data have two inputs")
    expect(inputs).to_be_hidden()
    expect(playground.page.get_by_role("tab", name="Neuron")).to_have_attribute("aria-selected", "true")
    playground.dataset("handwritten digits").check()
    expect(inputs).to_be_visible()


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


# Tabs of which something is outside of their bar, or below another part of it.
HIDDEN = """() => [...document.querySelectorAll("[data-tab]:not([hidden])")].filter((tab) => {
  const box = tab.getBoundingClientRect(), bar = tab.closest(".drawer-tabs").getBoundingClientRect();
  const isIn = box.left >= bar.left && box.right <= bar.right + 1 && box.top >= bar.top && box.bottom <= bar.bottom + 1;
  const corners = [[box.left + 2, box.top + 2], [box.right - 2, box.bottom - 2]];
  return !isIn || corners.some(([x, y]) => document.elementFromPoint(x, y) !== tab);
}).map((tab) => tab.textContent)"""


@pytest.mark.parametrize(
    "query", ["?tab=measures", "?tab=measures&full=1", "?tab=measures&present=1", "?tab=measures&present=1&full=1"]
)
def test_all_tabs_are_in_sight_on_a_projector(playground, query):
    page = playground.page
    page.set_viewport_size(LARGE)
    page.goto(
        playground.address + query + "&dataset=digits"
    )  # what waits for buttons would wait in vain: presenting hides some
    tabs = page.get_by_role("tab")
    expect(page.get_by_role("tab", name="Inputs")).to_be_visible()  # with it, all are there
    expect(page.get_by_role("button", name="Close the drawer")).to_be_in_viewport(ratio=1)
    for tab in tabs.all():
        expect(tab).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [1280, 1366])
def test_beside_a_lesson_all_tabs_and_the_maps_heading_are_whole(playground, width):
    page = playground.page
    page.set_viewport_size({"width": width, "height": 768})
    playground.open("?lesson=losses-5&tab=measures&dataset=digits&hidden=8")
    expect(page.get_by_role("region", name=re.compile("^Lesson: "))).to_be_visible()
    expect(page.get_by_role("tab", name="Inputs")).to_be_visible()
    playground.settles(lambda: page.evaluate(HIDDEN), [])
    playground.settles(lambda: page.locator(".out-title").evaluate("h => h.scrollWidth - h.clientWidth"), 0)
    for button in ("Enlarge the drawer", "Close the drawer"):
        expect(playground.button(button)).to_be_in_viewport(ratio=1)
    playground.play()  # the clock beside the tabs runs
    playground.settles(lambda: page.evaluate(HIDDEN), [])
