"""Data of one's own on the page: drawn by mouse, finger and keyboard while it trains."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.playground import PHONE, TABLET


class Studio:
    """The output panel while one draws."""

    def __init__(self, playground):
        self.playground = playground
        self.output = playground.region("Output")
        self.plot = self.output.locator(".out-plot")

    def open(self):
        self.playground.button("Draw").click()
        expect(self.tools).to_be_visible()
        return self

    @property
    def tools(self):
        return self.output.get_by_role("group", name="Drawing tools")

    @property
    def count(self):
        """How many points there are, as the page says."""
        return int(re.match(r"[\d,]+", self.tools.get_by_role("status").inner_text())[0].replace(",", ""))

    def choose(self, name):
        self.output.get_by_role("radio", name=name).check(force=True)

    def place(self, x1, x2):
        box = self.playground.place(self.plot)
        return box["x"] + box["width"] * (x1 + 6) / 12, box["y"] + box["height"] * (6 - x2) / 12

    def click(self, x1, x2):
        self.playground.page.mouse.click(*self.place(x1, x2))

    def drag(self, *places):
        mouse = self.playground.page.mouse
        mouse.move(*self.place(*places[0]))
        mouse.down()
        for place in places[1:]:
            mouse.move(*self.place(*place), steps=10)
        mouse.up()

    def clear(self):
        self.playground.button("Clear").click()
        assert self.count == 0

    def done(self):
        self.playground.button("Done").click()
        expect(self.tools).to_be_hidden()

    def wait_for_points(self, count):
        """Until the network has so many points."""
        playground = self.playground
        words = re.compile(f"with {round(count / 2)} training points?\\.")
        playground.until(lambda: playground.settings["dataset"].startswith("own."), "own data")
        expect(playground.map).to_have_attribute("aria-label", words)


@pytest.fixture
def studio(playground):
    return Studio(playground).open()


def test_points_drawn_by_mouse_are_learned_while_it_trains(studio, playground):
    studio.clear()
    for x1, name in ((-3, "negative class"), (3, "positive class")):
        studio.choose(name)
        studio.choose("Brush")
        studio.drag((x1, -3), (x1, 3))
    drawn = studio.count
    assert drawn > 60
    playground.play()
    studio.done()
    studio.wait_for_points(drawn)
    playground.until(lambda: playground.frame.train.accuracy > 0.95, "the two clouds told apart")
    assert playground.frame.run == 1 and playground.settings["noise"] == 0
    studio.open()
    studio.choose("negative class")
    studio.choose("Point")
    studio.click(0, 0)
    assert studio.count == drawn + 1
    playground.wait_for_steps(20)
    assert playground.frame.playing and playground.frame.run == 1


def test_the_data_set_that_is_there_begins_the_drawing_and_undo_goes_back_to_it(studio, playground):
    assert studio.count == 500
    studio.choose("Eraser")
    studio.drag((-5, 0), (5, 0))
    erased = studio.count
    assert erased < 480
    studio.choose("Point")
    studio.click(0, 0)
    assert studio.count == erased + 1
    for count in (erased, 500):
        playground.button("Undo").click()
        assert studio.count == count
    expect(playground.button("Undo")).to_be_disabled()
    studio.done()
    studio.wait_for_points(500)


def test_drawing_by_keyboard(studio, playground):
    studio.clear()
    keyboard = playground.page.keyboard
    studio.plot.focus()
    for _ in range(3):
        keyboard.press("Shift+ArrowLeft")
    keyboard.press("Enter")
    keyboard.press("ArrowUp")
    keyboard.press("Enter")
    studio.choose("positive class")
    studio.plot.focus()
    for _ in range(6):
        keyboard.press("Shift+ArrowRight")
    keyboard.press("Space")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    assert studio.count == 4
    keyboard.press("Control+z")
    assert studio.count == 3
    keyboard.press("Enter")
    assert not playground.frame.playing and playground.frame.step == 0  # neither space nor arrows reached the training
    studio.done()
    studio.wait_for_points(4)


def test_more_classes_and_values(studio, playground):
    playground.menu("What the points are").select_option("3 classes")
    studio.choose("class 3")
    studio.choose("Brush")
    studio.drag((4, 4), (5, 4))
    playground.until(lambda: playground.frame.sizes[-1] == 3, "three outputs")
    playground.menu("What the points are").select_option("values")
    playground.until(lambda: playground.frame.problem == "regression", "regression")
    playground.slider("Value to draw").fill("-0.5")
    studio.click(5, 5)
    expect(playground.reading("scoreName")).to_have_text("Test RMSE")


def test_own_data_survive_a_reset_and_a_reload_and_can_be_shared(studio, playground, visit, server):
    studio.clear()
    studio.drag((-4, 0), (4, 0))
    count = studio.count
    studio.done()
    studio.wait_for_points(count)
    playground.reset()
    studio.wait_for_points(count)
    playground.until(lambda: "dataset=own." in playground.query, "the address")
    playground.reload()
    studio.wait_for_points(count)
    other = visit(server.address).open(playground.query)
    Studio(other).wait_for_points(count)
    assert other.frame.step == 0
    expect(other.notes).to_be_empty()


def test_an_address_with_data_that_are_gone_says_so(tab):
    playground = tab.open("?dataset=own.nowhere&noise=0.5")
    expect(playground.notes).to_contain_text("no longer on the server")
    assert (playground.settings["dataset"], playground.settings["noise"]) == ("circle", 0.5)


def test_another_data_set_ends_the_drawing(studio, playground):
    studio.click(0, 0)
    playground.dataset("xor").check(force=True)
    expect(studio.tools).to_be_hidden()
    playground.until(lambda: playground.settings["dataset"] == "xor", "the data set that was chosen")


@pytest.mark.parametrize("size", [TABLET, PHONE], ids=["tablet", "phone"])
def test_drawing_by_finger(visit, server, size):
    playground = visit(server.address, viewport=size, has_touch=True).open()
    playground.button("Draw").tap()
    studio = Studio(playground)
    expect(studio.plot).to_be_in_viewport(ratio=1)
    studio.output.get_by_text("Clear").tap()
    for x1, x2 in ((-2, 0), (2, 0), (2, 2)):
        playground.page.touchscreen.tap(*studio.place(x1, x2))
    assert studio.count == 3
    assert not playground.is_too_wide()
