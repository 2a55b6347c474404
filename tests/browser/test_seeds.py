"""Many seeds in the drawer: trained by one button, watched, cancelled, told as band, share and maps."""

import re

from playwright.sync_api import expect


def panel_of(playground, query=""):
    playground.open(f"?tab=seeds{query}")
    return playground.page.get_by_role("tabpanel", name="Seeds")


def test_one_button_trains_them_and_shows_what_came_of_it(playground):
    panel = panel_of(playground, "&dataset=xor&hidden=3")
    panel.get_by_role("spinbutton", name=re.compile("^Seeds")).fill("4")
    panel.get_by_role("spinbutton", name=re.compile("^Epochs")).fill("20")
    panel.get_by_role("button", name="Train them").click()
    expect(panel).to_contain_text("4 of 4 seeds are trained")
    expect(panel).to_contain_text(re.compile(r"\d of 4 seeds succeeded .* test accuracy was 90\.0 % or more"))
    expect(panel.get_by_role("img", name=re.compile("^Loss over the epochs. train: median"))).to_be_visible()
    expect(panel.get_by_role("img", name="What most say")).to_be_visible()
    size = playground.place(panel.get_by_role("img", name="What most say"))["width"]
    playground.button("Enlarge the drawer").click()
    assert playground.place(panel.get_by_role("img", name="What most say"))["width"] > 2 * size
    panel.get_by_text("Each seed's test score").click()
    expect(panel.get_by_role("listitem")).to_have_count(4)
    expect(playground.reading("step")).to_have_text("0")  # the network on the page has not moved


def test_they_can_be_cancelled(playground):
    panel = panel_of(playground, "&samples=2000")
    panel.get_by_role("spinbutton", name=re.compile("^Seeds")).fill("50")
    panel.get_by_role("spinbutton", name=re.compile("^Epochs")).fill("2000")
    panel.get_by_role("button", name="Train them").click()
    panel.get_by_role("button", name="Cancel").click()
    expect(panel).to_contain_text("Cancelled")
    expect(panel.get_by_role("button", name="Train them")).to_be_enabled()


def test_a_wrong_number_is_one_sentence(playground):
    panel = panel_of(playground)
    panel.get_by_role("spinbutton", name=re.compile("^Seeds")).fill("99")
    panel.get_by_role("button", name="Train them").click()
    expect(panel).to_contain_text("a whole number from 2 to 50")
