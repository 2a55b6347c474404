"""The tab that compares: a fork, a change in one lane, both in step, taking in hand and removing, by mouse and key."""

import re

import numpy as np
from playwright.sync_api import expect

from tests.browser.playground import PHONE


def panel(playground):
    return playground.page.get_by_role("tabpanel", name="Compare")


def lane(playground, number):
    return panel(playground).locator(f"[data-lane='{number}']")


def fork(playground):
    before = playground.frame.lane_count
    panel(playground).get_by_role("button", name="Fork into a new lane").click()
    playground.until(lambda: playground.frame.lane_count == before + 1 and playground.frame.lanes, "a new lane")


def test_a_fork_trains_in_step_and_says_what_differs(tab):
    playground = tab.open("?tab=compare")
    playground.step("epoch")
    fork(playground)
    expect(lane(playground, 2)).to_contain_text("the same settings as the first")
    playground.change(lambda: playground.type("Learning rate", "0.3"))
    expect(lane(playground, 2)).to_contain_text("Learning rate 0.3")
    playground.play()
    playground.wait_for_steps(400)
    frame = playground.pause()
    assert {each.step for each in frame.lanes} == {frame.step}
    assert frame.lanes[0].train.loss != frame.lanes[1].train.loss == frame.train.loss
    expect(panel(playground)).to_contain_text(f"step {frame.step:,}")
    for number in (1, 2):
        expect(lane(playground, number)).to_contain_text(re.compile(rf"epoch\s*{frame.epoch:,}"))
    first, second = (lane(playground, number).get_by_role("img") for number in (1, 2))
    playground.until(lambda: playground.picture(first) != playground.picture(second), "two pictures")
    expect(panel(playground).locator(".lane-line-2").last).to_have_attribute("d", re.compile("M.*L"))
    expect(playground.slider("Timeline")).to_be_disabled()


def test_lanes_are_taken_in_hand_and_removed(tab):
    playground = tab.open("?tab=compare")
    fork(playground)
    playground.change(lambda: playground.menu("Activation").select_option("relu"))
    lane(playground, 1).get_by_role("button", name="Take", exact=True).click()
    expect(playground.menu("Activation")).to_have_value("tanh")
    expect(lane(playground, 1).get_by_role("button", name="In hand")).to_have_attribute("aria-pressed", "true")
    playground.until(lambda: playground.frame.lane == 1, "the first lane")
    lane(playground, 2).get_by_role("button", name="Take", exact=True).focus()
    playground.page.keyboard.press("Enter")
    expect(playground.menu("Activation")).to_have_value("relu")
    lane(playground, 1).get_by_role("button", name="Remove lane 1").click()
    playground.until(lambda: playground.frame.lane_count == 1, "one lane")
    expect(playground.menu("Activation")).to_have_value("relu")
    expect(lane(playground, 1)).to_have_count(0)


def test_four_are_as_many_as_there_can_be_and_frames_carry_them_only_while_they_are_seen(tab):
    playground = tab.open("?tab=compare&dataset=blobs")
    for _ in range(3):
        fork(playground)
    expect(panel(playground).get_by_role("button", name="Fork into a new lane")).to_be_disabled()
    expect(panel(playground).get_by_role("listitem")).to_have_count(4)
    playground.reload()
    expect(panel(playground).get_by_role("listitem")).to_have_count(4)
    playground.button("Close the drawer").click()
    playground.until(lambda: playground.frame.lanes is None or playground.step().lanes is None, "a frame without lanes")


def test_it_fits_a_phone(visit, server):
    playground = visit(server.address, viewport=PHONE).open("?tab=compare")
    fork(playground)
    assert not playground.is_too_wide()
    expect(lane(playground, 2)).to_be_visible()


def test_a_lane_that_stops_by_itself_says_so_and_the_others_go_on(tab):
    playground = tab.open("?stop_epochs=20")
    compare = playground.page.get_by_role("tab", name="Compare")
    compare.click()
    playground.page.get_by_role("button", name="Fork into a new lane").click()
    playground.until(lambda: playground.frame.lane == 2, "the fork in hand")
    playground.change(lambda: playground.more().type("After epochs", "0"))
    playground.play()
    playground.until(lambda: playground.frame.epoch > 25, "the second lane going on")
    assert playground.frame.playing
    expect(playground.page.locator("[data-lane='1'] .lane-stopped")).to_contain_text("Stopped after 20 epochs")
    expect(playground.page.locator("[data-lane='2'] .lane-stopped")).to_have_count(0)
    playground.less()  # it may lie over the lanes
    playground.page.locator("[data-lane='1'] [data-do=take-lane]").click()
    expect(playground.page.locator("#banner")).to_contain_text("Lane 1: Stopped after 20 epochs")
    expect(playground.page.locator("#banner")).to_contain_text("The other lanes go on.")
    expect(playground.button("Pause")).to_be_visible()


def test_the_weights_of_all_lanes_are_side_by_side_and_differ_where_they_do(tab):
    playground = tab.open("?tab=compare")
    fork(playground)
    playground.page.get_by_role("combobox", name="Show").select_option("Weights")
    playground.change(lambda: playground.type("Learning rate", "0.3"))
    playground.step()
    compare, told = panel(playground), panel(playground).locator(".lane-told")
    expect(compare.locator(".lane-matrix")).to_have_count(3 * 3)  # three layers of two lanes and of their difference
    group = compare.get_by_role("group", name="The weights of all lanes")
    group.focus()
    playground.page.keyboard.press("ArrowDown")
    playground.page.keyboard.press("ArrowRight")
    first, second = (np.frombuffer(each.weights, np.float32)[3] for each in playground.frame.lanes)
    assert first != second
    written = [f"{value:.3f}".replace("-", "−") for value in (first, second)]
    expect(told).to_have_text(f"x₂ → unit 2 of layer 1: lane 1 {written[0]} · lane 2 {written[1]}")
    compare.locator(".lane-matrix").first.hover(position={"x": 2, "y": 2})
    expect(told).to_contain_text("x₁ → unit 1 of layer 1")
    assert playground.frame.step == 1  # the page's own arrow keys were not meant
