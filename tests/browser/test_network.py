"""The network as a thing to hold: its numbers by hover and click, its units and layers, from none to very many."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.network import Network
from tests.frames import numbers, weights

OUTPUT = (3, 0)  # the default network's output unit
NOT_A_NUMBER = "Type a number, such as −0.5 or 0,25."
TOO_LARGE = "Type a number between −1,000 and 1,000."
NO_WEIGHTS = dict.fromkeys(("much", "", "1.2.3", "NaN"), NOT_A_NUMBER) | dict.fromkeys(("5000", "-1e4"), TOO_LARGE)


@pytest.fixture
def network(playground):
    return Network(playground)


def number_at_the_end(text):
    """Of a sentence such as “x₁ → unit 1 of layer 1: −0.25”."""
    return float(re.search(r"[−-]?[\d.]+$", text)[0].replace("−", "-"))


def test_values_on_hover(playground, network):
    network.hover_wire(*OUTPUT, 0)
    expect(network.tip).to_contain_text("unit 1 of layer 2 → output: ")
    assert number_at_the_end(network.tip.inner_text()) == pytest.approx(playground.weight(3, 0, 0), abs=6e-4)
    network.hover_bias(*OUTPUT)
    expect(network.tip).to_have_text("bias of output: 0.000")
    network.unit(1, 0).hover()
    expect(network.tip).to_have_text("unit 1 of layer 1 (tanh) · bias 0.000")


def test_a_weight_is_edited_while_it_trains(playground, network):
    playground.menu("Speed").select_option("1 step/s")
    playground.play()
    network.click_wire(*OUTPUT, 1)
    field = playground.field("Weight unit 2 of layer 2 → output")
    expect(field).to_be_focused()
    before, after = playground.change(lambda: network.enter(field, "−2,5"))
    assert playground.weight(3, 0, 1) == pytest.approx(-2.5, abs=0.2)  # the next step has changed it already, perhaps
    assert after.run == before.run and after.playing
    playground.wait_for_steps(1)
    field.press("Escape")
    expect(network.panel).to_be_hidden()


def test_a_weight_at_rest_is_what_was_typed(playground, network):
    network.click_wire(*OUTPUT, 1)
    playground.change(lambda: network.enter(playground.field("Weight unit 2 of layer 2 → output"), "0.125"))
    assert playground.weight(3, 0, 1) == 0.125
    expect(network.panel).to_contain_text("now 0.125")
    playground.step()
    assert playground.weight(3, 0, 1) == pytest.approx(0.125, abs=0.1) and playground.weight(3, 0, 1) != 0.125


def test_a_weight_typed_and_left_is_the_weight_and_escape_drops_it(playground, network):
    field, page = playground.field("Weight unit 2 of layer 2 → output"), playground.page
    ways = {"0.25": lambda: page.keyboard.press("Tab"), "0.5": playground.button("Step one batch").click}
    for text, leave in ways.items():
        network.click_wire(*OUTPUT, 1)
        field.fill(text)
        playground.change(leave)
        assert playground.weight(3, 0, 1) == pytest.approx(float(text), abs=0.1)
    expect(network.panel).to_be_hidden()
    before = playground.frame
    for text, leave in {"0.75": "Escape", "much": "Tab"}.items():
        network.click_wire(*OUTPUT, 1)
        field.fill(text)
        page.keyboard.press(leave)
    expect(field).not_to_have_value("much")
    expect(network.panel.get_by_role("alert")).to_be_hidden()
    assert playground.frame.revision == before.revision


def test_biases_are_edited_the_outputs_too(playground, network):
    for layer, unit, name in [(1, 2, "unit 3 of layer 1"), (3, 0, "output")]:
        network.click_bias(layer, unit)
        playground.change(lambda name=name: network.enter(playground.field(f"Bias of {name}"), "1,5"))
        assert playground.bias(layer, unit) == 1.5
        playground.page.keyboard.press("Escape")


def test_what_is_no_weight_is_refused_in_a_sentence(playground, network, subtests):
    field = playground.field("Weight unit 1 of layer 2 → output")
    network.click_wire(*OUTPUT, 0)
    for text, sentence in NO_WEIGHTS.items():
        with subtests.test(text):
            network.enter(field, text)
            expect(network.panel.get_by_role("alert")).to_have_text(sentence)
    network.enter(field, "0.5")
    expect(network.panel.get_by_role("alert")).to_be_hidden()
    playground.until(lambda: playground.weight(3, 0, 0) == 0.5, "the weight")
    assert playground.frame.revision == 1  # nothing else was sent


def test_the_last_layer_is_solved_while_it_trains_and_taken_back(playground, network):
    assert playground.button("Solve the last layer").count() == 0  # classes have no closed form
    playground.change(lambda: playground.dataset("multi-gauss").check(force=True))
    playground.play()
    playground.wait_for_steps(10)
    before, after = playground.change(playground.button("Solve the last layer").click)
    assert after.playing and after.run == before.run
    undo = playground.region("Timeline").get_by_role("button", name=re.compile("^Undo"))
    expect(undo).to_have_accessible_name(re.compile(r"^Undo: Last layer solved exactly: training loss .* → "))
    playground.pause()
    network.unit(*OUTPUT).click()
    expect(network.panel).to_contain_text("by least squares instead of step by step")
    playground.change(network.panel.get_by_role("button", name="Solve the last layer").click)
    solved = weights(playground.frame)[2].copy()
    playground.change(undo.click)
    assert not np.array_equal(weights(playground.frame)[2], solved)


def test_a_unit_shows_all_its_weights(playground, network):
    network.unit(2, 0).click()
    expect(network.panel.get_by_role("textbox")).to_have_count(5)  # four weights and the bias
    field = network.panel.get_by_role("textbox", name="from unit 3 of layer 1")
    playground.change(lambda: network.enter(field, "0.75"))
    assert playground.weight(2, 0, 2) == 0.75
    field = network.panel.get_by_role("textbox", name="bias")
    playground.change(lambda: network.enter(field, "-0.5"))
    assert playground.bias(2, 0) == -0.5


def test_a_weight_by_slider_and_buttons(playground, network):
    network.click_wire(*OUTPUT, 0)
    before = playground.weight(3, 0, 0)
    playground.change(playground.button("More by 0.1").click)
    assert playground.weight(3, 0, 0) == pytest.approx(before + 0.1, abs=0.01)
    slider, shown = network.panel.get_by_role("slider"), f"{playground.weight(3, 0, 0):.2f}"
    expect(slider).to_have_value(shown)
    playground.change(lambda: slider.press("ArrowRight"))
    assert playground.weight(3, 0, 0) == pytest.approx(float(shown) + 0.01)


def test_a_large_picture_of_the_unit_pointed_at(playground, network):
    playground.step("epoch")
    output, title = playground.still(playground.map), playground.region("Output").get_by_role("heading")
    network.unit(1, 1).hover()
    expect(title).to_have_text("Layer 1, unit 2 (tanh)")
    playground.until(lambda: playground.frame.map.unit == (1, 1), "the unit's large map")
    playground.until(lambda: playground.picture(playground.map) != output, "another picture")
    network.unit(0, 0).hover()
    expect(title).to_have_text("Input x₁")
    playground.page.mouse.move(5, 5)
    expect(title).to_have_text("Output")
    playground.until(lambda: playground.frame.map.unit is None, "the output's map")
    playground.until(lambda: playground.picture(playground.map) == output, "the same picture as before")


def test_adding_and_removing_units_keeps_the_other_weights(playground, network):
    playground.step("epoch")
    first, second, output = weights(playground.frame)
    playground.change(playground.button("Add a unit to layer 1").click)
    playground.until(lambda: playground.frame.windows[1] == (0, 5), "the new unit on show")
    larger = weights(playground.frame)
    assert np.array_equal(larger[0][:4], first) and np.array_equal(larger[1][:, :4], second)
    playground.change(playground.button("Remove the last unit of layer 1").click)
    assert all(map(np.array_equal, weights(playground.frame), (first, second, output)))
    assert playground.frame.step == 25


def test_a_layer_of_very_many_units_is_typed_and_the_old_ones_stay(playground, network):
    before = weights(playground.frame)[0]
    playground.button("Settings of layer 1").click()
    field = playground.field("Units of layer 1")
    playground.change(lambda: network.enter(field, "128"))
    assert playground.settings["hidden"][0]["units"] == 128
    after = weights(playground.frame)[0]  # of as many units as there is room for
    assert np.array_equal(after[:4], before[: len(after)])
    network.enter(field, "many")
    expect(field).to_have_value("128")


def test_one_unit_out_of_the_middle_is_removed(playground, network):
    playground.step("epoch")
    first, second, _ = weights(playground.frame)
    network.unit(1, 1).click()
    playground.change(network.panel.get_by_role("button", name="Remove this unit").click)
    assert np.array_equal(weights(playground.frame)[0], np.delete(first, 1, axis=0))
    assert np.array_equal(weights(playground.frame)[1], np.delete(second, 1, axis=1))
    expect(network.panel).to_be_hidden()


def test_adding_and_removing_layers_while_it_trains(playground, network):
    playground.play()
    for name, sizes in [
        ("Insert a hidden layer before layer 1", (2, 2, 4, 2, 1)),
        ("Remove layer 3", (2, 2, 4, 1)),
        ("Add a hidden layer before the output", (2, 2, 4, 4, 1)),
        ("Remove the last hidden layer", (2, 2, 4, 1)),
    ]:
        before, after = playground.change(playground.button(name).click)
        assert after.sizes == sizes
        assert after.run == before.run and after.step >= before.step and after.playing
    playground.wait_for_steps(10)


def test_from_wide_to_deep_with_the_same_budget_while_it_trains(playground, network):
    playground.play()
    summary, slider = network.region.locator(".net-summary"), network.panel.get_by_role("slider")
    expect(summary).to_have_text("2 hidden layers · 25 parameters")
    playground.button("Wide or deep: more layers or wider ones, of the same number of parameters").click()
    expect(network.panel).to_contain_text("Now 4 + 2 units · 25 parameters")
    expect(network.panel).to_contain_text("1 × 6 · 25 parameters")
    for depth, shape, parameters in [(1, (6,), 25), (3, (2, 2, 2), 21)]:
        before, after = playground.change(lambda depth=depth: slider.fill(str(depth)))
        assert after.sizes == (2, *shape, 1)
        assert after.run == before.run and after.step >= before.step and after.playing
        expect(network.panel).to_contain_text(f"Now {depth} × {shape[0]} · {parameters} parameters")
    expect(slider).to_have_attribute("aria-valuetext", "3 layers of 2 units, 21 parameters")
    playground.page.keyboard.press("Escape")
    expect(network.panel).to_be_hidden()


def test_a_drag_from_wide_to_deep_is_one_change(playground, network):
    page = playground.page
    playground.button("Wide or deep: more layers or wider ones, of the same number of parameters").click()
    box = network.panel.get_by_role("slider").bounding_box()
    page.mouse.move(box["x"] + 3, box["y"] + box["height"] / 2)
    page.mouse.down()
    expect(network.panel).to_contain_text("Now 1 × 6")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
    page.mouse.move(box["x"] + box["width"] - 3, box["y"] + box["height"] / 2, steps=4)
    page.mouse.up()
    expect(network.panel).to_contain_text("Now 8 × 1 · 19 parameters")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Undo").click()
    expect(network.region.locator(".net-summary")).to_have_text("2 hidden layers · 25 parameters")


def test_a_layers_own_activation(playground, network):
    playground.play()
    before, after = playground.change(lambda: playground.menu("Activation of layer 2").select_option("sine"))
    assert [layer["activation"] for layer in playground.settings["hidden"]] == [None, "sine"]
    assert after.run == before.run and after.step >= before.step
    network.unit(2, 0).hover()
    expect(network.tip).to_contain_text("unit 1 of layer 2 (sine)")
    playground.change(lambda: playground.menu("Activation").select_option("ReLU"))
    network.unit(1, 0).hover()
    expect(network.tip).to_contain_text("unit 1 of layer 1 (ReLU)")
    playground.change(lambda: playground.menu("Activation of layer 2").select_option(""))
    assert playground.settings["hidden"][1]["activation"] is None


def test_without_hidden_layers(playground, network):
    for _ in range(2):
        playground.change(playground.button("Remove the last hidden layer").click)
    assert playground.frame.sizes == (2, 1)
    remove = playground.page.get_by_role("button", name="Remove the last hidden layer")
    expect(remove).to_have_attribute("title", "There is no hidden layer to remove.")
    remove.click(force=True)
    playground.play()
    playground.wait_for_steps(20)
    network.hover_wire(1, 0, 0)
    expect(network.tip).to_contain_text("x₁ → output: ")


def test_eight_layers_have_room(tab):
    playground = tab.open("?hidden=4,8,4,8,4,8,4,3")
    network = Network(playground)
    assert len(playground.frame.sizes) == 10
    playground.until(network.has_room, "room for all units")
    add = playground.page.get_by_role("button", name="Add a hidden layer before the output")
    expect(add).to_have_attribute("title", "A network here has at most 8 hidden layers.")
    add.click(force=True)
    playground.play()
    playground.wait_for_steps(50)
    assert len(playground.frame.sizes) == 10


def test_a_wide_layer_folds_and_can_be_paged(tab):
    playground = tab.open("?hidden=128,3")
    network = Network(playground)
    playground.until(network.has_room, "room for all units")
    shown = playground.frame.windows[1][1]
    assert shown <= 12
    counts = playground.region("Network")
    expect(counts).to_contain_text(f"1–{shown} of 128")
    expect(counts).to_contain_text(f"+{128 - shown} more")
    playground.button("Later units of layer 1").click()
    playground.until(lambda: playground.frame.windows[1] == (shown, shown), "the next units")
    expect(counts).to_contain_text(f"{shown + 1}–{2 * shown} of 128")
    network.unit(1, shown).hover()
    expect(network.tip).to_contain_text(f"unit {shown + 1} of layer 1")
    playground.play()
    playground.wait_for_steps(50)
    add = playground.page.get_by_role("button", name="Add a unit to layer 1")
    expect(add).to_have_attribute("title", "A layer here has at most 128 units.")


def test_the_wheel_pages_a_folded_layer(tab):
    playground = tab.open("?hidden=100,3")
    network, shown = Network(playground), playground.frame.windows[1][1]
    network.unit(1, 3).hover()
    playground.page.mouse.wheel(0, 100)
    playground.until(lambda: playground.frame.windows[1] == (1, shown), "the units after the first")


def test_units_by_keyboard(playground, network):
    network.unit(1, 0).focus()
    for key, (layer, unit) in {
        "ArrowDown": (1, 1),
        "ArrowRight": (2, 1),
        "ArrowUp": (2, 0),
        "ArrowLeft": (1, 0),
    }.items():
        playground.page.keyboard.press(key)
        expect(network.unit(layer, unit)).to_be_focused()
    assert playground.frame.step == 0  # the arrow did not step the training
    playground.page.keyboard.press("Enter")
    expect(network.panel).to_be_visible()
    playground.page.keyboard.press("Escape")
    expect(network.panel).to_be_hidden()
    expect(network.unit(1, 0)).to_be_focused()


def test_zeros_stay_alike(tab):
    """The symmetry lesson: all units of a layer are the same, however long they train."""
    playground = tab.open("?initialization=zeros&speed=full")
    playground.play()
    playground.wait_for_steps(500)
    first, *_ = weights(playground.pause())
    assert np.ptp(first, axis=0).max() == 0
    assert numbers(playground.frame) != bytes(len(numbers(playground.frame)))


def test_a_dead_unit_says_so_on_its_tile_for_as_long_as_it_is(visit, server):
    playground = visit(server.address).open("?activation=relu&hidden=3")
    network = Network(playground)
    tile = playground.still(network.unit(1, 1))
    network.click_bias(1, 1)
    network.enter(network.panel.get_by_role("textbox"), "-60")
    playground.page.keyboard.press("Escape")

    def words():
        playground.page.mouse.move(0, 0)
        network.unit(1, 1).hover()
        return network.tip.inner_text()

    playground.until(lambda: "dead: its sum is on the flat side" in words(), "the word")
    playground.page.mouse.move(0, 0)
    playground.until(lambda: playground.picture(network.unit(1, 1)) != tile, "another tile")
    network.click_bias(1, 1)
    network.enter(network.panel.get_by_role("textbox"), "0.5")
    playground.page.keyboard.press("Escape")
    playground.until(lambda: "dead" not in words() and "bias 0.5" in words(), "a living unit")
