"""The sample of the drawer's tabs on the graph and on the neuron: one for both, chosen on the map,
where a ring marks it.
"""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def chooser(playground):
    """The page with the tab on the graph open."""
    return Chooser(playground.open("?tab=graph"))


class Chooser:
    """Chooses samples, and finds them again."""

    def __init__(self, playground):
        self.playground = playground
        self.plot = playground.page.locator(".out-plot")
        self.ring = playground.page.locator(".out-sample")
        self.spoken = playground.page.locator(".out-spoken")
        self.number = playground.page.get_by_role("spinbutton", name="Sample")
        expect(playground.page.locator(".graph-box").first).to_be_visible()

    def type(self, number):
        self.number.fill(str(number))
        self.number.press("Enter")

    def place(self):
        """The ring's middle on the screen."""
        box = self.ring.bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def places(self, *numbers):
        """Of several samples, one after the other."""
        found = {}
        for number in numbers:
            before = self.ring.get_attribute("style")
            self.type(number)
            self.playground.until(lambda before=before: self.ring.get_attribute("style") != before, "another place")
            found[number] = self.place()
        return found

    def open(self, tab):
        self.playground.page.get_by_role("tab", name=tab, exact=True).click()


def test_a_click_on_a_point_is_the_sample_of_both_tabs(chooser):
    page, loss = chooser.playground.page, chooser.playground.page.locator("[data-node=L]")
    places, losses = {}, []
    for number in (7, 12):
        before = loss.get_attribute("aria-label")
        places |= chooser.places(number)
        expect(loss).not_to_have_attribute("aria-label", before)
        losses.append(loss.get_attribute("aria-label"))
    page.mouse.move(*places[7])
    expect(page.locator(".out-tip")).to_contain_text("Click or Enter: sample 7")
    page.mouse.click(*places[7])
    expect(chooser.number).to_have_value("7")
    expect(loss).to_have_attribute("aria-label", losses[0])
    expect(chooser.spoken).to_have_text("Sample 7 is chosen.")
    chooser.playground.settles(chooser.place, pytest.approx(places[7], abs=0.5))
    chooser.open("Neuron")
    number = page.get_by_role("textbox", name="Sample number", exact=True)
    expect(number).to_have_value("7")
    page.mouse.click(*places[12])
    expect(number).to_have_value("12")
    chooser.open("Graph")
    expect(chooser.number).to_have_value("12")
    chooser.open("Graph")  # which closes it
    expect(chooser.ring).to_be_hidden()
    page.mouse.click(*places[7])
    chooser.open("Graph")
    expect(chooser.number).to_have_value("12")


def test_enter_chooses_the_point_at_the_crosshair(chooser):
    page, step = chooser.playground.page, chooser.playground.frame.step
    chooser.number.press("Tab")  # from now on the keyboard is in use
    chooser.plot.focus()
    expect(chooser.plot).to_have_attribute("aria-label", re.compile("Enter with the crosshair on it"))
    page.keyboard.press("Shift+ArrowUp")
    tip = page.locator(".out-tip")
    for nth in range(1, 21):  # to the right, until a point is near
        page.keyboard.press("ArrowRight")
        expect(tip).to_contain_text(re.compile(rf"x₁\s*{nth / 4:.2f}"))
        if "sample" in tip.text_content():
            break
    wanted = re.search(r"sample (\d+)", tip.text_content())[1]
    page.keyboard.press("Enter")
    expect(chooser.number).to_have_value(wanted)
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    expect(chooser.spoken).to_have_text("There is no point here.")
    assert chooser.playground.frame.step == step


def test_the_ring_goes_with_a_place_of_ones_own_and_there_is_none_for_a_mini_batch(chooser):
    page = chooser.playground.page
    chooser.playground.page.get_by_role("button", name="Mini-batch").click()
    expect(chooser.ring).to_be_hidden()
    chooser.open("Neuron")
    expect(chooser.ring).to_be_visible()
    for name, value in (("x₁", "3"), ("x₂", "-3")):
        field = page.get_by_role("tabpanel", name="Neuron").get_by_role("textbox", name=name, exact=True)
        field.fill(value)
        field.press("Enter")
    box = chooser.playground.place(chooser.plot)
    expected = box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.75
    chooser.playground.until(lambda: chooser.place() == pytest.approx(expected, abs=1), "the ring at the place")
    chooser.open("Graph")
    page.get_by_role("button", name="Mini-batch").click()
    expect(chooser.ring).to_be_visible()
    chooser.playground.until(lambda: chooser.place() != pytest.approx(expected, abs=1), "the ring elsewhere")


def test_who_draws_chooses_nothing(chooser):
    page, places = chooser.playground.page, chooser.places(7, 12)
    chooser.playground.button("Draw").click()
    expect(chooser.ring).to_be_hidden()
    page.mouse.click(*places[7])
    chooser.plot.press("Enter")
    chooser.playground.button("Done").click()
    expect(chooser.ring).to_be_visible()
    expect(chooser.number).to_have_value("12")


def test_fewer_data_have_another_sample_instead(chooser):
    chooser.type(500)
    expect(chooser.number).to_have_value("500")
    chooser.playground.open("?tab=graph&samples=40")
    chooser.type(40)
    chooser.playground.field("Samples").fill("30")
    chooser.playground.change(lambda: chooser.playground.field("Samples").press("Enter"))
    expect(chooser.number).to_have_value("30")
    expect(chooser.playground.page.locator(".panel-graph .drawer-fault")).to_have_text("")
    chooser.playground.expect_complaints("422")  # of a question that was asked before the fewer data had come
