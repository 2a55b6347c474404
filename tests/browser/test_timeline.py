"""The timeline on the real page: back in time, everything of that moment, on from there, and the present again."""

import re

from playwright.sync_api import expect

from tests.browser.playground import PHONE

MOMENTS = 20


def slider(playground):
    return playground.slider("Timeline")


def play_long(playground, steps=1500):
    """Play until the run has many moments: one is kept whenever it is looked at, which is seldom on a busy machine."""
    goal, looks = playground.frame.step + steps, set()

    def is_long(frame):
        looks.add(frame.epoch)
        return frame.step >= goal and len(looks) >= MOMENTS

    playground.play()
    playground.first(is_long, "a long run")


def trained(playground, steps=1500):
    """Let it play for a while, and rest."""
    play_long(playground, steps)
    return playground.pause()


def drag_to(playground, share):
    """Drag the thumb to a place on the timeline; the frame of the moment nearest to it."""
    mouse, box = playground.page.mouse, slider(playground).bounding_box()
    middle = box["y"] + box["height"] / 2
    mouse.move(box["x"] + box["width"] - 8, middle)
    mouse.down()
    for part in (0.5, 0):
        mouse.move(box["x"] + box["width"] * (share + (1 - share) * part), middle)
    mouse.up()
    playground.until(lambda: is_near(playground.frame, share), "the moment it was dragged to")
    return playground.stand_still()


def is_near(frame, share):
    """Whether it shows about this share of the run so far, of which there are many moments."""
    return frame.present is not None and abs(frame.step / frame.present.step - share) < 0.08


def test_drag_back_and_everything_shows_that_moment(playground):
    first = playground.change(lambda: playground.type("Learning rate", "0.1"))[1]
    trained(playground)
    playground.change(lambda: playground.type("Learning rate", "0.5"))
    last = playground.step("epoch")
    picture = playground.still(playground.map)
    past = drag_to(playground, 0.3)
    assert first.step < past.step < last.step and past.present.step == last.step
    expect(playground.field("Learning rate")).to_have_value("0.1")
    expect(playground.reading("epoch")).to_have_text(f"{past.epoch:,}")
    expect(playground.region("Timeline")).to_contain_text(f"epoch {past.epoch:,} / {last.epoch:,}")
    assert past.weights != last.weights
    playground.until(lambda: playground.picture(playground.map) != picture, "another picture")
    playground.button("Back to the present").click()
    playground.until(lambda: playground.frame.present is None, "the present")
    assert (playground.frame.step, playground.frame.weights) == (last.step, last.weights)
    expect(playground.field("Learning rate")).to_have_value("0.5")
    expect(playground.button("Back to the present")).to_be_hidden()
    expect(slider(playground)).to_be_focused()


def test_dragging_pauses(playground):
    play_long(playground)
    drag_to(playground, 0.4)
    expect(playground.button("Play")).to_be_visible()


def test_training_goes_on_exactly_as_it_would_have(playground):
    seen = {}
    for _ in range(8):
        frame = playground.step("epoch")
        seen[frame.step] = frame.weights
    past = drag_to(playground, 0.4)
    assert past.weights == seen[past.step]
    while playground.frame.step < 200:
        frame = playground.step("epoch")
        assert (frame.branch, frame.present, frame.weights) == (1, None, seen[frame.step])


def test_arrow_keys_go_from_moment_to_moment(playground):
    for _ in range(4):  # a moment at the end of each; playing, a busy machine looks less often
        playground.step("epoch")
    last = playground.frame.step
    slider(playground).focus()
    for key, expected in (("ArrowLeft", 25), ("ArrowLeft", 50), ("ArrowRight", 25), ("Home", last)):
        playground.page.keyboard.press(key)
        playground.until(lambda expected=expected: playground.frame.step == last - expected, f"{expected} steps back")
        playground.stand_still()  # the next key goes on from what the page shows
    playground.page.keyboard.press("End")
    playground.until(lambda: playground.frame.present is None, "the present")
    assert playground.frame.step == last
    expect(slider(playground)).to_have_attribute("aria-valuetext", f"epoch {last // 25}, the present")


def test_a_change_in_the_past_is_a_branch_beside_the_first(playground):
    trained(playground)
    past = drag_to(playground, 0.5)
    playground.change(lambda: playground.type("Learning rate", "0.3"))
    frame = trained(playground, 200)
    assert (frame.branch, frame.present) == (1, None) and frame.step > past.step
    chart = playground.page.locator(".chart-loss .chart-space")
    expect(chart).to_have_attribute("aria-label", re.compile("Dotted: the curve"))
    playground.reload()
    expect(chart).to_have_attribute("aria-label", re.compile("Dotted: the curve"))
    playground.reset()
    expect(chart).not_to_have_attribute("aria-label", re.compile("Dotted"))


def test_a_page_that_is_loaded_again_still_shows_the_past(playground):
    trained(playground)
    past = drag_to(playground, 0.5)
    playground.reload()
    assert (playground.frame.step, playground.frame.present.step) == (past.step, past.present.step)
    expect(playground.button("Back to the present")).to_be_visible()


def test_it_is_there_on_a_phone(visit, server):
    playground = visit(server.address, viewport=PHONE).open()
    trained(playground, 300)
    drag_to(playground, 0.2)
    assert not playground.is_too_wide()
    box = playground.place(slider(playground))
    assert box["y"] + box["height"] <= PHONE["height"] and box["height"] >= 24


def test_another_branch_is_come_back_to_at_its_end(playground):
    branches = playground.page.get_by_label("Branch of the run")
    first = trained(playground)
    expect(branches).to_be_hidden()
    drag_to(playground, 0.4)
    playground.change(lambda: playground.type("Learning rate", "0.5"))
    second = playground.step("epoch")
    expect(branches).to_have_value("2")
    expect(branches.locator("option")).to_have_count(2)
    branches.select_option("1")
    playground.until(lambda: playground.frame.step == first.step, "the end of the first branch")
    assert playground.frame.weights == first.weights and playground.frame.present is None
    expect(playground.field("Learning rate")).not_to_have_value("0.5")
    expect(branches).to_have_value("1")
    branches.select_option("2")
    playground.until(lambda: playground.frame.step == second.step, "the second branch again")
    assert playground.frame.weights == second.weights
    playground.button("Reset").click()
    expect(branches).to_be_hidden()
