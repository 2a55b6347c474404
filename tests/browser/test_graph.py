"""The computational graph: stepped by button and keyboard, both details, the update taken by the network, the check."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import in_both_themes
from tests.browser.network import Network
from tests.browser.playground import PHONE, SIZES

REFUSED = "field => field.validationMessage"


@pytest.fixture
def graph(playground):
    """The tab's panel, of a network with one hidden layer."""
    playground.open("?tab=graph&hidden=3&batch_size=5")
    panel = playground.page.get_by_role("tabpanel", name="Graph")
    expect(panel.locator(".graph-box")).to_have_count(13)
    yield panel
    assert not playground.complaints()


def stage(panel):
    return panel.get_by_role("group", name="Computational graph")


def where(panel):
    return panel.locator(".graph-where")


def test_values_fill_in_step_by_step_and_go_again(graph, playground):
    unseen = graph.locator(".unseen-value")
    expect(unseen).to_have_count(0)
    graph.get_by_role("button", name="Step on").click()
    expect(where(graph)).to_contain_text("Forward · step 1 of")
    expect(unseen).to_have_count(7)
    graph.get_by_role("button", name="Step on").click()
    expect(graph.locator(".graph-formula").first).to_contain_text("s(1)=W(1)x")
    expect(unseen).to_have_count(6)
    graph.get_by_role("button", name="Step back").click()
    expect(unseen).to_have_count(7)


def test_the_phases_and_the_numbers_of_the_network_itself(graph, playground):
    graph.get_by_role("button", name="Loss", exact=True).click()
    expect(graph.locator(".graph-formula").first).to_contain_text("L=−t·lnp")
    graph.get_by_role("button", name="Backward", exact=True).click()
    expect(graph.locator(".graph-formula").first).to_contain_text("∂L∂L=1")
    graph.get_by_role("button", name="Update", exact=True).click()
    expect(graph.locator(".graph-formula").first).to_contain_text("Δ=−αg")
    shown = graph.locator(".graph-grid.value td").first.inner_text().replace("−", "-")
    assert float(shown) == pytest.approx(playground.weight(1, 0, 0), abs=6e-4)


def test_the_keyboard_walks_jumps_and_looks_around_and_each_step_is_spoken(graph, playground):
    step, spoken = playground.frame.step, graph.locator(".graph-spoken")
    stage(graph).focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowRight"):
        playground.page.keyboard.press(key)
    expect(spoken).to_contain_text("Forward · step 3 of")
    expect(spoken).to_contain_text("z⁽¹⁾ = s⁽¹⁾ + b⁽¹⁾")
    playground.page.keyboard.press("ArrowLeft")
    expect(spoken).to_contain_text("Forward · step 2 of")
    playground.page.keyboard.press("End")
    expect(spoken).to_contain_text("The step made it smaller")
    playground.page.keyboard.press("Home")
    expect(spoken).to_contain_text("Press →")
    playground.page.keyboard.press("ArrowDown")
    expect(graph.locator(".graph-box[aria-pressed=true]")).to_have_count(1)
    assert playground.frame.step == step and not playground.frame.playing


def test_the_steps_play_by_themselves(graph, playground):
    pace = graph.get_by_role("combobox", name="Steps a second")
    play = graph.get_by_role("button", name="Play the steps")
    play.click()
    expect(where(graph)).to_contain_text(re.compile(r"step \d+ of"))  # a busy machine shows some of them only
    graph.get_by_role("button", name="Stop playing the steps").click()
    expect(play).to_be_visible()
    graph.get_by_role("button", name="Loss", exact=True).click()
    told = playground.record(where(graph))
    pace.select_option("8")
    play.click()
    playground.until(lambda: any("Backward" in text for text in told()), "the way back")
    expect(play).to_be_visible()  # at the end it stops
    expect(where(graph)).to_contain_text("before and after the step")


def test_a_box_shows_its_jacobian_and_the_product_along_the_path(graph, playground):
    graph.locator("[data-node=a1]").click()
    jacobian = graph.locator(".graph-jacobian")
    expect(jacobian).to_contain_text("∂a⁽¹⁾/∂z⁽¹⁾ · 3 × 3")
    expect(jacobian).to_contain_text("diagonal, with φ′(z) on it")
    expect(jacobian.get_by_role("table", name="Along the path: ∂a⁽¹⁾/∂x").get_by_role("cell")).to_have_count(6)
    jacobian.get_by_role("combobox").select_option(label="s⁽¹⁾")
    expect(jacobian.get_by_role("table", name="Along the path: ∂a⁽¹⁾/∂s⁽¹⁾").get_by_role("cell")).to_have_count(9)
    graph.locator("[data-node=s1]").click()
    cell = jacobian.get_by_role("table", name=re.compile("^∂s")).get_by_role("cell").first
    assert float(cell.inner_text().replace("−", "-")) == pytest.approx(playground.weight(1, 0, 0), abs=6e-4)


def test_single_operations_with_paths_that_meet(graph, playground):
    graph.get_by_role("combobox", name="Detail").select_option("operation")
    expect(graph.locator(".graph-box")).to_have_count(34)
    graph.get_by_role("button", name="Backward", exact=True).click()
    graph.locator("[data-node=x1]").click()
    expect(graph.locator(".graph-formula").first).to_contain_text("∂L∂x1=∂L∂m11(1)·∂m11(1)∂x1+")
    graph.locator("[data-node=L]").click()
    expect(graph.locator(".graph-jacobian")).to_contain_text("3 paths lead from x₁ to L")


def test_who_asks_for_single_operations_of_a_mini_batch_gets_those_of_one_sample(graph):
    graph.get_by_role("button", name="Mini-batch").click()
    expect(graph).to_contain_text("the next 5 samples")
    graph.get_by_role("combobox", name="Detail").select_option("operation")
    expect(graph.locator(".graph-box")).to_have_count(34)
    expect(graph.get_by_role("button", name="Mini-batch")).to_have_attribute("aria-pressed", "false")


def test_the_update_is_taken_by_the_network(graph, playground):
    graph.get_by_role("button", name="Mini-batch").click()
    expect(graph).to_contain_text("the next 5 samples")
    graph.get_by_role("button", name="To the beginning").click()
    graph.get_by_role("button", name="To the end").click()
    graph.get_by_role("button", name="Update", exact=True).click()
    after = graph.get_by_role("table", name="W⁽¹⁾ · after").get_by_role("cell").first.inner_text()
    step = playground.frame.step
    graph.get_by_role("button", name="Take this step").click()
    playground.until(lambda: playground.frame.step == step + 1, "the step")
    assert float(after.replace("−", "-")) == pytest.approx(playground.weight(1, 0, 0), abs=6e-4)
    expect(graph).to_contain_text(f"frozen at training step {step + 1}")


def test_the_jacobian_of_any_sample_of_a_mini_batch(graph, playground):
    graph.get_by_role("button", name="Mini-batch").click()
    graph.locator("[data-node=a1]").click()
    jacobian = graph.locator(".graph-jacobian")
    cell = jacobian.get_by_role("table", name=re.compile("^∂a")).get_by_role("cell").first
    expect(jacobian).to_contain_text("No sample of the mini-batch depends on another one")
    expect(where(graph)).to_contain_text("sample 1 of 5, number")
    before = cell.inner_text()
    field = jacobian.get_by_role("spinbutton", name="Of sample")
    expect(field).to_have_value("1")
    field.fill("3")
    field.press("Enter")
    expect(where(graph)).to_contain_text("sample 3 of 5, number")
    expect(field).to_have_value("3")
    expect(cell).not_to_have_text(before)
    field.fill("6")
    field.press("Enter")
    playground.settles(lambda: field.evaluate(REFUSED), "Type a whole number from 1 to 5.")


def test_batch_norm_couples_samples_and_says_so(playground):
    playground.open("?tab=graph&hidden=3&batch_size=5&normalization=batch")
    panel = playground.page.get_by_role("tabpanel", name="Graph")
    panel.get_by_role("button", name="Mini-batch").click()
    panel.locator("[data-node=p]").click()
    jacobian = panel.locator(".graph-jacobian")
    expect(jacobian).to_contain_text("Batch norm lies on this way")
    cell = jacobian.get_by_role("table", name=re.compile("^Along the path")).get_by_role("cell").first
    before = cell.inner_text()
    by = jacobian.get_by_role("spinbutton", name="by sample")
    by.fill("2")
    by.press("Enter")
    expect(jacobian).to_contain_text("How sample 1 depends on sample 2: only by way of batch norm's μ and σ")
    expect(cell).not_to_have_text(before)
    assert not playground.complaints()


def test_classes_and_inputs_go_by_their_names(playground):
    playground.open("?tab=graph&dataset=penguins")
    panel = playground.page.get_by_role("tabpanel", name="Graph")
    panel.locator("[data-node=p]").click()
    chances = panel.get_by_role("table", name="p · 3 × 1")
    expect(chances.get_by_role("rowheader")).to_have_text(["Adelie", "Chinstrap", "Gentoo"])
    expect(where(panel)).to_contain_text("(Adelie)")
    panel.locator("[data-node=t]").click()
    expect(panel.locator(".graph-sentence")).to_contain_text(re.compile("This sample is “(Adelie|Chinstrap|Gentoo)”"))
    assert not playground.complaints()


def test_the_network_picture_follows_the_walk(graph, playground):
    picture = playground.page.locator("#network canvas")
    look = "canvas => canvas.toDataURL()"
    playground.still(picture)
    calm, shots = picture.evaluate(look), set()
    for _ in range(4):  # the inputs, the sums and what is made of them, and the output
        graph.get_by_role("button", name="Step on").click()
        playground.until(lambda: picture.evaluate(look) not in shots | {calm} or len(shots) > 2, "the next part")
        shots.add(picture.evaluate(look))
    assert len(shots) >= 3 and calm not in shots
    graph.get_by_role("button", name="Live").click()
    playground.until(lambda: picture.evaluate(look) == calm, "the whole network again")


def test_the_moment_that_stands_still_can_be_looked_at_while_the_run_goes_on(graph, playground):
    graph.get_by_role("button", name="Step on").click()
    graph.locator("[data-node=W2]").click()
    cell = graph.get_by_role("table", name="W⁽²⁾ · 1 × 3").get_by_role("cell").first
    before = cell.inner_text()
    assert float(before.replace("−", "-")) == pytest.approx(playground.weight(2, 0, 0), abs=6e-4)
    playground.play()
    playground.wait_for_steps(300)
    graph.locator("[data-node=W1]").click()
    expect(graph.get_by_role("table", name="W⁽¹⁾ · 3 × 2").get_by_role("cell")).to_have_count(6)
    graph.locator("[data-node=W2]").click()
    expect(cell).to_have_text(before)
    expect(graph.locator(".graph-state")).to_have_text("frozen at training step 0")
    playground.pause()
    assert abs(float(before.replace("−", "-")) - playground.weight(2, 0, 0)) > 6e-4


def test_a_large_matrix_is_looked_at_place_by_place(playground):
    playground.open("?tab=graph&hidden=30,20")
    panel = playground.page.get_by_role("tabpanel", name="Graph")
    panel.locator("[data-node=W2]").click()
    row = panel.get_by_role("spinbutton", name="Row").first
    row.fill("3")
    row.press("Enter")
    expect(where(panel)).to_contain_text("w⁽²⁾₃₁")
    shown = panel.locator(".graph-whereabouts b").first.inner_text().replace("−", "-")
    assert float(shown) == pytest.approx(playground.weight(2, 2, 0), abs=6e-4)
    for _ in range(2):
        row.fill("99")
        row.press("Enter")
        expect(row).to_have_value("20")
    assert not playground.complaints()


def test_a_frozen_layer_does_not_move_and_its_row_says_so(graph, playground):
    playground.button("Settings of layer 1").click()
    playground.change(Network(playground).panel.get_by_role("button", name="Freeze this layer").click)
    playground.page.keyboard.press("Escape")
    graph.get_by_role("button", name="Update", exact=True).click()
    expect(graph.locator(".graph-formula")).to_have_count(1)
    expect(graph.locator(".graph-formula")).to_contain_text("frozen or disabled in the network, so it does not move")
    changes = graph.get_by_role("table", name="W⁽¹⁾ · change").get_by_role("cell")
    expect(changes).to_have_text(["0"] * 6)
    graph.locator("[data-node=W2]").click()
    expect(graph.locator(".graph-formula").first).to_contain_text("Δ=−αg")


def test_it_follows_the_run_live_and_stands_still_while_stepping(graph, playground):
    state = graph.locator(".graph-state")
    playground.play()
    expect(state).not_to_have_text("training step 0")
    graph.get_by_role("button", name="Step on").click()
    expect(state).to_contain_text("frozen at training step")
    text = state.inner_text()
    playground.wait_for_steps(200)
    expect(state).to_have_text(text)
    graph.get_by_role("button", name="Live").click()
    expect(state).not_to_contain_text("frozen")
    playground.pause()


def test_the_gradient_check(graph, playground):
    graph.get_by_role("button", name="Gradient check").click()
    expect(graph).to_contain_text("13 parameters compared")
    expect(graph).to_contain_text("backpropagation is right")
    expect(graph.get_by_role("row")).to_have_count(14)
    graph.get_by_role("button", name="Back to the steps").click()
    expect(graph.locator(".graph-jacobian")).to_be_visible()


def test_another_sample_and_one_that_is_not_there(graph, playground):
    number = graph.get_by_role("spinbutton", name="Sample")
    before = graph.locator("[data-node=L]").get_attribute("aria-label")
    number.fill("17")
    number.press("Enter")
    expect(graph.locator("[data-node=L]")).not_to_have_attribute("aria-label", before)
    number.fill("501")
    number.press("Enter")
    playground.settles(lambda: number.evaluate(REFUSED), "Type a whole number from 1 to 500.")
    number.press("Tab")
    expect(number).to_have_value("17")


def test_a_network_too_large_says_so_in_one_sentence(playground):
    playground.open("?tab=graph&hidden=100,101")
    panel = playground.page.get_by_role("tabpanel", name="Graph")
    expect(panel.get_by_role("status").first).to_have_text(
        "This network has 202 units, and the graph is drawn for at most 200; remove some units or layers to see it."
    )
    playground.expect_complaints("422")


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("full", ["", "&full=1"], ids=["drawer", "full screen"])
def test_it_fits_every_screen(visit, server, size, full):
    tab = visit(server.address, viewport=SIZES[size]).open(f"?tab=graph{full}")
    expect(tab.page.locator(".graph-box")).to_have_count(18)
    assert not tab.is_too_wide()
    tab.page.locator("[data-do=graph-on]").click()
    expect(tab.page.locator(".graph-where")).to_be_visible()


def test_a_finger_reaches_every_button(visit, server):
    tab = visit(server.address, viewport=PHONE, has_touch=True).open("?tab=graph&full=1")
    expect(tab.page.locator(".graph-box")).to_have_count(18)
    for button in tab.page.locator(".graph-controls button").all():
        place = tab.place(button)
        assert place["width"] >= 24 and place["height"] >= 24


def test_axe_finds_nothing_wherever_one_is(tab):
    tab.open("?tab=graph&full=1")
    boxes, button = tab.page.locator(".graph-box"), tab.page.get_by_role("button", name="Update", exact=True)
    expect(boxes).to_have_count(18)
    button.click()
    assert in_both_themes(tab.page) == []
    tab.page.get_by_role("combobox", name="Detail").select_option("operation")
    expect(boxes).to_have_count(61)
    button.click()
    assert in_both_themes(tab.page) == []
    tab.page.get_by_role("button", name="Gradient check").click()
    expect(tab.page.get_by_role("row")).to_have_count(26)
    assert in_both_themes(tab.page) == []


def test_the_graph_of_the_usual_network_is_whole_at_1280_pixels(playground):
    playground.page.set_viewport_size({"width": 1280, "height": 720})
    playground.open("?tab=graph")
    expect(playground.page.locator(".graph-box").last).to_be_visible()
    assert playground.page.locator(".graph-stage").evaluate("part => part.scrollWidth <= part.clientWidth")
