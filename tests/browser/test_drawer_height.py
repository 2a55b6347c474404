"""The drawer's height is dragged or moved by keys and remembered;
on a projector what matters is seen without scrolling.
"""

import re

import pytest
from playwright.sync_api import expect


def edge_of(playground):
    return playground.page.get_by_role("separator", name="Height of the drawer")


def height_of(playground):
    return playground.place(playground.page.locator("#drawer"))["height"]


def test_its_edge_is_moved_by_keys_and_the_height_remembered(playground):
    playground.open("?tab=measures")
    edge, usual = edge_of(playground), height_of(playground)
    edge.focus()
    playground.page.keyboard.press("ArrowUp")
    playground.until(lambda: height_of(playground) > usual + 10, "a higher drawer")
    playground.page.keyboard.press("End")
    expect(edge).to_have_attribute("aria-valuenow", edge.get_attribute("aria-valuemax"))
    most = height_of(playground)
    unit = playground.region("Network").get_by_role("button", name="Unit 1 of layer 1", exact=True)
    expect(unit).to_be_visible()
    assert (
        playground.place(unit)["y"] + playground.place(unit)["height"]
        <= playground.place(playground.page.locator("#drawer"))["y"]
    )
    assert playground.frame.step == 0  # the page's own arrow keys are not meant
    playground.reload()
    assert abs(height_of(playground) - most) < 2
    edge.focus()
    playground.page.keyboard.press("Enter")
    playground.until(lambda: abs(height_of(playground) - usual) < 2, "the usual height")


def test_its_edge_is_dragged(playground):
    playground.open("?tab=measures")
    place, usual = playground.place(edge_of(playground)), height_of(playground)
    x, y = place["x"] + place["width"] / 2, place["y"] + place["height"] / 2
    playground.page.mouse.move(x, y)
    playground.page.mouse.down()
    playground.page.mouse.move(x, y + 80, steps=4)
    playground.page.mouse.up()
    assert abs(usual - 80 - height_of(playground)) < 12
    playground.page.mouse.dblclick(x, playground.place(edge_of(playground))["y"] + 12)
    playground.until(lambda: abs(height_of(playground) - usual) < 2, "the usual height")


def test_a_drawer_over_the_whole_screen_has_no_edge(playground):
    playground.open("?tab=measures&full=1")
    expect(edge_of(playground)).to_have_count(0)


CURVES = ["figure:nth-of-type(1) svg.plot", "figure:nth-of-type(2) svg.plot"]
SEEN = {
    "neuron": ["tfoot output", ".neuron-plane svg.plot", *(f".neuron-curves {curve}" for curve in CURVES)],
    "activations": [".act-gallery", *(f".act-plots {curve}" for curve in CURVES)],
}


@pytest.mark.parametrize("name", SEEN)
def test_on_a_projector_what_matters_is_seen_without_scrolling(playground, name):
    playground.open(f"?tab={name}")
    panel = playground.page.locator(f"#panel-{name}")
    expect(panel.locator(SEEN[name][0])).to_be_visible()
    foot = playground.place(panel)["y"] + playground.place(panel)["height"]
    for part in SEEN[name]:
        place = playground.place(panel.locator(part))
        assert place["y"] + place["height"] <= foot + 1, part
    assert panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth")
    expect(playground.page.get_by_role("tab", name=re.compile(name, re.IGNORECASE))).to_have_attribute(
        "aria-selected", "true"
    )
