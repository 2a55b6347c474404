"""Experiments: a question is picked or made, guessed at, run, read, opened and taken home; by pointer and by keys."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.playground import LARGE, PHONE
from tests.browser.test_access import in_both_themes
from tests.browser.test_first_paint import MOST, SHIFT
from tests.browser.test_places import go, heading

TINY = "/experiments?own=&axis=width&values=1,2,4&seeds=2&epochs=5"
LONG = "/experiments?own=&axis=width&values=64,128&seeds=100&epochs=2000"
FIRST_START = 240_000  # milliseconds until the processes that train have their kernels
HOME = {
    "Trainings (CSV)": "trials.csv",
    "Points (CSV)": "points.csv",
    "Notebook": ".ipynb",
    "Python": ".py",
}


@pytest.fixture(scope="module")
def experiment(tabs, server):
    """The address of one of six trainings that is done, with a guess; begun in the page, by keys."""
    tab = tabs.take(server.address)
    place = main(tab.open(TINY))
    expect(place.get_by_text("6 trainings, less than a second")).to_be_visible()
    guess(place)
    place.get_by_role("button", name="Run it").press("Enter")
    expect(heading_of(place, "Units per hidden layer")).to_be_focused()
    done(place)
    address = "/experiments" + tab.query
    tabs.give_back(tab)
    return address


@pytest.fixture
def lab(tab, experiment):
    """The page at it."""
    tab.open(experiment)
    done(main(tab))
    return tab


def main(playground):
    return playground.page.get_by_role("main")


def heading_of(place, name):
    return place.get_by_role("heading", name=name, level=2)


def guess(place):
    """High, low, high, by the keys."""
    pad = place.get_by_role("group", name="Your guess")
    first, second, third = (pad.get_by_role("slider", name=f"Guess at {value}", exact=True) for value in (1, 2, 4))
    first.press("PageUp")
    expect(first).to_have_attribute("aria-valuetext", "70 % of the height")
    first.press("ArrowRight")
    expect(second).to_be_focused()
    second.press("PageDown")
    third.press("ArrowUp")
    expect(third).not_to_have_attribute("aria-valuetext", "nothing guessed yet")


def done(place, total=6):
    bar = place.get_by_role("progressbar", name=f"{total} of {total} trainings done")
    expect(bar).to_be_visible(timeout=FIRST_START)


def state(place):
    return place.locator(".lab-state")


def columns(place):
    """The values of the axis in the picture, as keys and pointer reach them."""
    return place.get_by_role("group", name="Training error, Test error").get_by_role("button")


def switch(place, name):
    return place.get_by_role("button", name=name, exact=True)


def test_a_ready_question_is_told_before_it_runs_and_back_leads_to_all(tab):
    tab.open()
    place = go(tab, "Experiments")
    expect(heading(tab, "Experiments")).to_be_focused()
    place.get_by_role("link", name=re.compile("^How wide")).first.click()
    title = place.get_by_role("heading", level=2).first
    expect(title).to_be_focused()
    expect(tab.page).to_have_url(re.compile(r"/experiments\?question=\w+$"))
    expect(place.get_by_text(re.compile(r"^\d+ trainings, "))).to_have_count(2)
    name = title.inner_text()
    tab.reload()
    expect(heading_of(place, name)).to_be_visible()
    tab.page.go_back()
    expect(place.get_by_role("link", name=re.compile("^How wide")).first).to_be_visible()


def test_what_is_half_typed_stays_while_the_cost_comes_and_counts_once_left(tab):
    place = main(tab.open(TINY))
    seeds, epochs, values = (place.get_by_role("textbox", name=name) for name in ("Seeds", "Epochs", "Values"))
    seeds.fill("3")
    epochs.fill("40")
    values.press("End")
    values.press_sequentially(", 8")
    expect(place.get_by_text(re.compile("^9 trainings, "))).to_be_visible()
    expect(values).to_have_value("1,2,4, 8")
    values.press("Tab")
    expect(place.get_by_text(re.compile("^12 trainings, "))).to_be_visible()
    assert "epochs=40" in tab.query and "seeds=3" in tab.query


def test_a_done_experiment_is_read_by_keys_as_a_table_and_in_sentences(lab):
    place = main(lab)
    expect(columns(place)).to_have_count(3)
    columns(place).first.press("ArrowRight")
    expect(columns(place).nth(1)).to_be_focused()
    expect(columns(place).nth(1)).to_have_accessible_name(re.compile(r"^Units per hidden layer 2 · .* parameters · "))
    columns(place).nth(1).press("Enter")
    seeds = place.get_by_role("region", name="This point").get_by_role("row")
    expect(seeds).to_have_count(3)
    expect(place.get_by_text(re.compile("^Your guess had its lowest at 2"))).to_have_count(1)
    place.get_by_text("Table of the points").click()
    table = place.get_by_role("region", name="Table of the points")
    cells = table.get_by_role("rowheader")
    expect(cells).to_have_text(["1", "2", "4"])
    table.get_by_role("button", name="Units per hidden layer").click()
    table.get_by_role("button", name="Units per hidden layer").click()
    expect(cells).to_have_text(["4", "2", "1"])


def test_switches_change_the_picture_and_a_reload_finds_it_again(lab):
    place = main(lab)
    dots = place.locator(".lab-dot")
    expect(dots).to_have_count(0)
    switch(place, "Each seed").click()
    expect(dots).to_have_count(12)
    expect(place.locator(".lab-guess")).to_have_count(1)
    switch(place, "Your guess").click()
    expect(place.locator(".lab-guess")).to_have_count(0)
    place.get_by_role("combobox", name=re.compile("^Show")).select_option("Loss")
    expect(place.get_by_role("group", name="Training loss, Test loss").get_by_role("button")).to_have_count(3)
    lab.reload()
    done(place)
    expect(columns(place)).to_have_count(3)


def test_a_dot_opens_as_a_living_network_and_two_as_lanes(lab):
    place = main(lab)
    columns(place).nth(2).click()
    point = place.get_by_role("region", name="This point")
    told = point.get_by_role("row").nth(2).get_by_role("cell").nth(1).inner_text()
    place.get_by_role("button", name="Open the network of seed 2 in the playground").click()
    expect(heading(lab, "Playground")).to_be_focused()
    lab.until(lambda: lab.frame.epoch == 5 and lab.frame.sizes[1] == 4, "the network of the dot")
    assert f"{1 - lab.frame.test.accuracy:.3f}" == told
    expect(
        lab.page.get_by_text("Opened from “Units per hidden layer”: Units per hidden layer 4, seed 2")
    ).to_be_visible()
    lab.page.get_by_role("button", name="Play").click()
    lab.until(lambda: lab.frame.epoch > 6, "it goes on beyond the end of its trial")
    lab.page.go_back()
    done(place)
    for at in (0, 2):
        columns(place).nth(at).click()
        place.get_by_role("checkbox", name="Compare the network of seed 1").check()
    place.get_by_role("button", name="Open both side by side").click()
    expect(lab.page.get_by_role("tab", name="Compare")).to_have_attribute("aria-selected", "true")
    lab.until(lambda: len(lab.frame.lanes or []) == 2, "two lanes")


def test_a_long_one_goes_on_elsewhere_pauses_and_is_cancelled(tab):
    place = main(tab.open(LONG))
    place.get_by_role("button", name="Run it").click()
    place.get_by_role("button", name="Pause").click()
    expect(state(place)).to_contain_text("Paused: nothing is lost")
    place.get_by_role("button", name="Go on").click()
    expect(place.get_by_role("button", name="Pause")).to_be_visible()
    running = tab.query
    tab.open()
    name = tab.page.get_by_role("button", name="glassbox: places")
    expect(name).to_have_attribute("title", re.compile("^Running: Units per hidden layer"))
    tab.go("/experiments" + running)
    expect(place.get_by_role("button", name="Pause")).to_be_visible()
    name.click()
    menu = tab.page.get_by_role("navigation", name="Places")
    expect(menu.get_by_role("link", name=re.compile("^Experiments"))).to_contain_text("Running: Units per hidden layer")
    tab.page.keyboard.press("Escape")
    place.get_by_role("button", name="Cancel").click()
    expect(state(place)).to_contain_text("Cancelled")
    go(tab, "Lab book").get_by_text("1 experiment", exact=True).click()
    place.get_by_role("link", name="Units per hidden layer").click()
    expect(state(place)).to_contain_text("Cancelled")
    place.get_by_role("link", name="All experiments").click()
    place.get_by_role("button", name="Delete Units per hidden layer").click()
    place.get_by_role("button", name="Delete for good?").click()
    expect(place.get_by_text("What you begin is kept here")).to_be_visible()


def test_a_setting_s_help_leads_to_its_experiment(playground):
    playground.page.get_by_role("button", name="Learning rate: help").first.click()
    playground.page.get_by_role("link", name="Vary this in an experiment").click()
    place = main(playground)
    expect(place.get_by_role("combobox", name="What varies", exact=True)).to_have_value("learning_rate")
    values = place.get_by_role("textbox", name="Values")
    expect(values).not_to_have_value("")
    values.fill("0.01, much")
    values.press("Tab")
    expect(place.get_by_text("much: no value of “Learning rate”")).to_be_visible()
    expect(place.get_by_text(re.compile("^8 trainings, "))).to_be_visible()


def test_it_is_taken_home_as_tables_pictures_and_a_link(lab):
    place = main(lab)
    for name, file in HOME.items():
        with lab.page.expect_download() as kept:
            place.get_by_role("link", name=name, exact=True).click()
        assert kept.value.suggested_filename.endswith(file)
    for kind in ("PNG", "SVG"):
        with lab.page.expect_download() as kept:
            place.get_by_role("button", name=f"Picture ({kind})").click()
        assert kept.value.suggested_filename == f"units-per-hidden-layer.{kind.lower()}"
    place.get_by_role("button", name="Copy the link").click()
    expect(place.get_by_text("The link is copied")).to_be_visible()
    assert lab.page.evaluate("navigator.clipboard.readText()") == lab.page.url


@pytest.mark.parametrize("size", [LARGE, PHONE], ids=["projector", "phone"])
def test_axe_finds_nothing_and_nothing_moves_or_is_wider_than_the_screen(visit, server, experiment, size):
    tab = visit(server.address, viewport=size)
    for query in ("/experiments", experiment, TINY):
        tab.go(query)
        place = main(tab)
        expect(place.locator(".lab-card, .lab-chart").first).to_be_visible()
        assert tab.page.evaluate(SHIFT) < MOST
        assert place.evaluate("part => part.scrollWidth <= part.clientWidth")
        assert in_both_themes(tab.page) == []
