"""The tab on losses: predictions dragged by pointer, keys and typing; softmax;
Huber's δ is the network's setting; the help.
"""

import math
import re

import pytest
from playwright.sync_api import expect

from tests.browser.playground import PHONE


def panel_of(playground, query=""):
    playground.open(f"?tab=losses{query}")
    return playground.page.get_by_role("tabpanel", name="Losses")


def numbers_of(panel, loss):
    """A loss's value and slope, as its row tells."""
    cells = panel.get_by_role("row", name=re.compile(f"^{loss}")).get_by_role("cell")
    return [float(text.replace("−", "-")) for text in cells.all_inner_texts()]


def expect_numbers(playground, panel, loss, wanted, within=6e-4):
    """Wait until a loss's value and slope are these."""
    playground.settles(lambda: numbers_of(panel, loss), pytest.approx(wanted, abs=within))


def enter(panel, name, text):
    field = panel.get_by_role("textbox", name=name, exact=True)
    field.fill(text)
    field.press("Enter")


def test_a_typed_prediction_gives_both_losses_and_their_gradients(playground):
    panel = panel_of(playground)
    enter(panel, "prediction p", "0,02")
    expect_numbers(playground, panel, "cross-entropy", [-math.log(0.02), -0.98])
    expect_numbers(playground, panel, "squared error", [0.5 * 0.98**2, -0.98 * 0.02 * 0.98])
    enter(panel, "target t", "0")
    expect_numbers(playground, panel, "cross-entropy", [-math.log(0.98), 0.02])
    enter(panel, "prediction p", "7")
    expect(panel.get_by_role("textbox", name="prediction p", exact=True)).to_have_attribute("aria-invalid", "true")
    expect_numbers(playground, panel, "cross-entropy", [-math.log(0.98), 0.02])


def test_a_prediction_is_dragged_in_the_picture_and_moved_by_keys(playground):
    panel = panel_of(playground)
    picture = panel.get_by_role("img", name=re.compile("^Gradients of both losses"))
    picture.scroll_into_view_if_needed()
    place = playground.place(picture)
    y = place["y"] + place["height"] / 2
    playground.page.mouse.move(place["x"] + place["width"] * 0.5, y)
    playground.page.mouse.down()
    playground.page.mouse.move(place["x"] + place["width"] * 0.98, y, steps=4)
    playground.page.mouse.up()
    field = panel.get_by_role("textbox", name="sum z", exact=True)
    expect(field).to_have_value("8")
    slider = panel.get_by_role("slider", name="sum z, by slider", exact=True)
    slider.focus()
    playground.page.keyboard.press("ArrowLeft")
    expect(field).to_have_value("7.99")
    expect(playground.reading("step")).to_have_text("0")  # the page's own arrow keys are not meant


def test_softmax_sums_to_one_and_does_not_mind_a_shift(playground):
    panel = panel_of(playground, "&dataset=blobs")
    rows = panel.get_by_role("row").filter(has=playground.page.get_by_role("radio"))
    expect(rows).to_have_count(3)
    before = panel.get_by_role("img", name=re.compile("^Probability")).evaluate_all(
        "bars => bars.map(bar => bar.ariaLabel)"
    )
    assert sum(float(label.rsplit(" ", 1)[1]) for label in before) == pytest.approx(1, abs=2e-3)
    panel.get_by_role("button", name="Add 1 to all logits").click()
    expect(panel.get_by_role("textbox", name="logit z of class 1", exact=True)).to_have_value("3")
    after = panel.get_by_role("img", name=re.compile("^Probability")).evaluate_all(
        "bars => bars.map(bar => bar.ariaLabel)"
    )
    assert after == before
    enter(panel, "logit z of class 3", "9")
    panel.get_by_role("radio", name="Class 3 is the right one").check()
    expect(panel).to_contain_text(re.compile(r"−ln 0\.99\d = 0\.00"))
    panel.get_by_role("button", name="One class more").click()
    expect(rows).to_have_count(4)


def test_hubers_delta_is_the_networks_setting(playground):
    panel = panel_of(playground, "&dataset=plane&loss=huber")
    expect(panel.get_by_role("radio", name="A number")).to_be_checked()
    enter(panel, "δ of Huber", "0.5")
    playground.until(lambda: playground.settings["huber_delta"] == 0.5, "the setting")
    enter(panel, "prediction y", "3")
    expect_numbers(playground, panel, "Huber", [0.5 * (3 - 0.25), 0.5], within=1e-3)
    expect_numbers(playground, panel, "absolute error", [3, 1])
    panel.get_by_role("radio", name="A margin").check()
    enter(panel, "score z", "1.5")
    expect_numbers(playground, panel, "hinge", [0, 0])
    assert not playground.complaints()


def test_the_help_on_losses_tells_tasks_and_draws_curves(playground):
    playground.button("Loss: help").click()
    helped = playground.page.locator("#help-loss")
    expect(helped.locator("[data-option=huber]")).to_contain_text("Fits: numbers.")
    expect(helped.locator("[data-option=hinge]")).to_contain_text("Fits: two classes, several classes.")
    expect(helped.locator(".help-curves > svg")).to_have_count(5)
    playground.page.keyboard.press("Escape")
    playground.button("Activation: help").click()
    expect(playground.page.locator("#help-activation .help-curves > svg")).to_have_count(11)


def test_on_a_phone_nothing_is_too_wide(visit, server):
    phone = visit(server.address, viewport=PHONE)
    panel = panel_of(phone, "&full=1")
    for part in ("Two classes", "Several classes", "A number", "A margin"):
        panel.get_by_role("radio", name=part, exact=True).check()
        assert not phone.is_too_wide(), part


def test_on_a_phone_the_bars_of_softmax_keep_their_names(visit, server):
    phone = visit(server.address, viewport=PHONE)
    panel = panel_of(phone, "&full=1&dataset=blobs")
    names = panel.locator(".soft-rows tr").nth(1).locator("td[data-title]")
    expect(names).to_have_count(3)  # the part opens with the first frame
    read = "cells => cells.map((cell) => getComputedStyle(cell, '::before').content)"
    assert names.evaluate_all(read) == ['"logit z"', '"probability p"', '"gradient ∂L/∂z"']
    cut = "all => all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent)"
    phone.settles(lambda: panel.locator(".soft-bar output").evaluate_all(cut), [])
