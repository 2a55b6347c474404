"""On a phone, with a finger: the same parts in one column, each of them usable."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.network import Network
from tests.browser.playground import PHONE
from tests.browser.test_first_paint import MOST, SHIFT

TOUCH = {"viewport": PHONE, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
SMALLEST_TARGET = 24  # pixels, WCAG 2.2
FINGER = 44  # pixels
SIZES = [(390, 844), (360, 640), (320, 568), (844, 390), (820, 1180)]


IS_LOW = "document.documentElement.scrollHeight <= innerHeight"


@pytest.fixture
def phone(visit, server):
    return visit(server.address, **TOUCH).open()


def is_in(box, size):
    return (
        box["x"] >= 0
        and box["y"] >= 0
        and box["x"] + box["width"] <= size["width"]
        and box["y"] + box["height"] <= size["height"]
    )


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
def test_a_change_and_its_effect_are_in_view_together(visit, server, size, subtests):
    width, height = size
    viewport = {"width": width, "height": height}
    phone = visit(server.address, **TOUCH | {"viewport": viewport}).open()
    pinned = [phone.page.locator(".out-plot"), phone.button("Play").or_(phone.button("Pause"))]
    pinned += [phone.reading(name) for name in ("epoch", "train", "test", "score")]
    pinned += [phone.page.locator(".chart-loss .chart-space")]
    parts = {"Network": ".net-stage", "Data": ".thumbnails", "Training": ".settings", "Inside": ".drawer-panels"}
    phone.play()
    for sheet, part in parts.items():
        with subtests.test(sheet):
            phone.sheet(sheet)
            expect(phone.page.locator(part)).to_be_in_viewport()
            phone.until(lambda: all(is_in(each.bounding_box(), viewport) for each in pinned), "all of it in view")
            assert not phone.is_too_wide()
            phone.until(lambda: phone.page.evaluate(IS_LOW), "a page that is not scrolled")
            for other in (other for name, other in parts.items() if name != sheet):
                expect(phone.page.locator(other)).to_be_hidden()


# What lies over something else of these, and what is out of its part of the page.
CROWDED = """() => {
  const boxes = [".topbar .pair", ".topbar [data-setting=speed]", ".reading:not(.reading-step, .reading-pace)",
    ".tools .button", ".out-toggles .out-toggle", "#charts"].flatMap((name) => [...document.querySelectorAll(name)])
    .map((part) => ({ name: part.className || part.id, box: part.getBoundingClientRect() }));
  const meet = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
  return boxes.flatMap(({ name, box }, at) => [
    ...(box.width && box.bottom <= innerHeight && box.right <= innerWidth ? [] : [`${name} is not in view`]),
    ...boxes.slice(at + 1).filter((other) => meet(box, other.box)).map((other) => `${name} / ${other.name}`),
  ]);
}"""


@pytest.mark.parametrize("size", [(1024, 768), (1180, 820)], ids="{0[0]}x{0[1]}".format)
def test_a_tablet_held_across_has_all_numbers_and_every_switch_to_itself(visit, server, size):
    tablet = visit(server.address, **TOUCH | {"viewport": {"width": size[0], "height": size[1]}}).open("?tab=measures")
    expect(tablet.page.locator("#panel-measures .confusion").first).to_be_visible()
    tablet.settles(lambda: tablet.page.evaluate(CROWDED), [])
    tablet.page.get_by_role("combobox", name="Speed").select_option("epochs_10_frame")
    tablet.until(lambda: tablet.settings["speed"] == "epochs_10_frame", "the speed")


def test_a_phone_changes_settings(phone):
    phone.sheet("Training").menu("Optimizer").select_option("Adam")
    phone.until(lambda: phone.settings["optimizer"] == "adam", "the optimizer")
    phone.slider("Dropout").fill("40")
    phone.until(lambda: phone.settings["dropout"] > 0, "the dropout, which stands in the same sheet")
    phone.sheet("Data").dataset("xor").tap(force=True)
    phone.until(lambda: phone.settings["dataset"] == "xor", "the data")
    phone.box("x₁x₂").tap(force=True)
    phone.until(lambda: "x1_x2" in phone.settings["features"], "the feature")


def test_the_sheet_is_remembered_and_a_tab_in_the_address_shows_its_own(phone):
    pressed = phone.page.get_by_role("navigation", name="Sheets").get_by_role("button", pressed=True)
    phone.sheet("Data").reload()
    expect(pressed).to_have_text("Data")
    phone.open("?tab=losses")
    expect(pressed).to_have_text("Inside")
    expect(phone.page.get_by_role("tab", name="Losses")).to_have_attribute("aria-selected", "true")
    phone.sheet("Network").sheet("Inside")  # its tab is still open
    expect(phone.page.get_by_role("tab", name="Losses")).to_have_attribute("aria-selected", "true")


def test_the_small_map_is_made_large_and_small_again(phone):
    phone.sheet("Training")
    small = phone.place(phone.map)["width"]
    phone.button("Make the map large").tap()
    phone.until(lambda: phone.place(phone.map)["width"] > 1.5 * small, "a larger map")
    phone.box("Test data").tap()
    phone.until(lambda: "test=1" in phone.query, "the switch, in the address")
    expect(phone.region("Settings")).to_be_hidden()
    phone.button("Make the map small").tap()
    expect(phone.region("Settings")).to_be_visible()
    phone.settles(lambda: phone.place(phone.map)["width"], small)


def test_a_phone_edits_the_network(phone):
    network = Network(phone)
    phone.button("Change layer 1: 4 units, tanh").tap()
    phone.change(network.panel.get_by_role("button", name="Add a unit to layer 1").tap)
    assert phone.frame.sizes == (2, 5, 2, 1)
    network.panel.get_by_role("button", name="Close").tap()
    network.unit(3, 0).tap()
    field = network.panel.get_by_role("textbox", name="bias")
    phone.change(lambda: network.enter(field, "0,5"))
    assert phone.bias(3, 0) == 0.5


def test_a_phone_shows_a_large_network(visit, server):
    phone = visit(server.address, **TOUCH).open("?hidden=8,8,8,8,8,8,8,100")
    assert not phone.is_too_wide()
    phone.button("Play").tap()
    phone.wait_for_steps(20)
    last = Network(phone).unit(9, 0)
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()


def test_eight_layers_of_eight_units_are_in_view_and_a_finger_reaches_each(phone):
    phone.open("?hidden=8,8,8,8,8,8,8,8")
    network = Network(phone)
    assert [count for _, count in phone.frame.windows] == [2, *[8] * 8, 1]
    view = phone.place(phone.page.locator(".net-view"))
    for layer, unit in ((0, 1), (1, 0), (8, 7), (9, 0)):
        expect(network.unit(layer, unit)).to_be_in_viewport(ratio=1)
        box = phone.place(network.unit(layer, unit))
        assert view["x"] <= box["x"] and box["x"] + box["width"] <= view["x"] + view["width"]
    box = phone.place(network.unit(4, 3))
    phone.page.touchscreen.tap(box["x"] - 4, box["y"] + 4)  # beside it
    expect(network.panel.get_by_role("heading")).to_have_text("Unit 4 of layer 4")
    expect(phone.page.locator(".out-title")).to_contain_text("unit 4")  # its picture, large, over its weights


def test_the_panel_of_a_weight_stays_over_a_keyboard_below_map_and_losses(phone):
    """A keyboard makes the page lower, as the page asks for in its head."""
    expect(phone.page.locator("meta[name=viewport]")).to_have_attribute("content", re.compile("resizes-content"))
    network = Network(phone)
    network.unit(1, 0).tap()
    field = network.panel.get_by_role("textbox", name="bias")
    field.tap()
    phone.page.set_viewport_size({"width": 390, "height": 844 - 336})
    for part in (field, phone.page.locator(".out-plot"), phone.reading("test")):
        expect(part).to_be_in_viewport(ratio=1)
        phone.until(
            lambda part=part: is_in(phone.place(part), {"width": 390, "height": 844 - 336}), "it over the keyboard"
        )
    assert phone.place(network.panel)["y"] > phone.place(phone.reading("test"))["y"]


def test_nothing_moves_while_it_trains_and_one_goes_from_sheet_to_sheet(phone):
    """But what one pressed oneself: a browser does not count that."""
    phone.play()
    for sheet in ("Data", "Training", "Network"):
        phone.sheet(sheet)
        phone.wait_for_steps(300)
    assert phone.page.evaluate(SHIFT) < MOST


def test_axe_finds_nothing_serious_in_any_sheet(phone, subtests):
    for sheet in ("Network", "Data", "Training", "Inside"):
        with subtests.test(sheet):
            phone.sheet(sheet)
            expect(phone.page.locator(".drawer-panel[aria-busy]")).to_have_count(0)
            assert violations(phone.page) == []
    phone.button("Make the map large").tap()
    assert violations(phone.page) == []


def test_a_finger_finds_the_help_around_a_name(phone):
    phone.sheet("Training")
    name = phone.place(phone.button("Learning rate: help"))
    phone.page.touchscreen.tap(name["x"] + 10, name["y"] - 8)
    expect(phone.page.locator("#help-learning_rate")).to_be_visible()


SMALL = """least => [...document.querySelectorAll("button, select, input, summary, a[href]")].filter((part) => {
  const shown = part.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !part.closest(".skips");
  const box = (part.type === "checkbox" ? part.labels[0] : part).getBoundingClientRect();
  return shown && !part.matches(".label, .net-unit") && box.width > 1 && Math.min(box.width, box.height) < least - 0.5;
}).map((part) => part.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("size", [(390, 844), (844, 390)], ids="{0[0]}x{0[1]}".format)
def test_buttons_are_large_enough_for_a_finger(visit, server, size, subtests):
    """Names that open help are found around them, and units within a finger's reach; each has its own test."""
    viewport = {"width": size[0], "height": size[1]}
    phone = visit(server.address, **TOUCH | {"viewport": viewport}).open()
    for sheet in ("Network", "Data", "Training", "Inside"):
        with subtests.test(sheet):
            phone.sheet(sheet)
            expect(phone.page.locator(".drawer-panel[aria-busy]")).to_have_count(0)
            phone.settles(lambda: phone.page.evaluate(SMALL, FINGER), [])


@pytest.mark.parametrize("opener", ["Share", "How to read this page"])
def test_what_fills_the_screen_has_a_button_that_closes_it(phone, opener):
    phone.button(opener).tap()
    panel = phone.page.locator("[role=dialog]:popover-open")
    expect(panel).to_be_visible()
    panel.get_by_role("button", name=re.compile("^Close")).tap()
    expect(panel).to_have_count(0)


def heights_of_sliders(playground):
    expect(playground.page.get_by_role("tabpanel", name="Losses").get_by_role("slider").first).to_be_visible()
    return [slider.bounding_box()["height"] for slider in playground.page.locator("input[type=range]:visible").all()]


def test_sliders_are_as_high_as_a_finger_or_a_pointer_needs(visit, server):
    """The page's own, the timeline's, and those of the drawer."""
    query = "?tab=losses"
    finger, pointer = (heights_of_sliders(visit(server.address, **how).open(query)) for how in (TOUCH, {}))
    assert len(finger) > 3 and min(finger) >= FINGER
    assert len(pointer) > 8 and min(pointer) >= SMALLEST_TARGET


def overlaps(parts):
    """The neighbours of which one begins before the other ends."""
    boxes = sorted((box["x"], box["x"] + box["width"]) for part in parts.all() if (box := part.bounding_box()))
    return [(one, other) for one, other in pairwise(boxes) if one[1] > other[0] + 1]


def test_nothing_in_the_bar_lies_on_anything_else_on_a_wide_touch_screen(visit, server, subtests):
    playground = visit(server.address, viewport={"width": 1366, "height": 625}, has_touch=True).open()
    parts = playground.page.locator("#topbar").locator(".name, .button, select, .reading")
    for width in (1366, 1280, 1100, 960):
        with subtests.test(f"{width} pixels"):
            playground.page.set_viewport_size({"width": width, "height": 625})
            playground.settles(lambda: overlaps(parts), [])
            assert not playground.is_too_wide()


# The open tab is whole in its row, and not under the fading of the row's end.
IS_CLEAR = """() => {
  const row = document.querySelector(".drawer-tabs"), room = row.getBoundingClientRect();
  const { left, right } = row.querySelector("[aria-selected=true]").getBoundingClientRect();
  return left >= room.left && right <= room.right - 32;
}"""


def test_the_tab_that_an_address_opens_is_in_sight(visit, server):
    page = visit(server.address, **TOUCH).open("?tab=measures").page
    bar, tab = page.locator(".drawer-tabs"), page.locator("#tab-measures")
    expect(tab).to_have_attribute("aria-selected", "true")
    expect(tab).to_be_in_viewport(ratio=1)
    expect(bar).to_be_visible()
    page.wait_for_function(IS_CLEAR)
