"""The tab on the neuron: a unit picked in the network, its numbers moved by typing,
keys and pointer on the running network.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.cut import cut_texts
from tests.browser.playground import PHONE


def panel_of(playground, query=""):
    playground.open(f"?tab=neuron{query}")
    panel = playground.page.get_by_role("tabpanel", name="Neuron")
    expect(panel.locator("tfoot output")).to_be_attached()
    return panel


def read(text):
    return float(text.replace("−", "-"))


def total(panel):
    """The sum under the table."""
    return read(panel.locator("tfoot output").inner_text())


def products(panel):
    return [read(text) for text in panel.locator("tbody output").all_inner_texts()]


def sums_up(panel):
    return sum(products(panel)) == pytest.approx(total(panel), abs=2e-3)


def enter(panel, name, text):
    field = panel.get_by_role("textbox", name=name, exact=True)
    field.fill(text)
    field.press("Enter")


def mark_of(panel, picture):
    """Where the sample is marked, in the picture's own units."""
    mark = panel.get_by_role("img", name=picture).locator(".plot-mark")
    return float(mark.get_attribute("cx")), float(mark.get_attribute("cy"))


def test_the_products_make_the_sum_and_the_formula_tells_it(playground):
    panel = panel_of(playground)
    playground.until(lambda: sums_up(panel), "products that make the sum")
    text = panel.locator(".formula math").first.text_content()
    assert read(text.split("=")[-1]) == pytest.approx(total(panel), abs=6e-3)
    expect(panel).to_contain_text("dendrites")
    expect(panel.get_by_role("img", name=re.compile("^A nerve cell"))).to_be_visible()


def test_a_typed_weight_acts_on_the_running_network_and_moves_everything(playground):
    panel = panel_of(playground)
    line = panel.locator(".zero-line")
    before, point = line.get_attribute("d"), mark_of(panel, re.compile("^The activation"))
    playground.change(lambda: enter(panel, "weight of x₁", "−1.25"))
    assert playground.weight(1, 0, 0) == -1.25
    expect(line).not_to_have_attribute("d", before)
    playground.until(lambda: mark_of(panel, re.compile("^The activation")) != point, "another place of the mark")
    playground.until(lambda: sums_up(panel), "products that make the sum")
    slider = panel.get_by_role("slider", name="bias b, by slider", exact=True)
    slider.focus()
    playground.change(lambda: playground.page.keyboard.press("ArrowRight"))
    assert playground.bias(1, 0) == pytest.approx(0.01)
    expect(panel.get_by_role("textbox", name="bias b", exact=True)).to_have_value("0.01")
    expect(playground.reading("step")).to_have_text("0")  # the page's own arrow keys are not meant
    enter(panel, "weight of x₁", "lots")
    field = panel.get_by_role("textbox", name="weight of x₁", exact=True)
    expect(field).to_have_attribute("aria-invalid", "true")
    field.press("Escape")
    expect(field).to_have_value("−1.25")


def test_what_is_typed_counts_when_its_field_is_left_and_what_is_no_number_is_gone(playground):
    """As in every field of the page: on a phone one taps on the next one."""
    panel = panel_of(playground)
    one, other = (panel.get_by_role("textbox", name=f"weight of {name}", exact=True) for name in ("x₁", "x₂"))
    one.fill("0.75")
    playground.change(lambda: other.fill("lots"))
    assert playground.weight(1, 0, 0) == 0.75
    before = playground.frame.revision
    one.focus()
    expect(other).not_to_have_value("lots")
    assert playground.frame.revision == before


def test_the_sample_is_chosen_by_number_dragged_and_moved_by_keys(playground):
    panel = panel_of(playground, "&full=1")
    enter(panel, "Sample number", "7")
    expect(panel.get_by_role("slider", name="Sample number, by slider")).to_have_value("7")
    plane = panel.get_by_role("img", name=re.compile("^z of unit 1 of layer 1"))
    place = playground.place(plane)
    playground.page.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    playground.page.mouse.down()
    playground.page.mouse.move(place["x"] + place["width"], place["y"], steps=3)  # beyond the upper right corner
    playground.page.mouse.up()
    expect(panel.get_by_role("textbox", name="x₁", exact=True)).to_have_value("6")
    expect(panel.get_by_role("textbox", name="x₂", exact=True)).to_have_value("6")
    expect(panel).to_contain_text("A place of your own")
    plane.focus()
    playground.page.keyboard.press("ArrowLeft")
    playground.page.keyboard.press("ArrowDown")
    expect(panel.get_by_role("textbox", name="x₁", exact=True)).to_have_value("5.9")
    expect(panel.get_by_role("textbox", name="x₂", exact=True)).to_have_value("5.9")


def test_a_dragged_sum_takes_the_bias_along(playground):
    panel = panel_of(playground, "&full=1")
    curve = panel.get_by_role("img", name=re.compile("^The activation"))
    place, before = playground.place(curve), total(panel)
    right = place["x"] + place["width"] * 0.9
    playground.change(lambda: playground.page.mouse.click(right, place["y"] + 20))
    playground.until(lambda: abs(total(panel) - before) > 0.1, "another sum")
    bias = pytest.approx(playground.bias(1, 0), abs=2e-3)
    playground.until(lambda: total(panel) - before == bias, "a sum that has grown by the bias")


def test_a_click_in_the_network_picks_a_unit_and_inputs_lead_back(playground):
    panel = panel_of(playground)
    unit = playground.region("Network").get_by_role("button", name="Unit 2 of layer 2", exact=True)
    unit.click()
    expect(panel.get_by_role("combobox", name="Layer")).to_have_value("1")
    expect(panel.get_by_role("row", name=re.compile("^a₄"))).to_be_visible()
    expect(playground.page.locator(".net-panel")).to_be_hidden()
    panel.get_by_role("radio", name="over two inputs").check()
    expect(panel.get_by_role("img", name=re.compile("^z over a₁ and a₂"))).to_be_visible()
    panel.get_by_role("combobox", name="across").select_option("3")
    expect(panel.get_by_role("img", name=re.compile("^z over a₄ and a₂"))).to_be_visible()
    panel.get_by_role("button", name="a₃").click()
    expect(panel.get_by_role("combobox", name="Unit")).to_have_value("2")
    expect(panel.get_by_role("row", name=re.compile("^x₁"))).to_be_visible()


def test_it_follows_the_run_and_survives_a_unit_that_goes(playground):
    panel = panel_of(playground)
    playground.region("Network").get_by_role("button", name="Unit 4 of layer 1", exact=True).click()
    expect(panel.get_by_role("combobox", name="Unit")).to_have_value("3")
    before = total(panel)
    playground.play()
    playground.until(lambda: total(panel) != before, "another sum")
    playground.pause()
    playground.button("Remove the last unit of layer 1").click()
    expect(panel.get_by_role("combobox", name="Unit")).to_have_value("2")
    playground.menu("Activation").select_option("relu")
    expect(panel).to_contain_text("Output a = φ(z), ReLU")
    assert not playground.complaints()


def test_softmax_and_normalized_units_say_what_is_different(playground):
    panel = panel_of(playground, "&dataset=blobs&normalization=layer")
    expect(panel).to_contain_text("This layer is normalized (layer norm)")
    panel.get_by_role("combobox", name="Layer").select_option("2")
    expect(panel).to_contain_text("A softmax depends on the other classes' sums too")
    assert not playground.complaints()


def test_a_teachers_link_that_hides_editing_hides_it_here_too(playground):
    panel = panel_of(playground, "&hide=network")
    expect(panel.get_by_role("textbox", name="weight of x₁", exact=True)).to_be_disabled()
    expect(panel.get_by_role("textbox", name="Sample number", exact=True)).to_be_enabled()


def test_the_longest_numbers_and_names_stay_in_their_column(playground):
    panel = panel_of(playground, "&dataset=digits&hidden=6")
    fields = panel.locator(".neuron-sum .handle-field")
    playground.until(lambda: max(len(field.input_value()) for field in fields.all()) > 7, "long numbers")
    playground.settles(lambda: cut_texts(playground.page), [])
    table, middle = playground.place(panel.locator(".neuron-sum")), playground.place(panel.locator(".neuron-middle"))
    assert table["x"] + table["width"] <= middle["x"]


def test_on_a_phone_nothing_is_too_wide(visit, server):
    phone = visit(server.address, viewport=PHONE)
    panel_of(phone, "&full=1")
    assert not phone.is_too_wide()


def test_the_choice_of_two_inputs_keeps_to_its_column(playground):
    """The curves beside it were drawn over it, and took its clicks."""
    panel = panel_of(playground)
    panel.get_by_role("combobox", name="Layer").select_option("layer 2")
    panel.get_by_role("radio", name="over two inputs").check(force=True)
    across = panel.get_by_role("combobox", name="across")
    expect(across).to_be_visible()
    across.click(trial=True)
    curves = playground.place(panel.locator(".neuron-curves"))
    for part in (across, panel.get_by_role("combobox", name="up"), panel.locator(".neuron-middle p").last):
        assert playground.place(part)["x"] + playground.place(part)["width"] <= curves["x"]
