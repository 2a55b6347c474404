"""By ear: a screen reader finds a name on everything, and one can train, change and read a network by it alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.voice import Voice
from tests.frames import biases


@pytest.mark.parametrize("query", ["", "?tab=neuron", "?tab=graph", "?tab=measures", "?dataset=digits&tab=inputs"])
def test_whatever_one_can_reach_has_a_name_of_its_own(playground, query):
    playground.open(query)
    reached = Voice(playground).focusable()
    assert len(reached) > 60
    assert [role for role, name in reached if not name] == []
    controls = [each for each in reached if each[0] in ("button", "slider", "textbox", "combobox", "checkbox", "tab")]
    assert sorted({each for each in controls if controls.count(each) > 1}) == []


def test_no_line_has_a_gap_where_a_number_should_be(playground):
    playground.open()
    gaps = [line for line in Voice(playground).all() if re.search(r"\. \.|undefined|NaN|null|\bof ,", line)]
    assert gaps == []


def test_one_can_train_change_and_read_a_network_by_ear(playground):
    playground.open()
    voice, keys = Voice(playground), playground.page.keyboard
    heard = playground.record(playground.page.locator("#status"))
    voice.until("button, Play")
    keys.press("Space")
    playground.until(lambda: "Training." in heard(), "that it trains")
    assert voice.until("slider, Learning rate") == "slider, Learning rate, 0.03"
    keys.press("ArrowRight")
    voice.says("slider, Learning rate, 0.04")
    playground.wait_for_steps(100)
    keys.press("Space")
    playground.until(lambda: heard()[-1].startswith("Paused. Epoch "), "how far it is")
    assert re.search(r"Training loss \S+, test loss \S+, test accuracy ", heard()[-1])
    voice.until("button, Unit 1 of layer 1")
    keys.press("ArrowDown")
    voice.says("button, Unit 2 of layer 1")
    keys.press("Enter")
    expect(playground.page.get_by_role("dialog", name="Unit 2 of layer 1")).to_be_visible()
    playground.until(lambda: re.fullmatch(r"textbox, bias, −?\d\.\d+", voice.focused()), "the bias, to be typed")
    keys.type("1.5")
    keys.press("Enter")
    playground.until(lambda: biases(playground.frame)[0][1] == 1.5, "the bias that was typed")
    voice.says("textbox, bias, 1.5")
    keys.press("Escape")
    voice.says("button, Unit 2 of layer 1")
    voice.until("image, ")  # the map
    keys.press("ArrowRight")
    spoken = playground.page.locator(".out-spoken")
    expect(spoken).to_have_text(re.compile(r"x₁ 0\.25\s+x₂ 0\.00\s+P\(\w+\) \d+\.\d %"))
    chart = playground.page.get_by_role("img", name=re.compile(r"^Loss over epochs\. train\s[\d.]+ · test\s[\d.]+\.$"))
    expect(chart).to_have_count(1)  # it is told at a humane rate, not with each frame
    lines = "\n".join(voice.all())
    assert f"Step: help, expanded: False\nStep\ndefinition\n{playground.frame.step:,}\n" in lines
