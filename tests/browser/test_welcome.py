"""A newcomer finds a way in: steps that tick by themselves, the key to the picture, keys, and what to try."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import in_both_themes, violations
from tests.browser.network import Network
from tests.browser.playground import LARGE, PHONE, READY_WITHIN
from tests.browser.test_first_paint import MOST, shift

SIZES = {
    "projector": LARGE,
    "low": {"width": 1280, "height": 720},
    "narrow": {"width": 1024, "height": 768},
    "tablet": {"width": 820, "height": 1180},
    "phone": PHONE,
}
ALL_PAINTED = """all => all.every((canvas) =>
  canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value))"""
CUT = "part => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1"
COVERS = """part => {
  const box = part.getBoundingClientRect();
  return [...document.querySelectorAll("button, input, select, a")].filter((other) => {
    const { left, right, top, bottom, width } = other.getBoundingClientRect();
    return width && !part.contains(other) && left < box.right - 1 && right > box.left + 1 && top < box.bottom - 1
      && bottom > box.top + 1 && getComputedStyle(other).visibility === "visible";
  }).length;
}"""


@pytest.fixture
def newcomer(visit, server):
    return visit(server.address, first_visit=True)


def steps(playground):
    return playground.region("First steps")


def taken(playground):
    return steps(playground).locator(".taken").evaluate_all("all => all.map((step) => step.dataset.step)")


def guide(playground):
    return playground.page.get_by_role("dialog", name="How to read this page")


@pytest.mark.parametrize("size", SIZES)
def test_a_newcomer_finds_steps_that_cover_nothing_and_are_cut_nowhere(visit, server, size):
    playground = visit(server.address, first_visit=True, viewport=SIZES[size]).open()
    expect(steps(playground)).to_contain_text("Press Play")
    for fault in (CUT, COVERS):
        playground.until(lambda fault=fault: not steps(playground).evaluate(fault), "steps that have room")
    assert not playground.is_too_wide() and violations(playground.page) == []


@pytest.mark.parametrize("size", ["projector", "phone"])
def test_nothing_moves_while_they_come(visit, server, size):
    assert shift(visit(server.address, first_visit=True, viewport=SIZES[size])) < MOST


def test_each_step_ticks_when_it_is_taken_and_at_the_end_they_go(newcomer):
    playground = newcomer.open()
    expect(steps(playground).get_by_role("listitem")).to_have_count(4)
    playground.play()
    playground.until(lambda: taken(playground) == ["play"], "a tick")
    playground.slider("Learning rate").press("ArrowRight")
    playground.until(lambda: taken(playground) == ["play", "rate"], "the second tick")
    network = Network(playground)
    network.click_wire(2, 0, 1)
    network.enter(network.panel.get_by_role("textbox"), "2")
    playground.page.keyboard.press("Escape")  # closes the panel, and not the steps
    expect(network.panel).to_be_hidden()
    playground.until(lambda: taken(playground) == ["play", "rate", "weight"], "the third tick")
    playground.pause()
    playground.dataset("spiral").check(force=True)
    playground.box("sin x₁").check(force=True)
    playground.box("sin x₂").check(force=True)
    playground.reset()
    playground.menu("Speed").select_option("full speed")
    playground.play()  # the last press before all is done: the next one closes the steps
    expect(steps(playground)).to_contain_text("All done", timeout=60_000)
    playground.pause()
    expect(steps(playground)).to_be_hidden()
    playground.reload()
    expect(steps(playground)).to_be_hidden()


def test_on_a_phone_a_step_says_on_which_sheet_it_is(visit, server):
    phone = visit(server.address, first_visit=True, viewport=PHONE).open()
    phone.play()
    expect(steps(phone).locator("[aria-current]")).to_contain_text("It is under Training.")


@pytest.mark.parametrize("way", ["its button", "Escape"])
def test_whoever_closes_them_is_left_in_peace_until_the_guide_shows_them_again(newcomer, way):
    playground = newcomer.open()
    expect(steps(playground)).to_contain_text("Press Play")
    if way == "Escape":
        playground.page.keyboard.press("Escape")
    else:
        playground.button("Close the first steps: “?” shows them again").click()
    expect(steps(playground)).to_be_hidden()
    playground.reload()
    expect(steps(playground)).to_be_hidden()
    playground.page.keyboard.press("?")
    guide(playground).get_by_role("button", name="Show").click()
    expect(steps(playground)).to_contain_text("Press Play")
    expect(guide(playground)).to_be_hidden()


def test_the_guide_shows_them_where_an_open_drawer_leaves_no_room(tab):
    playground = tab.open("?tab=measures")
    opens(playground)
    guide(playground).get_by_role("button", name="Show", exact=True).click()
    expect(steps(playground)).to_contain_text("Press Play")


@pytest.mark.parametrize("query", ["?hide=data", "?present=1", "?lesson=neuron", "?dataset=moons"])
def test_a_link_shows_none(newcomer, query):
    newcomer.go(query)
    expect(newcomer.page.locator(".net-wait")).to_be_hidden(timeout=READY_WITHIN)
    expect(steps(newcomer)).to_be_hidden()


def space(playground):
    playground.page.keyboard.press("Space")
    playground.until(lambda: playground.frame.playing, "it to play")
    playground.page.keyboard.press("Space")
    playground.stand_still()


def trains(playground, keys, steps):
    before = playground.frame.step
    playground.page.keyboard.press(keys)
    playground.until(lambda: playground.frame.step - before == steps, f"{steps} steps")


def resets(playground):
    playground.step()
    playground.page.keyboard.press("r")
    playground.until(lambda: playground.frame.step == 0, "a reset")


def opens(playground):
    playground.page.keyboard.press("?")
    expect(guide(playground)).to_be_visible()


def closes(playground):
    playground.page.keyboard.press("Escape")
    expect(guide(playground)).to_be_hidden()


def moves(playground):
    unit = Network(playground).unit(1, 0)
    unit.focus()
    playground.page.keyboard.press("ArrowDown")
    expect(Network(playground).unit(1, 1)).to_be_focused()


def edits(playground):
    playground.page.keyboard.press("Enter")
    expect(Network(playground).panel).to_be_visible()


def presents(playground):
    for is_on in (True, False):
        playground.page.keyboard.press("f")
        expect(playground.button("Presentation mode")).to_have_attribute("aria-pressed", str(is_on).lower())


def leads_on(playground):
    playground.page.evaluate("document.activeElement.blur()")
    playground.page.keyboard.press("F6")
    expect(playground.page.locator("#topbar")).to_be_focused()


def comes_back(playground, keys):
    before = playground.frame.run
    playground.page.keyboard.press(keys)
    playground.until(lambda: playground.frame.run > before, "a frame of what comes back")


PRESSES = {
    "play": space,
    "reset": resets,
    "undo": lambda playground: comes_back(playground, "Control+Z"),
    "redo": lambda playground: comes_back(playground, "Control+Shift+Z"),
    "batch": lambda playground: trains(playground, "ArrowRight", 1),
    "epoch": lambda playground: trains(playground, "Shift+ArrowRight", 24),
    "present": presents,
    "regions": leads_on,
    "guide": opens,
    "close": closes,
    "move": moves,
    "edit": edits,
}


def test_every_key_of_the_guide_does_what_it_says(playground, subtests):
    playground.button("How to read this page").click()
    keys = guide(playground).locator("[data-shortcut]")
    expect(keys).to_have_count(len(PRESSES))  # it is loaded by that press
    listed = [each.get_attribute("data-shortcut") for each in keys.all()]
    assert sorted(listed) == sorted(PRESSES)
    closes(playground)
    playground.page.evaluate("document.activeElement.blur()")
    for name, press in PRESSES.items():
        with subtests.test(name):
            press(playground)


@pytest.mark.parametrize("size", ["projector", "phone"])
def test_the_guide_opens_in_view_and_axe_finds_no_fault(visit, server, size):
    playground = visit(server.address, viewport=SIZES[size]).open()
    opener = playground.button("How to read this page")
    opener.click()
    expect(guide(playground)).to_contain_text("A line is a weight")
    box = playground.place(guide(playground))
    assert box["x"] >= 0 and box["y"] >= 0
    assert box["x"] + box["width"] <= SIZES[size]["width"] and box["y"] + box["height"] <= SIZES[size]["height"]
    assert in_both_themes(playground.page) == []
    pictures = guide(playground).locator("canvas")
    playground.until(lambda: pictures.evaluate_all(ALL_PAINTED), "its pictures")
    playground.page.keyboard.press("Escape")
    expect(guide(playground)).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_network_itself_says_what_blue_and_orange_and_dots_are(playground):
    key = playground.button("Key to lines and dots")
    expect(key).to_have_text(re.compile(r"positive\s+negative"))
    key.click()
    expect(guide(playground)).to_be_visible()


def set_up(playground, title, speed="full speed"):
    playground.page.keyboard.press("?")
    guide(playground).get_by_role("button", name=f"Set up: {title}").click()
    playground.until(lambda: playground.frame.step == 0, "a new beginning")
    playground.menu("Speed").select_option(speed)
    playground.play()


def accuracy_at(playground, epochs):
    """The test accuracy once so many epochs are trained."""
    return playground.first(lambda frame: frame.epoch >= epochs, f"{epochs} epochs").test.accuracy


def test_what_is_to_be_tried_comes_true(playground, subtests):
    def accuracy(least):
        playground.until(lambda: (playground.frame.test.accuracy or 0) > least, f"more than {least} right")

    with subtests.test("spiral"):
        set_up(playground, "A spiral needs more than x₁ and x₂")
        assert accuracy_at(playground, 1500) < 0.85
        playground.box("sin x₁").check(force=True)
        playground.box("sin x₂").check(force=True)
        playground.reset()
        accuracy(0.9)
        playground.pause()
    with subtests.test("circle"):
        set_up(playground, "Three units are enough for the circle")
        accuracy(0.97)
        playground.button("Remove the last unit of layer 1").click()
        playground.until(lambda: playground.frame.test.accuracy < 0.9, "two to fail")
        assert accuracy_at(playground, playground.frame.epoch + 500) < 0.9
        playground.pause()
    with subtests.test("xor"):
        set_up(playground, "One unit cannot solve XOR")
        assert accuracy_at(playground, 800) < 0.75
        for _ in range(3):
            playground.button("Add a unit to layer 1").click()
        accuracy(0.95)
        playground.pause()
    with subtests.test("by heart"):
        set_up(playground, "Learning by heart", "10 epochs/frame")
        early = playground.first(lambda frame: frame.epoch >= 100, "some epochs")
        playground.menu("Speed").select_option("full speed")
        playground.until(lambda: playground.frame.epoch >= 3000, "many epochs")
        assert playground.frame.train.loss < early.train.loss / 2
        assert playground.frame.test.loss > early.test.loss * 1.3
        playground.pause()
