"""Lessons: the place that lists them, and the panel beside the page, which sets up, asks, waits and tells.

`lessons/sampler.md` has one step of every kind; each of the lessons that come along is walked through once, too.
"""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.gate import Gate
from tests.browser.playground import LARGE, PHONE

TEXTS = Path(__file__).parents[2] / "server" / "lessons" / "texts" / "en"
NAMES = sorted(re.sub(r"^(\d+|problem)_", "", file.stem) for file in TEXTS.glob("*.md"))
ROOM = """Array.from(document.querySelectorAll(".lesson-text :is(p, label, h3), .lesson-ways .button"))
  .filter((part) => part.checkVisibility()).map((part) => parseFloat(getComputedStyle(part).fontSize))"""

# How many lines of a step can be read at once, while it also offers to set it up.
READ = """panel => {
  const text = panel.querySelector(".lesson-text"), title = text.querySelector("h3");
  const isOffered = panel.querySelector(".lesson-set") !== null;
  const height = text.getBoundingClientRect().bottom - title.getBoundingClientRect().bottom;
  return isOffered ? height / parseFloat(getComputedStyle(text).lineHeight) : 0;
}"""


@pytest.fixture
def lesson(tab):
    return begin(tab)


def begin(tab, address="sampler"):
    """Open a lesson by its short address."""
    tab.address = tab.address.rstrip("/") + "/"
    tab.open(address)
    return panel(tab)


def panel(tab):
    return tab.page.get_by_role("region", name=re.compile("^Lesson: "))


def go(tab, number):
    """Open the step by its number, and set it up."""
    panel(tab).get_by_role("button", name=re.compile(f"^Step {number}:")).click()
    set_up(tab)


def set_up(tab):
    tab.first(
        lambda frame: frame.step == 0, "the set-up", panel(tab).get_by_role("button", name="Set this step up").click
    )


def following(tab):
    panel(tab).get_by_role("button", name="Next").click()


def lock(tab):
    panel(tab).get_by_role("button", name="Lock my guess").click()


def verdict(tab):
    return panel(tab).locator(".lesson-verdict").first


def place(playground):
    """The place Lessons, by the menu."""
    playground.button("glassbox: places").click()
    menu = playground.page.get_by_role("navigation", name="Places")
    menu.get_by_role("link", name=re.compile("^Lessons")).click()
    main = playground.page.get_by_role("main").filter(visible=True)
    expect(main.get_by_role("link", name="One of everything", exact=True)).to_be_visible()
    return main


# ---- the panel


def test_it_opens_beside_the_page_which_is_set_up(tab, lesson):
    assert (tab.settings["dataset"], tab.settings["hidden"]) == ("gauss", [])
    expect(lesson.get_by_role("heading", name="Choose")).to_be_visible()
    expect(lesson.get_by_role("button", name="Back")).to_be_disabled()
    text, rooms = tab.place(lesson), tab.place(tab.page.locator(".rooms"))
    assert text["x"] + text["width"] <= rooms["x"] + 1  # nothing lies over the other
    assert violations(tab.page) == []


def test_a_goal_is_held_against_the_network_of_its_own_step_and_not_the_one_before(tab):
    lesson = begin(tab, "judged-anew")
    tab.until(lambda: tab.bias(1, 0) == -3, "the bias of the first step")
    following(tab)
    lesson.get_by_role("button", name="A hint").click()
    expect(lesson.locator(".lesson-hint")).to_have_text("The bias is 1.")
    expect(lesson.locator(".lesson-goal")).not_to_have_class(re.compile("reached"))


def test_the_panel_that_one_step_wanted_open_does_not_cover_the_next(tab):
    begin(tab, "judged-anew")
    tab.more()
    following(tab)
    expect(tab.page.get_by_role("dialog", name="More methods")).to_be_hidden()


def test_each_step_is_read_from_its_beginning_and_a_reason_is_there_when_one_comes_back(tab):
    tab.page.set_viewport_size(PHONE)
    lesson = begin(tab, "sampler/4")
    text, reason = lesson.locator(".lesson-text"), lesson.get_by_role("textbox", name="Your answer, for yourself alone")
    reason.fill("It moves it.")
    text.evaluate("text => text.scrollTo(0, text.scrollHeight)")
    assert text.evaluate("text => text.scrollTop") > 0
    following(tab)
    expect(reason).to_be_hidden()
    tab.until(lambda: text.evaluate("text => text.scrollTop") == 0, "the first words")
    lesson.get_by_role("button", name="Back").click()
    expect(reason).to_have_value("It moves it.")


def test_a_guess_comes_before_the_run_and_what_came_after_it(tab, lesson):
    step = tab.frame.step
    tab.button("Play").click()
    expect(tab.refusal).to_contain_text("lock it first")
    tab.page.locator("body").press("ArrowRight")
    lesson.get_by_role("radio", name="About half").check()
    lock(tab)
    expect(verdict(tab)).to_contain_text("stops by itself after 5 epochs")
    assert tab.frame.step == step and not tab.frame.playing
    tab.button("Play").click()
    expect(verdict(tab)).to_contain_text(re.compile(r"^Not so\. It got .* right, which is more than a coin"))
    expect(lesson.locator(".lesson-choice.right")).to_contain_text("so it was")
    assert tab.stand_still().epoch == 5
    expect(lesson.get_by_role("button", name="Step 1: Choose (done)")).to_be_visible()
    lesson.get_by_role("button", name="Guess again").click()
    expect(lesson.get_by_role("radio", name="Nearly all")).to_be_enabled()


def test_whoever_only_wants_to_see_is_shown(tab, lesson):
    lesson.get_by_role("button", name="Show me anyway").click()
    tab.button("Play").click()
    expect(lesson.locator(".lesson-choice.right")).to_contain_text("so it was")


def test_a_number_and_what_came_are_marks_on_one_line(tab, lesson):
    lesson.get_by_role("button", name="Show me anyway").click()
    following(tab)
    guess = lesson.get_by_role("textbox", name="Your guess")
    guess.fill("many")
    expect(lesson.locator(".lesson-text")).to_contain_text("Type a number")
    expect(lesson.get_by_role("button", name="Lock my guess")).to_be_disabled()
    guess.fill("20")
    lock(tab)
    tab.button("Play").click()
    expect(lesson.get_by_role("img", name=re.compile(r"your guess 20\.0.* %, what came"))).to_be_visible(timeout=20_000)
    expect(verdict(tab)).to_contain_text("You said 20.0 %")
    assert violations(tab.page) == []


def test_a_curve_is_drawn_by_keys_or_pointer_and_the_true_one_over_it(tab, lesson):
    go(tab, 3)
    expect(lesson.get_by_role("button", name="Lock my guess")).to_be_disabled()
    first = lesson.get_by_role("slider", name="After 0 epochs", exact=True)
    first.focus()
    for key in ("ArrowUp", "ArrowRight", "PageDown"):
        tab.page.keyboard.press(key)
    expect(lesson.get_by_role("slider", name="After 0.5 epochs", exact=True)).to_be_focused()
    pad = lesson.get_by_role("group", name="Your guess, as a curve over the epochs")
    box = tab.place(pad)
    tab.page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.5)
    tab.page.mouse.down()
    tab.page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + box["height"] * 0.2)
    tab.page.mouse.up()
    lock(tab)
    tab.button("Play").click()
    expect(lesson.get_by_role("img", name="your guess, what came")).to_be_visible()
    expect(verdict(tab)).to_contain_text("falls")


def test_a_goal_is_seen_when_it_is_reached_and_hints_come_in_two_strengths(tab, lesson):
    go(tab, 4)
    tab.until(lambda: tab.settings["dataset"].startswith("own."), "the clouds")
    tab.until(lambda: tab.weight(1, 0, 1) == 1, "the weights")
    lesson.get_by_role("button", name="A hint", exact=True).click()
    expect(lesson.get_by_text(re.compile("^The bias is 0"))).to_be_visible()
    lesson.get_by_role("button", name="A stronger hint").click()
    expect(lesson.get_by_text("Set the bias to −3.")).to_be_visible()
    lesson.get_by_role("group").get_by_text("Compare with an answer").click()
    expect(lesson.locator("details")).to_contain_text("It is added to the sum.")
    field = tab.page.get_by_role("tabpanel", name="Neuron").get_by_role("textbox", name="bias b")
    field.fill("-3")
    field.press("Enter")
    expect(verdict(tab)).to_contain_text("There it is: the bias is −3")
    expect(lesson.locator(".lesson-goal")).to_contain_text("Reached")


def test_a_step_is_one_change_and_a_network_of_ones_own_comes_back(playground):
    playground.step("epoch")
    main = place(playground)
    main.get_by_role("link", name="One of everything", exact=True).click()
    expect(playground.notes).to_contain_text("Your network is not lost")
    playground.until(lambda: playground.settings["dataset"] == "gauss", "the first step")
    playground.first(
        lambda frame: frame.epoch == 1, "the network that was", playground.button("Undo: A new set-up").click
    )
    assert playground.settings["dataset"] == "circle"
    go(playground, 5)
    playground.until(lambda: playground.frame.lane_count == 2, "two lanes")
    undo = playground.button("Undo: Lane 1: A new set-up").click
    playground.first(lambda frame: frame.lane_count == 1, "one again", undo)


def test_what_a_step_locks_is_free_when_the_lesson_ends(tab, lesson):
    seed = tab.button("New weights")
    expect(seed).to_be_disabled()
    lesson.get_by_role("button", name="End the lesson").click()
    expect(lesson).to_be_hidden()
    expect(seed).to_be_enabled()
    tab.until(lambda: "lesson" not in tab.query, "the address")


def test_what_it_speaks_of_is_outlined(tab, lesson):
    lesson.get_by_role("button", name="Show me where").click()
    expect(tab.page.locator("#charts.pointed")).to_be_visible()
    lesson.get_by_role("link", name="nothing").click()
    expect(tab.page.locator("#output.pointed")).to_be_visible()


def test_its_steps_are_walked_by_keyboard_and_end_with_a_card_after_a_reload(tab, lesson):
    forth = lesson.get_by_role("button", name="Next")
    forth.focus()
    for _ in range(4):
        tab.page.keyboard.press("Enter")
    expect(lesson.get_by_role("heading", name="Compare")).to_be_visible()
    lesson.get_by_role("button", name="Finish").press("Enter")
    card = lesson.locator(".lesson-text")
    expect(card).to_contain_text("You can take a lesson.")
    expect(card).to_contain_text("4 steps still wait for you.")
    tab.until(lambda: "lesson=sampler-6" in tab.query, "the card in the address")
    tab.reload()
    lesson.get_by_role("button", name="Take it once more").click()
    expect(lesson.get_by_role("heading", name="Choose")).to_be_visible()
    expect(lesson.get_by_role("button", name=re.compile(r"\(done\)"))).to_have_count(0)


def test_an_old_link_and_the_short_address_lead_to_the_lesson_on_one_neuron(tab):
    begin(tab, "neuron")
    assert tab.settings["hidden"] == []
    expect(panel(tab)).to_have_accessible_name("Lesson: One neuron")
    tab.open("?lesson=neuron-3")
    expect(panel(tab).locator("[aria-current=step]")).to_have_text("3")


def test_a_lesson_that_is_not_there_says_so_and_can_be_left(tab):
    tab.expect_complaints("404")
    tab.open("?lesson=nothing")
    region = tab.page.get_by_role("region", name=re.compile("^Lesson"))
    expect(region.get_by_role("status")).not_to_be_empty()
    region.get_by_role("button", name="End the lesson").click()
    expect(region).to_be_hidden()


# ---- the place


def test_the_place_tells_of_each_lesson_and_how_far_one_is(playground):
    main = place(playground)
    expect(main.get_by_text("faulty.md, line 11")).to_be_visible()
    assert violations(playground.page) == []
    link = main.get_by_role("link", name="One of everything", exact=True)
    link.click()
    lesson = panel(playground)
    lesson.get_by_role("button", name="Show me anyway").click()
    following(playground)
    playground.page.evaluate("localStorage.setItem('glassbox-lessons', JSON.stringify({ sampler: { done: [1, 2] } }))")
    main = place(playground)
    expect(main.get_by_text("2 of 5 steps done")).to_be_visible()
    carried = main.get_by_role("textbox", name="Take your progress along").input_value()
    playground.page.evaluate("localStorage.removeItem('glassbox-lessons')")
    playground.page.goto(urljoin(playground.address, "/api/status"))
    playground.page.goto(carried)
    expect(playground.page.get_by_text("The progress that the link brought is here.")).to_be_visible()
    expect(playground.page.get_by_text("2 of 5 steps done")).to_be_visible()
    assert "progress" not in playground.page.url


def test_what_is_on_the_page_becomes_the_lines_of_a_step(tab):
    tab.open("?dataset=xor&hidden=3&tab=graph")
    tab.page.evaluate("null")
    main = place(tab)
    main.get_by_role("button", name="Make a lesson step of what I see").click()
    block = main.get_by_role("textbox", name="The set block")
    expect(block).to_have_value('```set\ndataset = "xor"\nhidden = "3"\ntab = "graph"\n```')
    main.get_by_role("button", name="Copy the lines").click()
    expect(main.get_by_text("The lines are copied.")).to_be_visible()
    main.get_by_text("Write a lesson of your own").click()
    expect(main.get_by_text("--lessons-folder")).to_be_visible()


# ---- in every room


def test_on_a_phone_it_stands_between_the_map_and_what_it_speaks_of(visit, server):
    phone = visit(server.address, viewport=PHONE)
    lesson = begin(phone, "neuron")
    assert not phone.is_too_wide()
    numbers, picture, text = (phone.place(phone.page.locator(each)) for each in (".readout", "#drawer", "#lesson"))
    assert numbers["y"] + numbers["height"] <= picture["y"] and picture["y"] + picture["height"] <= text["y"] + 1
    assert picture["height"] > 300
    lesson.get_by_role("button", name="Next").click()
    expect(lesson.get_by_role("button", name="Back")).to_be_enabled()
    assert violations(phone.page) == []
    for size in (PHONE, {"width": 360, "height": 640}, {"width": 844, "height": 390}):
        phone.page.set_viewport_size(size)
        phone.settles(lambda: lesson.evaluate(READ) >= 5, True)


def test_on_a_phone_a_step_begins_at_its_title_and_nothing_lies_over_what_is_read(visit, server):
    phone = visit(server.address, viewport=PHONE)
    lesson = begin(phone, "gradient")
    expect(lesson.get_by_label("Your guess")).to_be_visible()
    text = lesson.locator(".lesson-text")
    phone.settles(lambda: text.evaluate("text => text.scrollTop"), 0)
    close = phone.place(lesson.get_by_role("button", name="End the lesson"))
    for part in text.locator("h3, p:visible").all():
        said = phone.place(part)
        assert said["x"] + said["width"] <= close["x"]
    for size in (PHONE, {"width": 844, "height": 390}):
        phone.page.set_viewport_size(size)
        ways, whole = phone.place(lesson.get_by_role("button", name="Next")), phone.place(phone.page.locator("#lesson"))
        assert ways["x"] + ways["width"] <= whole["x"] + whole["width"]


@pytest.mark.parametrize("name", NAMES)
def test_every_lesson_is_walked_to_its_end(tab, name):
    """On a projector, where the last row can read it; and on a phone, where nothing is too wide."""
    lesson = begin(tab, f"{name}?present=1")
    title = lesson.locator(".lesson-text h3")
    for _ in range(lesson.locator(".lesson-step").count()):
        before = title.text_content()
        tab.page.set_viewport_size(PHONE)
        assert not tab.is_too_wide()
        tab.page.set_viewport_size(LARGE)
        tab.until(lambda: min(tab.page.evaluate(ROOM)) >= 19, "type for the last row")
        lesson.locator(".lesson-ways .strong").click()
        expect(title).not_to_have_text(before)
    expect(lesson.locator(".lesson-text")).to_contain_text("What you can do now")


def test_a_check_sees_what_was_typed_while_the_line_was_slow(server, visit):
    """Two numbers in quick succession, a third by leaving its field, none of them heard before the last is typed."""
    with Gate(server.port) as gate:
        tab = visit(gate.address)
        begin(tab, "gradient/2")
        tab.until(lambda: tab.weight(1, 0, 0) == 0.5, "the step's weights")
        fields = [
            tab.page.get_by_role("textbox", name=name, exact=True)
            for name in ("weight of x₁", "weight of x₂", "bias b")
        ]
        gate.hold()
        for field, text in zip(fields, ("0.08", "0.08", "0"), strict=True):
            field.fill(text)
            if field is not fields[-1]:
                field.press("Enter")
        gate.let_go()
        fields[-1].blur()
        expect(verdict(tab)).to_contain_text("w₁ = 0.08, w₂ = 0.08, b = 0")
        expect(panel(tab)).to_contain_text("Reached")
