"""What teachers set as tasks: a goal on any measure, its check that stays, and each task in a few clicks.

Of the eight tasks that teachers set most, one asks for a sweep of many networks (six shapes with three activations on
two data sets); the place Experiments has it.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.test_places import go

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
    playground.dialog("Goal", "Goal")
    menu = playground.menu("Goal")
    expect(menu.locator("option:disabled")).to_have_text(
        ["validation loss", "test accuracy", "train accuracy", "validation accuracy"]
    )
    assert violations(playground.page) == []
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


# ---- the tasks, each from the front page in at most five clicks, and its proof

MOST_CLICKS = 5


class Clicks:
    """Whoever does a task, counting clicks and entries."""

    def __init__(self, playground):
        self.playground = playground
        self.count = 0

    def click(self, name):
        self.count += 1
        self.playground.page.get_by_role("button", name=name, exact=True).click()

    def set_up(self, task):
        """Two clicks: the guide, and the task."""
        page = self.playground.page
        self.click("How to read this page")
        self.count += 1
        page.get_by_role("link", name=f"Set up: {task}", exact=True).click()
        expect(page.get_by_role("region", name=f"Lesson: {task}").locator(".lesson-ask").first).to_be_visible()

    def guess(self, answer):
        """Two clicks: the answer, and its lock."""
        self.count += 1
        self.playground.page.get_by_role("radio", name=answer, exact=True).check()
        self.click("Lock my guess")

    def enter(self, field, text):
        self.count += 1
        field.fill(text)
        field.press("Enter")


@pytest.fixture
def clicks(tab):
    made = Clicks(tab.open())
    yield made
    assert made.count <= MOST_CLICKS


def tab_of(playground, name):
    return playground.page.get_by_role("tabpanel", name=name)


def lane(playground, number):
    """What the card of one of two networks says."""
    return tab_of(playground, "Compare").locator(f"[data-lane='{number}']")


def number(card, name):
    """One of the card's numbers, as a person reads it."""
    return float(re.search(rf"{name}\s*\+?([\d.]+)", card.text_content())[1])


def test_the_smallest_network_that_reaches_a_test_loss(clicks):
    playground = clicks.playground
    clicks.set_up("The smallest network")
    clicks.click("Play")
    playground.until(lambda: playground.frame.epoch > 20, "some epochs of one unit")
    expect(goal(playground)).to_contain_text("not reached yet")
    clicks.click("Add a unit to layer 1")
    expect(goal(playground)).to_contain_text(re.compile(r"reached at epoch \d+ with 9 parameters"))
    clicks.click("Try 10 seeds")
    expect(goal(playground)).to_contain_text(re.compile(r"\d+ of 10 seeds reach it within [\d,]+ epochs"))


def test_whether_it_depends_on_the_start(clicks):
    playground = clicks.playground
    clicks.set_up("Does it depend on the start?")
    expect(goal(playground)).to_contain_text("test loss ≤ 0.02")
    clicks.click("Try 10 seeds")
    reached = re.compile(r"([1-9]) of 10 seeds reach it within 500 epochs")
    expect(goal(playground)).to_contain_text(reached)
    expect(tab_of(playground, "Seeds")).to_contain_text("seeds reached the goal: test loss ≤ 0.02.")


@pytest.mark.parametrize(
    ("task", "epochs", "guess", "second"),
    [
        (
            *("Features, or none", 300, "The one with all seven features"),
            "Features x₁ · x₂ · x₁² · x₂² · x₁x₂ · sin x₁ · sin x₂",
        ),
        ("Penalty 0 and 0.3", 500, "The one without a penalty", "Regularization L2, Penalty rate 0.3"),
        ("L1 against L2", 1000, "The one with L1", "Regularization L2"),
    ],
)
def test_two_networks_side_by_side_after_so_many_epochs(clicks, task, epochs, guess, second):
    playground = clicks.playground
    clicks.set_up(task)
    expect(lane(playground, 2)).to_contain_text(second)
    expect(lane(playground, 1)).to_contain_text("the first")
    clicks.guess(guess)
    clicks.click("Play")
    for each in (1, 2):
        expect(lane(playground, each)).to_contain_text(re.compile(rf"epoch\s*{epochs:,}"))
    losses = [number(lane(playground, each), "test loss") for each in (1, 2)]
    assert losses[0] != losses[1]
    if task == "Penalty 0 and 0.3":
        assert number(lane(playground, 2), "gap") < number(lane(playground, 1), "gap") / 3
    if task == "Features, or none":
        expect(lane(playground, 2)).to_contain_text("Goal reached at epoch")
        expect(lane(playground, 1)).not_to_contain_text("Goal reached")
    expect(playground.page.locator(".lesson-verdict").first).not_to_be_empty()


def test_one_threshold_unit_whose_weights_are_set_by_hand(clicks):
    playground = clicks.playground
    clicks.set_up("One threshold unit, by hand")
    clicks.enter(tab_of(playground, "Neuron").get_by_role("textbox", name="weight of x₁"), "1")
    expect(goal(playground)).to_contain_text("reached at epoch 0 with 3 parameters, some set by hand")


DROP = """name => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(["x,y,kind\\n1,2,a\\n2,1,b\\n"], name));
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}"""


def test_a_problem_of_ones_own_is_a_link_with_its_goal_and_what_stays_as_it_is(clicks, visit):
    """Its proof is the page that the link opens: what is locked can be seen, says why, and stays as it is."""
    playground = clicks.playground
    clicks.click("Goal")
    playground.menu("Goal").select_option("test accuracy")
    playground.page.keyboard.press("Escape")
    dialog = playground.share()
    expect(dialog).to_contain_text("The goal goes along: test accuracy ≥ 95 %.")
    dialog.get_by_label("Lock the goal, the data and the seeds").check()
    clicks.count += 3
    clicks.click("Copy link")
    for part in ("Goal", "Data", "Seeds"):
        expect(dialog.get_by_label(part, exact=True)).to_be_checked()
    expect(dialog.get_by_label("Hide or lock for whoever opens it")).to_have_value("lock")
    pupil = visit(dialog.get_by_label("Link", exact=True).input_value()).open()
    expect(goal(pupil)).to_contain_text("test accuracy ≥ 95 % not reached yet")
    locked = [pupil.button("New data"), pupil.button("New weights"), pupil.slider("Noise"), pupil.dataset("spiral")]
    for control in locked:
        expect(control).to_be_disabled()
    pupil.dialog("Goal", "Goal")
    for name in ("Goal", "When reached"):
        expect(pupil.menu(name)).to_be_disabled()
    pupil.page.keyboard.press("Escape")
    expect(pupil.page.locator("[data-part=seeds]")).to_have_attribute("title", re.compile("^Locked by the link"))
    pupil.menu("Activation").select_option("relu")  # which is free
    pupil.play()
    pupil.wait_for_steps(5)
    for control in locked:
        expect(control).to_be_disabled()
    pupil.until(lambda: "lock=data,goal,seeds" in pupil.query, "the address to keep it")
    before = pupil.settings
    for name, refused in (
        ("table.csv", "nothing was changed: Data"),
        ("network.json", "link that opened this page locks"),
    ):
        pupil.page.evaluate(DROP, name)
        expect(pupil.region("Messages")).to_contain_text(refused)
    Clicks(pupil).set_up("The smallest network")
    expect(pupil.region("Messages")).to_contain_text("nothing was changed: Data")
    assert pupil.settings == before


def test_without_a_goal_share_offers_to_set_one_and_a_lock_is_what_the_boxes_say(tab):
    playground = tab.open()
    dialog = playground.share()
    box = dialog.get_by_label("Lock the goal, the data and the seeds")
    expect(box).to_be_disabled()
    dialog.get_by_role("button", name="Set a goal").click()
    playground.menu("Goal").select_option("test loss")
    expect(dialog).to_contain_text("The goal goes along: test loss ≤ 0.1.")
    box.check()
    dialog.get_by_label("Seeds", exact=True).uncheck()
    expect(box).not_to_be_checked()
    box.check()
    dialog.get_by_label("Hide or lock for whoever opens it").select_option("Hide")
    expect(box).not_to_be_checked()
    assert violations(playground.page) == []


def test_a_task_takes_the_place_of_whatever_is_compared(tab):
    clicks = Clicks(tab.open(SMALL))
    clicks.set_up("Penalty 0 and 0.3")
    expect(lane(clicks.playground, 2)).to_be_visible()
    clicks.set_up("The smallest network")
    clicks.playground.until(lambda: clicks.playground.frame.lane_count == 1, "one network")


def test_the_runs_of_a_task_are_rows_with_their_goal(tab):
    playground = tab.open(GOAL)
    playground.button("Play").click()
    expect(goal(playground)).to_contain_text(REACHED)
    epoch = REACHED.search(goal(playground).text_content())[1]
    playground.button("New weights").click()
    playground.button("Step one epoch").click()
    playground.until(lambda: playground.frame.epoch == 1, "another run")
    book = go(playground, "Lab book")
    expect(book.get_by_role("columnheader", name="Goal reached at")).to_be_visible()
    expect(book).to_contain_text(f"epoch {epoch}")
    expect(book).to_contain_text("not reached")
