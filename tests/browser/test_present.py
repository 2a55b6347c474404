"""Presenting: everything legible from the last row, nothing that changes the run out of reach, in and out of it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.cut import cut_texts
from tests.browser.legible import overlaid, too_small, watch

SIZES = [(1366, 768), (1024, 768)]
OTHER_SIZES = [
    (1280, 720),
    (1366, 625),
    (1920, 1080),
]  # the second: a low window
PINNED = "&pin=learning_rate,noise,dataset,features,showTest,new-data"
# What must be there before a tab is measured.
CONTENTS = {
    "neuron": ".neuron-curves svg",
    "graph": ".graph-box",
    "activations": ".act-histogram",
    "losses": ".plot",
    "descent": "canvas",
    "penalty": ".histogram svg",
    "diagnostics": ".health-layers svg",
    "measures": ".confusion",
    "compare": ".compare-chart svg",
    "seeds": ".seeds-form",
    "labbook": "table",
}
POPOVERS = ["menu", "help-learning_rate", "pins", "goal-panel", "share", "guide"]
IS_WHOLE = "() => document.fullscreenElement !== null"


@pytest.fixture
def room(visit, server):
    """The page as it is presented, on a screen of the given size."""

    def room(query="", size=(1366, 768)):
        tab = visit(server.address, viewport={"width": size[0], "height": size[1]})
        watch(tab.page)
        return tab.open(f"?present=1{query}")

    return room


def illegible(page):
    """What is too small, what is cut off, and what lies over something else."""
    return too_small(page), cut_texts(page), overlaid(page)


def test_the_panel_of_a_unit_has_room_for_its_words_and_numbers(room):
    page = room().page
    page.locator(".net-unit[data-layer='2'][data-unit='0']").click()
    panel = page.locator(".net-panel")
    expect(panel.get_by_role("button", name="Freeze this unit")).to_be_visible()
    assert (
        panel.locator("button, input").evaluate_all(
            "parts => parts.filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.outerHTML)"
        )
        == []
    )


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
def test_the_last_row_reads_everything(room, size):
    tab = room(PINNED, size)
    page = tab.page
    tab.step("epoch")
    tab.settles(lambda: illegible(page), ([], [], []))
    for popover in POPOVERS:
        page.locator(f"[popovertarget={popover}]:visible").click()
        expect(page.locator(f"#{popover}")).to_be_visible()
        tab.settles(lambda: too_small(page), [])
        page.keyboard.press("Escape")
        expect(page.locator(f"#{popover}")).to_be_hidden()
    tab.button("All settings").click()
    tab.more()
    tab.settles(lambda: too_small(page), [])
    tab.less()
    tab.button("All settings").click()
    for opener in page.get_by_role("tab").all():
        name = opener.get_attribute("data-tab")
        opener.click()
        expect(page.locator(f"#panel-{name} {CONTENTS[name]}").first).to_be_visible()
        tab.settles(lambda: illegible(page), ([], [], []))


@pytest.mark.parametrize("size", OTHER_SIZES, ids="{0[0]}x{0[1]}".format)
def test_other_screens_are_filled_alike(room, size):
    tab = room("&tab=measures", size)
    expect(tab.page.locator(f"#panel-measures {CONTENTS['measures']}").first).to_be_visible()
    tab.settles(lambda: illegible(tab.page), ([], [], []))
    tab.button("Close the drawer").click()
    expect(tab.page.locator("#panel-measures")).to_be_hidden()
    tab.settles(lambda: illegible(tab.page), ([], [], []))
    tab.until(lambda: tab.page.evaluate("document.documentElement.scrollHeight <= innerHeight"), "no need to scroll")


TABS = """() => [...document.querySelectorAll(".drawer-tab")].filter((tab) => !tab.hidden).map((tab) => {
  const { left, right, top } = tab.getBoundingClientRect(), bar = tab.closest(".drawer-tabs").getBoundingClientRect();
  return [left >= bar.left - 1 && right <= bar.right + 1, left, top];
})"""


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
def test_every_tab_is_in_sight_and_stays_where_it_is_when_training_begins(room, size):
    tab = room("&tab=measures", size)
    expect(tab.page.locator(f"#panel-measures {CONTENTS['measures']}").first).to_be_visible()
    before = tab.page.evaluate(TABS)
    assert all(in_sight for in_sight, *_ in before)
    tab.play()
    expect(tab.page.locator(".drawer-clock")).to_contain_text("of epoch")
    tab.pause()
    assert tab.page.evaluate(TABS) == before
    tab.settles(lambda: overlaid(tab.page), [])


BEYOND = """() => [".net-bar", ".topbar .transport", ".drawer-bar"].flatMap((name) => {
  const bar = document.querySelector(name), { left, right } = bar.getBoundingClientRect();
  return [...bar.querySelectorAll("button")].filter((button) => {
    const box = button.getBoundingClientRect();
    return box.width && (box.left < left - 1 || box.right > right + 1);
  }).map((button) => `${button.ariaLabel ?? button.textContent}`);
})"""
LEAST_FINGER = """() => Math.min(...[...document.querySelectorAll(".net-bar button, .topbar button.button")]
  .map((button) => button.getBoundingClientRect()).filter(({ width }) => width).map(({ height }) => height))"""


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
def test_on_a_board_that_is_touched_every_button_is_whole_and_so_is_the_network(visit, server, size):
    viewport = {"width": size[0], "height": size[1]}
    tab = visit(server.address, viewport=viewport, has_touch=True, is_mobile=True).open("?present=1&tab=measures")
    expect(tab.page.locator(f"#panel-measures {CONTENTS['measures']}").first).to_be_visible()
    tab.settles(lambda: tab.page.evaluate(BEYOND), [])
    assert tab.page.evaluate(LEAST_FINGER) >= 44
    expect(tab.page.locator(".net-pager")).to_have_count(0)


def train_seeds(tab, panel):
    for name, count in (("Seeds", "3"), ("Epochs", "5")):
        panel.get_by_role("spinbutton", name=re.compile(f"^{name}")).fill(count)
    panel.get_by_role("button", name="Train them").click()
    expect(panel).to_contain_text("3 of 3 seeds are trained")


def fork(tab, panel):
    tab.step("epoch")
    panel.get_by_role("button", name="Fork into a new lane").click()
    expect(panel.locator("[data-lane='2']")).to_contain_text("the same settings as the first")


def race(tab, panel):
    expect(panel.get_by_role("row")).not_to_have_count(0)


RESULTS = {"seeds": train_seeds, "compare": fork, "descent&descent=functions": race}


@pytest.mark.parametrize("opened", RESULTS)
def test_the_last_row_reads_what_comes_of_seeds_lanes_and_a_race(room, opened):
    tab = room(f"&tab={opened}")
    panel = tab.page.locator(f"#panel-{opened.partition('&')[0]}")
    expect(panel).to_be_visible()
    RESULTS[opened](tab, panel)
    tab.settles(lambda: illegible(tab.page), ([], [], []))


def test_a_message_and_a_lesson_are_read_too(room):
    tab = room("&lesson=neuron&tab=neuron&learning_rate=much")  # which a note answers
    page = tab.page
    expect(page.locator("#notes")).to_contain_text("much")
    expect(page.locator(f"#panel-neuron {CONTENTS['neuron']}").first).to_be_visible()
    expect(page.locator("#lesson h2").first).to_be_visible()
    tab.settles(lambda: too_small(page), [])


def test_what_is_pinned_stands_in_the_strip_and_goes_home(playground):
    strip = playground.page.get_by_role("region", name="Pinned controls")
    playground.button("Noise: help").click()
    playground.button("Pin for presenting").click()
    playground.page.keyboard.press("Escape")
    playground.button("Presentation mode").click()
    expect(strip.get_by_role("slider")).to_have_count(2)
    strip.get_by_role("slider", name="Noise", exact=True).press("ArrowRight")
    expect(playground.page).to_have_url(re.compile(r"[?&]noise=0.05&.*pin=learning_rate,noise"))
    playground.button("Presentation mode").click()
    expect(strip).to_be_hidden()
    expect(
        playground.page.get_by_role("region", name="Data").get_by_role("slider", name="Noise", exact=True)
    ).to_be_visible()
    playground.open()
    expect(playground.page).to_have_url(re.compile("pin=learning_rate,noise"))  # as this browser remembers


def test_pins_are_chosen_without_leaving(room):
    tab = room()
    strip = tab.page.get_by_role("region", name="Pinned controls")
    expect(strip.get_by_role("slider", name="Learning rate")).to_be_visible()
    expect(strip.get_by_role("combobox", name="Speed")).to_be_visible()
    tab.button("Pin controls").click()
    for name in ["Learning rate", "Data set", "Test data"]:
        tab.page.get_by_role("dialog", name="Controls to pin").get_by_role("checkbox", name=name).click()
    tab.page.keyboard.press("Escape")
    expect(strip.get_by_role("slider", name="Learning rate")).to_be_hidden()
    strip.get_by_role("combobox", name="Data").select_option("xor")
    tab.until(lambda: tab.frame.problem == "binary" and "dataset=xor" in tab.page.url, "the data set")
    strip.get_by_role("checkbox", name="Test data").check()
    expect(tab.page).to_have_url(re.compile("test=1.*pin=dataset,showTest"))


def test_nothing_that_changes_the_run_asks_one_to_leave(room):
    tab = room()
    tab.step("batch")
    tab.step("epoch")
    tab.button("All settings").click()
    tab.menu("Activation").select_option("relu")
    tab.dataset("spiral").check(force=True)
    expect(tab.page.get_by_role("region", name="Output")).to_be_visible()
    tab.page.keyboard.press("Escape")
    expect(tab.menu("Activation")).to_be_hidden()
    expect(tab.button("Presentation mode")).to_have_attribute("aria-pressed", "true")
    tab.button("Add a unit to layer 1").click()
    tab.until(lambda: tab.frame.sizes[1] == 5, "a unit more")
    tab.page.keyboard.press("Escape")  # nothing is open: now it means the presentation
    expect(tab.button("Presentation mode")).to_have_attribute("aria-pressed", "false")


def test_the_browsers_whole_screen_comes_and_goes_with_it(playground):
    page = playground.page
    playground.button("Presentation mode").click()
    page.wait_for_function(IS_WHOLE)
    expect(playground.button("Full screen")).to_be_hidden()
    page.keyboard.press("f")
    page.wait_for_function(f"() => !({IS_WHOLE})()")
    expect(page.locator("html")).not_to_have_class(re.compile("presenting"))
    page.keyboard.press("f")
    page.wait_for_function(IS_WHOLE)
    page.evaluate("() => document.exitFullscreen()")  # as the browser does it on Escape
    expect(page.locator("html")).not_to_have_class(re.compile("presenting"))


def test_a_link_offers_the_whole_screen(room):
    tab = room()
    assert not tab.page.evaluate(IS_WHOLE)
    tab.button("Full screen").click()
    tab.page.wait_for_function(IS_WHOLE)
    expect(tab.button("Full screen")).to_be_hidden()


SIGNS = """async () => {
  const paper = document.createElement("canvas").getContext("2d"), { fontFamily } = getComputedStyle(document.body);
  const height = (size, text) => {
    paper.font = `${size}px ${fontFamily}`;
    const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = paper.measureText(text);
    return up + down;
  };
  const face = [...document.fonts].find(({ family }) => family.includes("Small signs"));
  await face.load().catch(() => null);
  return { status: face.status, signs: ["₁", "²", "⁴"].map((sign) => height(19.2, sign)), wanted: height(13, "1") };
}"""


def test_signs_that_stand_raised_or_lowered_are_as_high_as_type_of_thirteen_pixels(room):
    page = room().page
    found = page.evaluate(SIGNS)
    if found["status"] == "loaded":  # one of its fonts is on this machine
        assert min(found["signs"]) >= 0.98 * found["wanted"]
    else:
        assert found["status"] == "error"
    page.evaluate("document.documentElement.classList.remove('presenting')")
    assert max(page.evaluate(SIGNS)["signs"]) < 0.98 * found["wanted"]
