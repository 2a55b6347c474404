"""The data panel fits the projector whatever data are chosen, and offers only what these data have."""

import re

import pytest
from playwright.sync_api import expect

from glassbox.engine.data_choices import Dataset
from tests.browser.axe import violations
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


@pytest.mark.parametrize("data", ["teacher", "two scales"])
def test_data_without_a_picture_are_chosen_from_the_list_and_leave_no_picture_chosen(playground, data):
    page = playground.page
    page.set_viewport_size(LARGE)
    playground.open()
    page.locator("[data-do=data-sets]").click()
    page.locator("#data-sets").get_by_role("button", name=re.compile(f"^{data} ")).click()
    expect(page.locator("[data-chosen=dataset]")).to_have_text(data)
    expect(page.locator("#data input[name=dataset]:checked")).to_have_count(0)
    expect(page.locator(".chip:visible")).to_have_count(0)
    playground.settles(lambda: page.locator("#data").evaluate(OVERFLOW), [0, 0])


@pytest.mark.parametrize("split", ["share", "counts"])
def test_neither_label_noise_nor_a_split_makes_it_overflow(playground, split):
    page = playground.page
    page.set_viewport_size(LARGE)
    playground.open(f"?label_noise=0.2&split={split}")
    expect(playground.menu("Test labels")).to_be_visible()
    expect(playground.menu("Split")).to_have_value(split)
    for way, names in {"share": ["Training share", "Samples"], "counts": ["Training samples", "Test samples"]}.items():
        for name in names:
            expect(playground.slider(name)).to_be_visible(visible=way == split)
    playground.settles(lambda: page.locator("#data").evaluate(OVERFLOW), [0, 0])


def test_fewer_points_than_are_asked_for_are_said(playground):
    playground.open("?dataset=penguins&split=counts&training_samples=200&test_samples=100")
    note = playground.page.locator("#data .split-note")
    playground.wait_until_ready()
    expect(note).to_be_empty()
    playground.type("Test samples", "200")
    expect(note).to_have_text("342 points in all, fewer than asked for: these data have no more.")


@pytest.mark.parametrize("data, offered", [("circle", 7), ("sine", 3), ("digits", 0)])
def test_it_offers_the_features_that_there_are(playground, data, offered):
    playground.open(f"?dataset={data}")
    expect(playground.page.locator(".chip:visible")).to_have_count(offered)


def test_a_formula_is_told_what_it_makes_while_it_is_typed_and_trained_on_at_enter(playground):
    page = playground.open().page
    playground.button("Formula").click()
    panel = page.get_by_role("dialog", name="Data from a formula of x₁ and x₂")
    field, said = panel.get_by_role("textbox"), panel.get_by_role("status")
    expect(field).to_be_focused()
    expect(said).to_have_text("Two classes: the positive one is where this is true.")
    expect(panel.get_by_role("img", name="A few of its points")).to_be_visible()

    field.fill("x2 > siin(x1)")
    expect(said).to_contain_text(
        "Sign 6, “siin”: this name is not known; there are x1, x2, pi, e and the functions sin"
    )
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(panel.get_by_role("img")).to_be_hidden()
    field.press("Enter")
    assert "dataset" not in playground.query, "what is wrong is not trained on"

    field.fill("log(x1) > x2")
    expect(said).to_contain_text("no points are there")
    field.press("Enter")
    expect(panel).to_be_hidden()
    expect(page.locator("[data-chosen=dataset]")).to_have_text("log(x1) > x2")
    playground.until(lambda: "dataset=formula:log(x1)%20%3E%20x2" in playground.query, "the formula in the address")

    playground.reload()
    expect(page.locator("[data-chosen=dataset]")).to_have_text("log(x1) > x2")
    playground.button("Formula").click()
    expect(field).to_have_value("log(x1) > x2")
    field.fill("sin(x1) * x2")
    field.press("Escape")
    playground.button("Formula").click()
    expect(field).to_have_value("sin(x1) * x2")
    panel.get_by_role("button", name="sin(x1)", exact=True).click()
    expect(said).to_have_text("A curve over x₁: its values are to be predicted.")
    panel.get_by_role("button", name="Train on it").click()
    playground.until(lambda: len(playground.frame.windows) and "formula:sin(x1)" in playground.query, "the curve")


def test_the_data_sets_are_listed_by_name_and_chosen_there(playground):
    opener = playground.button("All data sets by name, now circle")
    opener.click()
    panel = playground.page.get_by_role("dialog", name="Data sets")
    for group in ("Two classes", "Several classes", "Numbers to predict", "Real data"):
        expect(panel.get_by_role("heading", name=group)).to_be_visible()
    rows = panel.locator(".data-set")
    expect(rows).to_have_count(len(Dataset))
    expect(panel.locator("[aria-current=true]")).to_contain_text("A disc inside a ring")
    box = playground.place(panel)
    assert box["y"] >= 0 and box["y"] + box["height"] <= 768 and box["x"] + box["width"] <= 1366
    assert violations(playground.page) == []
    playground.change(lambda: panel.get_by_role("button", name="three blobs").click())
    expect(panel).to_be_hidden()
    assert playground.settings["dataset"] == "blobs"
    expect(playground.button("All data sets by name, now three blobs")).to_be_visible()


def test_the_list_of_data_sets_is_whole_where_there_is_little_height(playground):
    """Its columns went on to the right of it, out of view."""
    playground.page.set_viewport_size({"width": 1366, "height": 500})
    playground.page.get_by_role("button", name=re.compile("^All data sets by name")).click()
    panel = playground.page.get_by_role("dialog", name="Data sets")
    expect(panel.get_by_role("button", name=re.compile("handwritten digits"))).to_be_visible()
    assert panel.evaluate("part => part.scrollWidth <= part.clientWidth")
