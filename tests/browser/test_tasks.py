"""What teachers set as tasks: a goal on any measure, its check that stays, and each task in a few clicks."""

import re

from playwright.sync_api import expect

SMALL = "?hidden=3&optimizer=adam&samples=100&speed=full"
GOAL = SMALL + "&goal=test_loss&goal_value=0.3&at_goal=stop"
REACHED = re.compile(r"reached at epoch (\d+) with 13 parameters")


def goal(playground):
    return playground.page.get_by_role("group", name="Goal", exact=True)


def test_a_goal_that_is_reached_stays_said(tab):
    """While it trains on past it, after a reset, and with other settings: each time of the run that it is about."""
    playground = tab.open(GOAL)
    expect(goal(playground)).to_contain_text("test loss ≤ 0.3")
    expect(goal(playground)).to_contain_text("not reached yet")
    playground.button("Play").click()  # it may have stopped before a frame shows it playing
    expect(goal(playground)).to_contain_text(REACHED)
    epoch = REACHED.search(goal(playground).text_content())[1]
    expect(playground.banner).to_contain_text(f"after epoch {epoch}")
    assert playground.frame.epoch == int(epoch) and playground.frame.test.loss <= 0.3
    playground.step("epoch")
    expect(goal(playground)).to_contain_text(f"reached at epoch {epoch} with 13 parameters")
    playground.button("Reset").click()
    expect(goal(playground)).to_contain_text("not reached yet")
    expect(goal(playground)).to_contain_text(f"The time before: at epoch {epoch} with 13 parameters.")
    playground.menu("Optimizer").select_option("sgd")
    expect(goal(playground)).to_contain_text(f"Before, with Optimizer Adam: at epoch {epoch} with 13 parameters.")


def test_a_goal_is_set_in_its_panel_with_the_measures_that_the_data_have(tab):
    playground = tab.open("?dataset=plane&samples=60")
    expect(goal(playground)).to_be_hidden()
    playground.page.get_by_role("button", name="Goal", exact=True).click()
    menu = playground.menu("Goal")
    assert menu.locator("option:disabled").all_text_contents() == [
        "validation loss",
        "test accuracy",
        "train accuracy",
        "validation accuracy",
    ]
    menu.select_option("test R²")
    expect(playground.field("Goal value")).to_have_value("0.9")
    expect(goal(playground)).to_contain_text("test R² ≥ 0.9")
    playground.until(lambda: "goal=test_r2" in playground.page.url, "the goal in the address")


def test_ten_seeds_are_tried_with_one_click_and_counted_for_these_settings_only(tab):
    playground = tab.open(GOAL + "&goal_epochs=60")
    playground.button("Try 10 seeds").click()
    said = re.compile(r"\b(\d+) of 10 seeds reach it within 60 epochs")
    expect(goal(playground)).to_contain_text(said)
    assert int(said.search(goal(playground).text_content())[1]) > 0
    playground.button("New weights").click()  # another seed is one of the same
    expect(goal(playground)).to_contain_text(said)
    playground.menu("Optimizer").select_option("sgd")
    expect(goal(playground)).not_to_contain_text("of 10 seeds")
