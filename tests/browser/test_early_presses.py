"""What a person does before the page's scripts are there is done once they are: each thing once, in order."""

import re

import pytest
from playwright.sync_api import expect

SCRIPTS = re.compile(r"/static/[\w-]+\.js$")  # what runs before the first paint stands in the document itself


@pytest.fixture
def held(tab):
    """The page as the server sent it, its scripts still on their way; `held.release()` lets them come."""
    waiting, sent = [], []
    tab.page.route(SCRIPTS, lambda route: waiting.append(route))
    tab.page.on("websocket", lambda socket: socket.on("framesent", lambda text: sent.append(text)))
    tab.page.goto(tab.address, wait_until="commit")
    expect(tab.page.locator("#timeline")).to_be_visible()
    tab.until(lambda: waiting, "the scripts' request")

    def release():
        for route in waiting:
            route.continue_()
        tab.page.unroute(SCRIPTS)
        return tab.wait_until_ready()

    tab.release, tab.sent = release, sent
    return tab


def sent(tab, kind):
    return [text for text in tab.sent if f'"type":"{kind}"' in text]


def test_every_kind_of_control_is_heard(held):
    held.button("Play").click()
    held.menu("Optimizer").select_option("adam")
    held.dataset("xor").check(force=True)
    held.type("Noise", "0.5")
    held.slider("Learning rate").press("End")
    held.page.get_by_role("tab", name="Measures").click()
    held.release()
    held.until(lambda: held.frame.playing, "a network that plays")
    held.until(lambda: held.settings["learning_rate"] == 10, "the slider's last place")
    assert (held.settings["optimizer"], held.settings["dataset"], held.settings["noise"]) == ("adam", "xor", 0.5)
    expect(held.page.get_by_role("tabpanel", name="Measures")).to_be_visible()
    assert len(sent(held, "play")) == 1
    assert all(sum(f'"{name}"' in text for text in sent(held, "configure")) == 1 for name in ("optimizer", "dataset"))


def test_a_switch_pressed_twice_stands_where_it_stood(held):
    for _ in range(2):
        held.button("Dark theme").click()
    held.button("Dark theme").click()
    held.release()
    expect(held.page.locator("html")).to_have_attribute("data-theme", "dark")


def test_keys_are_heard_too(held):
    held.page.keyboard.press("Space")
    held.release()
    held.until(lambda: held.frame.playing, "a network that plays")


def test_a_pressed_button_says_that_it_has_heard(held):
    held.button("Play").click()
    expect(held.button("Play")).to_have_attribute("aria-busy", "true")
    held.release()
    expect(held.page.locator("[data-do=play]")).not_to_have_attribute("aria-busy", "true")


def test_a_number_half_typed_stays_and_counts(held):
    held.field("Learning rate").fill("0.5")
    held.release()
    expect(held.field("Learning rate")).to_have_value("0.5")
    held.field("Learning rate").press("Enter")
    held.until(lambda: held.settings["learning_rate"] == 0.5, "the number")


def test_what_opens_by_itself_opens_filled_in(held):
    held.button("Share").click()
    held.release()
    expect(held.page.get_by_role("textbox", name="Link")).to_have_value(re.compile("^http"))


def test_what_cannot_be_done_yet_does_not_look_ready(held):
    for name in ("Reset", "Step one batch", "Step one epoch", "Draw"):
        expect(held.button(name)).to_be_disabled()
    expect(held.page.get_by_role("slider", name="Timeline")).to_be_disabled()
    save = held.page.get_by_role("link", name="Download the data as CSV")  # a link, though it leads nowhere yet
    expect(save).to_be_disabled()
    held.release()
