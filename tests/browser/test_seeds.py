"""Many seeds in the drawer: trained by one button, watched, cancelled, told as band, share and maps."""

import re

from playwright.sync_api import expect

PAINTED = """canvas => canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data
  .some((value) => value > 0)"""


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
    most = panel.get_by_role("img", name="What most say")
    playground.until(lambda: playground.place(most)["width"] > 2 * size, "a larger picture")
    expect(panel.get_by_role("listitem")).to_have_count(4)
    expect(playground.reading("step")).to_have_text("0")  # the network on the page has not moved
    panel.get_by_role("link", name="Make an experiment of it").click()
    place = playground.page.get_by_role("main")
    expect(place.get_by_role("textbox", name="Seeds")).to_have_value("4")
    expect(place.get_by_text(re.compile("^4 trainings, "))).to_be_visible()


def test_any_seed_is_opened_as_the_live_network(playground):
    panel = panel_of(playground, "&dataset=xor&hidden=3")
    panel.get_by_role("spinbutton", name=re.compile("^Seeds")).fill("2")
    panel.get_by_role("spinbutton", name=re.compile("^Epochs")).fill("20")
    panel.get_by_role("button", name="Train them").click()
    expect(panel).to_contain_text("2 of 2 seeds are trained")
    playground.change(lambda: playground.type("Learning rate", "0.3"))  # since then
    second = panel.get_by_role("button", name=re.compile("^Seed 43"))
    score = re.search(r"[\d.]+ %", second.get_attribute("aria-label"))[0]
    playground.until(lambda: second.locator("canvas").evaluate(PAINTED), "its picture")
    second.click()
    playground.until(lambda: playground.frame.epoch == 20 and not playground.frame.playing, "the end of its training")
    assert playground.settings["seed"] == 43 and playground.settings["learning_rate"] == 0.03
    assert abs(playground.frame.test.accuracy - float(score.removesuffix(" %")) / 100) < 0.001


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
