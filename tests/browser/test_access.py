"""The page is for everyone: in the dark, without motion, by screen reader, in front of a room;
and axe finds no fault.
"""

import time

import pytest
from playwright.sync_api import expect

from tests.browser.axe import in_both_themes, violations
from tests.browser.network import Network
from tests.browser.playground import SIZES

TABS = (
    "neuron", "graph", "activations", "losses", "descent", "penalty", "diagnostics", "measures", "compare", "seeds",
    "inputs",
)  # fmt: skip
MOST_OFTEN = 10  # seconds between two announcements while it trains


def test_every_part_has_a_name(playground):
    for part in ("Settings", "Data", "Network", "Output", "Loss and accuracy over the epochs", "Messages"):
        expect(playground.page.get_by_role("region", name=part, exact=True)).to_have_count(1)
    for group in ("Training", "Step", "Features", "Seeds", "Colour key"):
        expect(playground.page.get_by_role("group", name=group, exact=True)).to_have_count(1)


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(visit, server, size):
    playground = visit(server.address, viewport=SIZES[size]).open()
    playground.play()
    playground.wait_for_steps(100)
    playground.pause()
    assert in_both_themes(playground.page) == []
    assert not playground.is_too_wide()


def test_axe_finds_nothing_in_what_opens(visit, server):
    playground = visit(server.address).open("?dataset=blobs&optimizer=adam&penalty=l2&hidden=20,4&learning_rate=99")
    network = Network(playground)
    network.unit(2, 0).click()
    expect(network.panel).to_be_visible()
    assert violations(playground.page) == []
    playground.page.keyboard.press("Escape")
    expect(network.panel).to_be_hidden()
    playground.share()
    assert violations(playground.page) == []


@pytest.mark.parametrize("tab", TABS)
def test_axe_finds_nothing_in_any_tab(visit, server, tab):
    query = f"?tab={tab}&hidden=9,3" + ("&dataset=digits" if tab == "inputs" else "")
    for size, part in (("projector", "#drawer"), ("phone", None)):
        playground = visit(server.address, viewport=SIZES[size]).open(query)
        panel = playground.page.get_by_role("tabpanel")
        panel.get_by_text("What is this?").filter(visible=True).click()
        expect(panel.locator(".words p").first).to_be_attached()
        assert in_both_themes(playground.page, part) == []
        assert not playground.is_too_wide()


@pytest.mark.parametrize("query", ["?present=1&tab=graph", "/labbook", "?lesson=neuron&full=1"])
def test_axe_finds_nothing_in_other_places_and_forms(playground, query):
    playground.open(query)
    assert in_both_themes(playground.page) == []


def test_the_theme_follows_the_system_and_the_button(visit, server):
    playground = visit(server.address, color_scheme="dark").open()
    ground = "getComputedStyle(document.body).backgroundColor"
    dark, button = playground.page.evaluate(ground), playground.button("Dark theme")
    expect(button).to_have_attribute("aria-pressed", "true")
    picture = playground.still(playground.map)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    light = playground.until(lambda: (now := playground.page.evaluate(ground)) != dark and now, "another ground")
    playground.until(lambda: playground.picture(playground.map) != picture, "the map in the other colours")
    playground.reload()  # the choice is remembered
    assert playground.page.evaluate(ground) == light
    playground.page.emulate_media(color_scheme="light")
    assert playground.page.evaluate(ground) == light


def test_without_motion_nothing_is_animated(visit, server):
    playground = visit(server.address, reduced_motion="reduce").open()
    playground.play()
    playground.share()
    moving = "document.getAnimations().filter(({effect}) => effect.getComputedTiming().duration > 10).length"
    assert playground.page.evaluate(moving) == 0
    slow = """[...document.querySelectorAll("*")].filter((element) =>
      Math.max(...getComputedStyle(element).transitionDuration.split(",").map(parseFloat)) > 0.01).length"""
    assert playground.page.evaluate(slow) == 0


def test_a_screen_reader_hears_at_a_humane_rate(playground):
    heard, began = playground.record(playground.page.locator("#status")), time.monotonic()
    playground.play()
    playground.wait_for_steps(100)
    playground.pause()
    playground.until(lambda: heard() and heard()[-1].startswith("Paused. Epoch "), "the last announcement")
    first, *meanwhile, _ = heard()
    assert first == "Training."
    assert len(meanwhile) <= (time.monotonic() - began) / MOST_OFTEN


def test_presentation_mode(playground):
    playground.button("Presentation mode").click()
    expect(playground.menu("Activation")).to_be_hidden()
    expect(playground.button("Play")).to_be_visible()
    playground.play()
    playground.wait_for_steps(10)
    playground.button("Presentation mode").click()
    expect(playground.menu("Activation")).to_be_visible()
