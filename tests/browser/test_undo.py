"""Undo and redo on the real page: the moment before a change comes back, and what was left after it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.playground import PHONE
from tests.browser.test_own_data import Studio


def undo(playground):
    return playground.region("Timeline").get_by_role("button", name=re.compile(r"^Undo|^Nothing to undo"))


def redo(playground):
    return playground.region("Timeline").get_by_role("button", name=re.compile(r"^Redo|^Nothing to redo"))


def note(playground):
    return playground.page.locator(".timeline-note")


def back(playground, act):
    """Do it, and wait for the first frame of what comes back."""
    before = playground.frame.run
    playground.first(lambda frame: frame.run > before, "a frame of what comes back", act)
    return playground.frame


def press(playground, keys):
    return lambda: playground.page.keyboard.press(keys)


def state(frame):
    return frame.step, frame.weights, frame.biases, frame.train


def test_a_change_is_told_and_comes_back_with_what_was_trained_before_and_after_it(playground):
    expect(undo(playground)).to_be_disabled()
    before = playground.step("epoch")
    playground.change(lambda: playground.menu("Optimizer").select_option(label="Adam"))
    expect(note(playground)).to_contain_text("Optimizer SGD → Adam")
    expect(undo(playground)).to_have_accessible_name("Undo: Optimizer SGD → Adam")
    playground.step("epoch")
    after = playground.step("epoch")
    expect(note(playground)).to_contain_text("Undo takes back 2 epochs")
    assert state(back(playground, undo(playground).click)) == state(before)
    expect(playground.menu("Optimizer")).to_have_value("sgd")
    expect(playground.reading("epoch")).to_have_text("1")
    expect(undo(playground)).to_be_disabled()
    expect(redo(playground)).to_have_attribute("title", re.compile("It brings back 2 epochs"))
    assert state(back(playground, redo(playground).click)) == state(after)
    expect(playground.menu("Optimizer")).to_have_value("adam")
    expect(note(playground)).to_contain_text("Undo takes back 2 epochs")


@pytest.mark.parametrize("again", ["Control+Shift+Z", "Control+Y"], ids=["shift", "y"])
def test_by_keys_anywhere_but_where_one_types(playground, again):
    playground.step("epoch")
    playground.change(lambda: playground.type("Learning rate", "0.1"))
    field = playground.field("Learning rate")
    field.fill("0.2")
    field.press("Control+Z")
    expect(redo(playground)).to_be_disabled()
    field.press("Escape")
    playground.slider("Timeline").focus()
    back(playground, press(playground, "Control+Z"))
    expect(field).to_have_value("0.03")
    back(playground, press(playground, again))
    expect(field).to_have_value("0.1")


def test_only_the_setting_goes_back_and_the_training_stays(playground):
    playground.change(lambda: playground.type("Learning rate", "0.1"))
    trained = playground.step("epoch")
    playground.change(playground.button("Only the setting").click)
    expect(playground.field("Learning rate")).to_have_value("0.03")
    assert state(playground.frame) == state(trained)
    expect(note(playground)).to_contain_text("Learning rate 0.1 → 0.03")
    expect(playground.button("Only the setting")).to_be_hidden()


def test_a_dragged_slider_is_one_change_however_long_it_is_held(playground):
    slider = playground.slider("Noise")
    box = slider.bounding_box()
    middle, mouse = box["y"] + box["height"] / 2, playground.page.mouse
    mouse.move(box["x"] + 10, middle)
    mouse.down()
    for share in (0.3, 0.5, 0.7):
        playground.change(lambda share=share: mouse.move(box["x"] + box["width"] * share, middle))
    mouse.up()
    assert playground.settings["noise"] > 0.5
    back(playground, undo(playground).click)
    assert playground.settings["noise"] == 0
    expect(undo(playground)).to_be_disabled()


def test_a_stroke_of_the_brush_is_one_change_and_undo_from_the_timeline_lays_the_pen_down(playground):
    studio = Studio(playground).open()
    studio.choose("Brush")
    studio.drag((-5, -5), (5, -5), (5, 5))
    playground.until(lambda: playground.settings["dataset"].startswith("own."), "own data")
    playground.stand_still()
    expect(undo(playground)).to_have_accessible_name(re.compile("^Undo: Data circle → "))
    back(playground, undo(playground).click)
    assert playground.settings["dataset"] == "circle"
    expect(studio.tools).to_be_hidden()


def test_layers_weights_and_a_new_beginning_come_back_one_after_the_other(playground):
    playground.step("epoch")
    moments = [playground.frame]
    playground.change(playground.button("Add a unit to layer 1").click)
    playground.until(lambda: playground.frame.windows[1] == (0, 5), "all five units on show")
    moments.append(playground.frame)
    playground.reset()
    expect(note(playground)).to_contain_text("Reset")
    for moment in reversed(moments):
        back(playground, press(playground, "Control+Z"))
        came = f"the moment at step {moment.step}, with all units that it had"
        playground.until(lambda moment=moment: state(playground.frame) == state(moment), came)


def test_while_it_plays_it_plays_on_from_the_moment_that_came_back(playground):
    playground.play()
    playground.wait_for_steps(100)
    playground.change(lambda: playground.menu("Activation").select_option("relu"))
    playground.wait_for_steps(200)
    frame = back(playground, undo(playground).click)
    assert frame.playing
    playground.wait_for_steps(100)
    expect(playground.menu("Activation")).to_have_value("tanh")
    playground.pause()


def test_what_can_be_undone_is_still_there_after_a_reload(playground):
    playground.step("epoch")
    before = playground.frame
    playground.change(lambda: playground.type("Learning rate", "0.1"))
    playground.reload()
    expect(note(playground)).to_contain_text("Learning rate 0.03 → 0.1")
    assert state(back(playground, undo(playground).click)) == state(before)


def test_a_screen_reader_hears_what_was_changed_and_what_came_back(playground):
    said = playground.page.locator(".timeline-said")
    playground.change(lambda: playground.type("Learning rate", "0.1"))
    expect(said).to_have_text(re.compile(r"^Learning rate 0\.03 → 0\.1\. .*Z takes it back\.$"))
    back(playground, undo(playground).click)
    expect(said).to_have_text("Taken back: Learning rate 0.03 → 0.1.")


def test_a_look_back_is_undone_to_the_present(playground):
    playground.step("epoch")
    now = playground.step("epoch")
    playground.slider("Timeline").press("Home")
    playground.until(lambda: playground.frame.present is not None, "a moment of the past")
    expect(undo(playground)).to_have_accessible_name("Undo: Back to epoch 0")
    assert state(back(playground, undo(playground).click)) == state(now)


def test_on_a_phone_what_was_changed_in_the_past_comes_back_too(playground):
    playground.page.set_viewport_size(PHONE)
    playground.step("epoch")
    playground.step("epoch")
    playground.slider("Timeline").press("Home")
    playground.until(lambda: playground.frame.present is not None, "a moment of the past")
    expect(redo(playground)).to_be_hidden()  # there is nothing to bring back
    playground.sheet("Training").menu("Activation").select_option("relu")
    playground.until(lambda: playground.settings["activation"] == "relu", "the activation")
    back(playground, undo(playground).click)
    playground.until(lambda: playground.frame.present is not None, "the past once more")
    expect(playground.page.get_by_role("button", name="Back to the present")).to_be_visible()
    redo(playground).click()
    playground.until(lambda: playground.settings["activation"] == "relu", "the activation, again")
    assert not playground.is_too_wide()


def test_on_a_phone_the_change_stands_in_the_timeline_and_covers_nothing_else(playground):
    playground.page.set_viewport_size(PHONE)
    expect(note(playground)).to_be_hidden()
    playground.step("epoch")
    playground.reset()
    expect(note(playground)).to_be_visible()
    expect(note(playground)).to_contain_text("Reset")
    said, bar = playground.place(note(playground)), playground.place(playground.region("Timeline"))
    assert bar["y"] <= said["y"] and said["y"] + said["height"] <= bar["y"] + bar["height"]
    assert said["x"] + said["width"] <= playground.place(undo(playground))["x"]
    for button in (undo(playground), redo(playground)):
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 40
    assert not playground.is_too_wide()
    assert back(playground, undo(playground).click).epoch == 1
    expect(note(playground)).to_be_hidden()
    playground.reset()
    note(playground).click()  # the slider is below it
    expect(note(playground)).to_be_hidden()
