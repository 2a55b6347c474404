"""Layer by layer and unit by unit: what a layer has of its own, what is frozen or disabled,
and dropout as one can see it.
"""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from glassbox.engine.pictures import unpack
from tests.browser.network import Network
from tests.frames import biases, weights


@pytest.fixture
def network(playground):
    return Network(playground)


def layer_panel(playground, network, layer):
    playground.button(f"Settings of layer {layer}").click()
    return network.panel


def toggle(panel, name):
    return panel.get_by_role("button", name=re.compile(name))


def test_a_layers_own_dropout_and_normalization(playground, network):
    playground.play()
    panel = layer_panel(playground, network, 1)
    before, after = playground.change(lambda: panel.get_by_label("Dropout of layer 1").select_option("30 %"))
    playground.change(lambda: panel.get_by_label("Normalization of layer 1").select_option("batch norm"))
    assert after.run == before.run and after.playing
    own = playground.settings["hidden"]
    assert (own[0]["dropout"], own[0]["normalization"]) == (0.3, "batch") and own[1]["dropout"] is None
    expect(network.region).to_contain_text("drop 30 % · batch norm")
    expect(playground.page).to_have_url(re.compile("hidden=4-drop0.3-norm_batch,2"))
    playground.wait_for_steps(10)
    playground.change(lambda: panel.get_by_label("Dropout of layer 1").select_option(""))
    playground.change(lambda: panel.get_by_label("Normalization of layer 1").select_option(""))
    expect(network.region).not_to_contain_text("drop 30 %")


def test_an_address_with_layers_of_their_own(tab):
    playground = tab.open("?hidden=4-relu-drop0.25-norm_layer,3")
    layer, plain = playground.settings["hidden"]
    assert (
        layer == {"units": 4, "activation": "relu", "dropout": 0.25, "normalization": "layer"}
        and plain["dropout"] is None
    )
    expect(Network(playground).region).to_contain_text("drop 25 % · layer norm")


def test_a_frozen_layer_stays_while_the_rest_learns(playground, network):
    panel = layer_panel(playground, network, 1)
    playground.change(toggle(panel, "Freeze this layer").click)
    expect(toggle(panel, "Freeze this layer")).to_have_attribute("aria-pressed", "true")
    expect(network.region).to_contain_text("frozen")
    expect(network.unit(1, 0)).to_have_attribute("aria-label", "Unit 1 of layer 1, frozen")
    playground.page.keyboard.press("Escape")
    before = playground.frame
    after = playground.step("epoch")
    assert np.array_equal(weights(before)[0], weights(after)[0]) and np.array_equal(biases(before)[0], biases(after)[0])
    assert not np.array_equal(weights(before)[1], weights(after)[1])
    playground.reset()
    expect(network.unit(1, 0)).to_have_attribute("aria-label", "Unit 1 of layer 1, frozen")
    playground.change(playground.button("New weights").click)
    expect(network.unit(1, 0)).to_have_attribute("aria-label", "Unit 1 of layer 1")


def test_a_unit_is_disabled_and_enabled_again_by_keyboard(playground, network):
    playground.step("epoch")
    leaving, picture = weights(playground.frame)[1][:, 2].copy(), playground.picture(network.region.locator("canvas"))
    keyboard = playground.page.keyboard
    network.unit(1, 2).focus()
    keyboard.press("Enter")
    button = toggle(network.panel, "Disable this unit")
    expect(button).to_be_visible()
    button.focus()
    playground.change(lambda: keyboard.press("Enter"))
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert not weights(playground.frame)[1][:, 2].any()
    keyboard.press("Escape")
    expect(network.unit(1, 2)).to_be_focused()
    expect(network.unit(1, 2)).to_have_attribute("aria-label", "Unit 3 of layer 1, disabled")
    playground.until(lambda: playground.picture(network.region.locator("canvas")) != picture, "another picture")
    playground.step("epoch")
    assert not weights(playground.frame)[1][:, 2].any()
    network.unit(1, 2).click()
    playground.change(toggle(network.panel, "Disable this unit").click)
    assert np.array_equal(weights(playground.frame)[1][:, 2], leaving)


def test_a_connection_is_disabled_from_its_line_and_enabled_from_its_unit(playground, network):
    weight = playground.weight(3, 0, 1)
    network.click_wire(3, 0, 1)
    playground.change(toggle(network.panel, "Disable this connection").click)
    assert playground.weight(3, 0, 1) == 0
    expect(network.panel).to_contain_text(re.compile(r"Disabled; remembers [−\d.]+"))
    playground.page.keyboard.press("Escape")
    network.hover_wire(3, 0, 1)
    expect(network.tip).to_contain_text("unit 2 of layer 2 → output: disabled; remembers")
    playground.step("epoch")
    network.unit(3, 0).click()
    switch = network.panel.get_by_role("button", name="Disable unit 2 of layer 2 → output")
    expect(switch).to_have_attribute("aria-pressed", "true")
    playground.change(switch.click)
    assert playground.weight(3, 0, 1) == weight
    expect(network.panel.get_by_role("button", name="Disable this unit")).to_have_count(0)  # it is the output


def test_the_map_without_a_disabled_unit(playground, network):
    """All units of the layer disabled: the output is the same everywhere."""
    for unit in range(2):
        network.unit(2, unit).click()
        playground.change(toggle(network.panel, "Disable this unit").click)
        network.panel.get_by_role("button", name="Close").click()
        playground.page.mouse.move(5, 5)
    playground.until(lambda: playground.frame.map.unit is None, "the output's map")
    seen = playground.frame.map
    assert np.ptp(unpack(seen.pixels, 1, seen.size)) == 0


def test_dropped_units_are_crossed_out_step_by_step(tab):
    playground = tab.open("?hidden=8,4&dropout=0.5")
    canvas = Network(playground).region.locator("canvas")
    assert playground.frame.dropped is None
    seen = set()
    for _ in range(6):
        seen.add(bytes(playground.step().dropped))
    assert len(seen) > 3 and all(sum(dropped[2:14]) for dropped in seen)
    crossed = playground.still(canvas)
    playground.menu("Speed").select_option("full speed")
    playground.play()
    playground.wait_for_steps(50)
    assert playground.frame.dropped is None
    playground.until(lambda: playground.picture(canvas) != crossed, "another picture")


def test_nothing_flickers_where_motion_is_reduced(visit, server):
    """A frame around the units that can be dropped stands for the crosses."""
    playground = visit(server.address, reduced_motion="reduce").open("?hidden=4&initialization=zeros&dropout=0.5")
    network, dropped, seen = Network(playground), set(), set()
    for _ in range(6):
        dropped.add(playground.step().dropped)
        seen.add(playground.still(network.unit(1, 0)))
    assert len({each[2] for each in dropped}) == 2 and len(seen) == 1
    canvas = network.region.locator("canvas")
    first = playground.still(canvas)
    playground.change(lambda: playground.more().type("Dropout", "0"))
    playground.page.keyboard.press("Escape")
    playground.until(lambda: playground.picture(canvas) != first, "no frames around the units")


@pytest.mark.parametrize("hidden", ["8,8", "8,8,8,8,8,8,8,8"])
def test_the_network_is_whole_over_an_open_drawer(playground, hidden):
    playground.open(f"?tab=measures&hidden={hidden}")
    network = Network(playground)
    assert [count for _, count in playground.frame.windows] == list(playground.frame.sizes)
    playground.until(network.has_room, "room for all units")
    boxes = [unit.bounding_box() for unit in network.region.locator("button[data-unit]").all()]
    assert all(min(box["width"], box["height"]) >= 24 for box in boxes)
    view = network.region.locator(".net-view")
    playground.until(lambda: view.evaluate("view => view.scrollWidth <= view.clientWidth"), "a view wide enough")
    network.unit(1, 7).hover()
    expect(network.tip).to_contain_text("unit 8 of layer 1")
    network.unit(1, 0).focus()
    for _ in range(7):
        playground.page.keyboard.press("ArrowDown")
    expect(network.unit(1, 7)).to_be_focused()
    network.region.get_by_role("button", name=re.compile("^Change layer 1")).click()
    network.panel.get_by_role("button", name="Remove the last unit of layer 1").click()
    playground.until(lambda: playground.frame.sizes[1] == 7, "seven units")
