"""Digits in the output panel: test pictures with the network's answers, live, by pointer and keys,
and the plane again.
"""

import re

import pytest
from playwright.sync_api import expect

KEY = re.compile(r"^(\d+) of 100 right")


@pytest.fixture
def digits(playground):
    playground.open("?dataset=digits&hidden=16&learning_rate=0.1&speed=1+epoch%2Fframe")
    playground.until(lambda: playground.frame.guesses, "answers")
    expect(canvas(playground)).to_be_visible()
    expect(playground.region("Output").get_by_text(KEY)).to_be_visible()
    return playground


def right(playground):
    """How many the page says are right."""
    return int(KEY.match(playground.region("Output").locator(".out-mosaic-key").inner_text()).group(1))


def canvas(playground):
    return playground.page.locator(".out-mosaic")


def test_answers_change_while_it_trains(digits):
    before, picture = right(digits), digits.picture(canvas(digits))
    digits.play()
    digits.until(lambda: right(digits) > 80, "digits that are learned")
    digits.pause()
    assert before < 50
    digits.until(lambda: digits.picture(canvas(digits)) != picture, "another picture")
    assert len(digits.frame.guesses) == 100


def test_the_plane_is_one_choice_away_and_in_the_address(digits):
    choice = digits.page.get_by_role("radiogroup", name="What the output shows")
    choice.get_by_role("radio", name="Plane of two pixels").check()
    expect(canvas(digits)).to_be_hidden()
    expect(digits.map).to_be_visible()
    digits.until(lambda: "plane=1" in digits.query, "an address with the plane")
    digits.step()
    digits.until(lambda: digits.frame.guesses is None, "frames without answers")
    digits.reload()
    expect(canvas(digits)).to_be_hidden()
    choice.get_by_role("radio", name="Test pictures").check()
    expect(canvas(digits)).to_be_visible()


def test_other_data_have_no_such_choice(playground):
    playground.open("?dataset=xor")
    expect(canvas(playground)).to_be_hidden()
    expect(playground.page.get_by_role("radiogroup", name="What the output shows")).to_have_count(0)


def test_one_is_read_by_pointer_and_taken_by_a_click(digits):
    box = digits.place(canvas(digits))
    place = box["x"] + box["width"] * 0.05, box["y"] + box["height"] * 0.35
    digits.page.mouse.move(*place)
    expect(digits.region("Output").get_by_text(re.compile(r"Picture \d+: 3\s+the network says"))).to_be_visible()
    digits.page.mouse.click(*place)
    expect(digits.page.get_by_role("tabpanel", name="Inputs")).to_be_visible()
    expect(digits.page.get_by_role("application", name=re.compile("pad|draw", re.IGNORECASE))).to_be_visible()


def test_one_is_read_and_taken_by_keys(digits):
    plot = digits.page.locator(".out-plot")
    plot.focus()
    step = digits.frame.step
    for key in ("ArrowRight", "ArrowRight", "ArrowDown"):
        plot.press(key)
    expect(digits.region("Output").get_by_text(re.compile(r"Picture \d+: 1\s+the network says")).first).to_be_visible()
    plot.press("Enter")
    expect(digits.page.get_by_role("tabpanel", name="Inputs")).to_be_visible()
    assert digits.frame.step == step  # arrows elsewhere step the training


def test_a_screen_reader_hears_how_many_are_wrong(digits):
    plot = digits.page.locator(".out-plot")
    expect(plot).to_have_attribute("aria-label", re.compile(r"^100 test pictures, a row for each class; \d+ of them"))
    expect(plot).to_have_attribute("aria-label", re.compile(f" {100 - right(digits)} of them in the wrong class"))
