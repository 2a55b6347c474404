"""Everything can be done by keyboard, and one sees where one is; keys typed into a field stay there."""

import re

import pytest
from playwright.sync_api import expect

# What has the focus: its name, its part of the page, and whether something around it shows a ring.
FOCUSED = """() => {
  const focused = document.activeElement, label = focused.closest("label");
  const near = [focused, label, label?.querySelector("span, canvas"), focused.nextElementSibling].filter(Boolean);
  const rings = near.map((element) => getComputedStyle(element)).filter((style) =>
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none");
  const box = (label ?? focused).getBoundingClientRect();
  const part = focused.closest("section[id], header[id], #share, .messages");
  return {
    body: focused === document.body, part: part?.id ?? "", ring: rings.length > 0,
    name: focused.getAttribute("aria-label") ?? focused.textContent.trim() ?? focused.id, tag: focused.tagName,
    seen: box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0
      && box.left < innerWidth && box.top < innerHeight,
  };
}"""
MOST_STOPS = 150


def test_space_plays_and_pauses(playground):
    playground.page.keyboard.press("Space")
    playground.until(lambda: playground.frame.playing, "it to play")
    playground.page.keyboard.press("Space")
    playground.stand_still()


def test_arrows_step(playground):
    playground.page.keyboard.press("ArrowRight")
    playground.until(lambda: playground.frame.step == 1, "one step")
    playground.page.keyboard.press("Shift+ArrowRight")
    playground.until(lambda: playground.frame.step == 25, "the epoch's end")


def test_r_resets(playground):
    playground.step("epoch")
    playground.page.keyboard.press("r")
    playground.until(lambda: playground.frame.step == 0, "a reset")
    playground.step()
    playground.page.keyboard.press("Shift+R")
    playground.until(lambda: playground.frame.step == 0, "a reset")


def test_the_browsers_own_keys_are_left_to_it(playground):
    playground.step("epoch")
    for key in ("Control+ArrowRight", "Alt+r"):
        playground.page.keyboard.press(key)
    assert playground.step().step == 26


def test_what_is_typed_into_a_field_stays_there(playground):
    field = playground.field("Seed")
    field.focus()
    for key in ("Space", "r", "ArrowRight", "Shift+ArrowRight", "R"):
        field.press(key)
    field.press("Escape")
    field.blur()
    assert playground.step().step == 1 and playground.frame.run == 1 and not playground.frame.playing


def test_keys_of_other_controls_are_theirs(playground):
    playground.menu("Activation").focus()
    playground.page.keyboard.press("r")  # the menu looks for ReLU
    playground.slider("Learning rate").press("ArrowRight")
    playground.button("Step one batch").press("Space")
    playground.until(lambda: playground.frame.step == 1, "the button's own step")
    assert playground.frame.run == 1 and not playground.frame.playing


def test_tab_reaches_everything_in_order_and_shows_where_it_is(playground):
    stops = []
    for _ in range(MOST_STOPS):
        playground.page.keyboard.press("Tab")
        stop = playground.page.evaluate(FOCUSED)
        if stop["body"]:
            break
        stops.append(stop)
    assert [stop["name"] for stop in stops[:3]] == [f"Skip to the {part}" for part in ("network", "drawer", "output")]
    parts = list(dict.fromkeys(stop["part"] for stop in stops[3:]))
    assert parts == ["topbar", "settings", "data", "network", "drawer", "output", "charts"]
    assert [stop for stop in stops if not stop["ring"]] == []
    assert [stop for stop in stops if not stop["seen"]] == []
    names = " ".join(stop["name"] for stop in stops)
    for name in ("Reset", "Play", "Step one batch", "Learning rate: help", "New weights", "Output"):
        assert name in names


def test_the_link_that_skips_to_the_network(playground):
    playground.page.keyboard.press("Tab")
    playground.page.keyboard.press("Enter")
    expect(playground.region("Network")).to_be_focused()
    playground.page.keyboard.press("Tab")
    assert playground.page.evaluate(FOCUSED)["part"] == "network"


REGIONS = ["topbar", "settings", "data", "network", "drawer", "output", "charts", "timeline"]


def walked(playground, key, count):
    stops = []
    for _ in range(count):
        playground.page.keyboard.press(key)
        stop = playground.page.evaluate(FOCUSED)
        assert stop["ring"] and stop["seen"]
        stops.append(stop["part"])
    return stops


def test_f6_leads_from_part_to_part(playground):
    assert walked(playground, "F6", 9) == [*REGIONS, "topbar"]
    assert walked(playground, "Shift+F6", 3) == ["timeline", "charts", "output"]
    playground.page.keyboard.press("Shift+F6")
    playground.page.keyboard.press("Tab")
    assert playground.page.evaluate("document.activeElement.dataset.tab") is not None


def test_f6_passes_over_what_is_not_on_show(playground):
    playground.open("?tab=measures&full=1&lesson=neuron")
    assert walked(playground, "F6", 4) == ["topbar", "lesson", "drawer", "timeline"]
    playground.open("?hide=settings,data,features,seeds")
    assert walked(playground, "F6", 2) == ["topbar", "network"]


def test_f6_is_left_to_a_dialog(playground):
    playground.button("Share").click()
    expect(playground.page.locator("#share")).to_be_visible()  # what it shows is loaded when it is first pressed
    playground.page.locator("#link").focus()
    playground.page.keyboard.press("F6")
    assert playground.page.evaluate(FOCUSED)["part"] == "share"


@pytest.mark.parametrize("way", ["keyboard", "pointer"])
def test_every_control_has_a_help(tab, subtests, way):
    playground = tab.open("?penalty=l2&optimizer=adam")
    openers = playground.page.locator("button[popovertarget^=help-]:visible")
    assert openers.count() > 12
    for opener in openers.all():
        name = opener.get_attribute("aria-label")
        with subtests.test(name):
            opener.press("Enter") if way == "keyboard" else opener.click()
            note = playground.page.locator(f"#{opener.get_attribute('popovertarget')}")
            expect(note).to_be_visible()
            assert re.search(r"[A-Zα-ω].{15,}\.", note.inner_text())
            box = note.bounding_box()
            assert (
                box["x"] >= 0 and box["y"] >= 0 and box["x"] + box["width"] <= 1366 and box["y"] + box["height"] <= 768
            )
            playground.page.keyboard.press("Escape")
            expect(note).to_be_hidden()


def test_help_tells_formulas(playground):
    playground.button("Activation: help").click()
    expect(playground.page.locator("#help-activation")).to_contain_text("φ(z) = max(0, z)")
    playground.page.keyboard.press("Escape")
    playground.button("Optimizer: help").click()
    expect(playground.page.locator("#help-optimizer")).to_contain_text("θ ← θ − α g")


def test_arrow_keys_in_a_number_field_go_to_its_neighbours(playground):
    field = playground.field("Learning rate")
    playground.change(lambda: field.press("ArrowUp"))
    assert playground.settings["learning_rate"] == 0.04
    playground.change(lambda: field.press("ArrowDown"))
    assert playground.settings["learning_rate"] == 0.03
    assert playground.frame.step == 0
