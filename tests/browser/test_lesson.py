"""The lesson on one neuron: a short address, the real page beside a text, and buttons that set the real network up."""

import re

from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.playground import PHONE


def begin(tab, address="neuron"):
    tab.address = tab.address.rstrip("/") + "/"
    tab.open(address)
    return tab.page.get_by_role("region", name="Lesson: One neuron")


def step(lesson, number):
    lesson.get_by_role("button", name=re.compile(f"^Step {number}:")).click()


def test_it_opens_on_one_neuron_with_its_tab_large(tab):
    lesson = begin(tab)
    assert (tab.settings["dataset"], tab.settings["hidden"]) == ("gauss", [])
    panel = tab.page.get_by_role("tabpanel", name="Neuron")
    expect(panel.get_by_role("img", name=re.compile("^A nerve cell"))).to_be_visible()
    expect(panel.get_by_role("link", name="A lesson on one neuron")).to_have_count(0)
    expect(lesson.get_by_role("heading", name="Meet it")).to_be_visible()
    text, drawer = tab.place(lesson), tab.place(tab.page.locator("#drawer"))
    assert text["x"] + text["width"] <= drawer["x"] + 1  # nothing lies over the other


def test_its_steps_are_walked_by_keyboard_and_survive_a_reload(tab):
    lesson = begin(tab)
    expect(lesson.get_by_role("button", name="Back")).to_be_disabled()
    forth = lesson.get_by_role("button", name="Next")
    forth.focus()
    for _ in range(2):
        tab.page.keyboard.press("Enter")
    expect(lesson.get_by_role("heading", name="Find the line")).to_be_visible()
    expect(forth).to_be_focused()
    tab.until(lambda: "lesson=neuron-3" in tab.query, "the step in the address")
    tab.reload()
    expect(lesson.get_by_role("heading", name="Find the line")).to_be_visible()


def test_and_or_and_xor_are_data_of_the_running_network(tab):
    lesson = begin(tab)
    step(lesson, 5)
    shares = {}
    for gate in ("AND", "OR"):
        tab.change(lambda gate=gate: lesson.get_by_role("button", name=gate, exact=True).click())
        tab.until(lambda: tab.settings["dataset"].startswith("own."), "the clouds")
        shares[gate] = tab.settings["dataset"]
    assert shares["AND"] != shares["OR"]
    step(lesson, 6)
    tab.change(lambda: lesson.get_by_role("button", name="XOR", exact=True).click())
    assert tab.settings["hidden"] == []


def test_a_layer_learns_what_one_neuron_cannot(tab):
    lesson = begin(tab, "neuron?speed=full")
    step(lesson, 6)
    tab.change(lambda: lesson.get_by_role("button", name="XOR", exact=True).click())
    tab.play()
    tab.wait_for_steps(2000)
    assert tab.frame.train.accuracy < 0.8
    step(lesson, 7)
    tab.change(lambda: lesson.get_by_role("button", name="Add four neurons").click())
    assert [layer["units"] for layer in tab.settings["hidden"]] == [4]
    tab.menu("Speed").select_option("full speed")
    tab.until(lambda: tab.frame.train.accuracy == 1, "all four clouds to be right")
    lesson.get_by_role("button", name="See the whole network").click()
    expect(tab.region("Network").get_by_role("button", name="Unit 4 of layer 1", exact=True)).to_be_visible()
    tab.pause()


def test_it_ends_and_the_network_stays(tab):
    lesson = begin(tab)
    tab.step()
    lesson.get_by_role("button", name="End the lesson").click()
    expect(lesson).to_be_hidden()
    tab.until(lambda: "lesson" not in tab.query, "the address")
    link = tab.page.get_by_role("tabpanel", name="Neuron").get_by_role("link", name="A lesson on one neuron")
    expect(link).to_have_attribute("href", "neuron")
    assert tab.frame.step == 1


def test_a_lesson_that_is_not_there_says_so_and_can_be_left(tab):
    tab.expect_complaints("404")
    tab.open("?lesson=nothing")
    region = tab.page.get_by_role("region", name=re.compile("^Lesson"))
    expect(region.get_by_role("status")).not_to_be_empty()
    region.get_by_role("button", name="End the lesson").click()
    expect(region).to_be_hidden()


def test_on_a_phone_it_stands_between_the_map_and_what_it_speaks_of(visit, server):
    phone = visit(server.address, viewport=PHONE)
    lesson = begin(phone)
    assert not phone.is_too_wide()
    numbers, picture, text = (phone.place(phone.page.locator(each)) for each in (".readout", "#drawer", "#lesson"))
    assert numbers["y"] + numbers["height"] <= picture["y"] and picture["y"] + picture["height"] <= text["y"] + 1
    assert picture["height"] > 300
    lesson.get_by_role("button", name="Next").click()
    expect(lesson.get_by_role("heading", name="Drag a weight")).to_be_visible()
    phone.play()
    phone.wait_for_steps(2)
    phone.pause()
    phone.reset()


def test_axe_finds_nothing_serious_in_a_lesson(tab):
    lesson = begin(tab)
    step(lesson, 5)
    expect(lesson.get_by_role("button", name="AND", exact=True)).to_be_visible()
    assert violations(tab.page) == []
