"""The page is for everyone: on a phone, in the dark, without motion, by screen reader; and nothing jumps while it runs."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.network import Network

SIZES = {"projector": (1366, 768), "tablet": (1024, 768), "phone": (390, 844)}
SERIOUS = ("serious", "critical")
TOUCH = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
SMALLEST_TARGET = 24  # pixels, WCAG 2.2

# Every animation frame for a while: where the parts of the page are. Each different arrangement once.
ARRANGEMENTS = """(milliseconds) => new Promise((resolve) => {
  const parts = [...document.querySelectorAll(
    "header, main > *, h2, h3, dt, dd, .button, select, input, canvas, .net-unit, .net-head, .out-key > *")];
  const seen = new Map(), began = performance.now();
  const look = () => {
    for (const part of parts) {
      if (!part.isConnected) continue;
      const { x, y, width, height } = part.getBoundingClientRect();
      const place = [x, y, width, height].map((value) => Math.round(value)).join();
      const known = seen.get(part) ?? new Set();
      seen.set(part, known.add(place));
    }
    if (performance.now() - began < milliseconds) requestAnimationFrame(look);
    else resolve([...seen].filter(([, places]) => places.size > 1)
      .map(([part, places]) => `${part.outerHTML.slice(0, 90)}: ${[...places].join(" | ")}`));
  };
  look();
})"""
FRAMES = """(milliseconds) => new Promise((resolve) => {
  let count = 0;
  const began = performance.now();
  const tick = () => {
    count++;
    const passed = performance.now() - began;
    if (passed < milliseconds) requestAnimationFrame(tick);
    else resolve((1000 * count) / passed);
  };
  requestAnimationFrame(tick);
})"""


def violations(page):
    """What axe holds against the page, in a line each."""
    found = Axe().run(page).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:120]}"
        for rule in found if rule["impact"] in SERIOUS
        for node in rule["nodes"]
    ]  # fmt: skip


def is_too_wide(page):
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_serious(visit, server, size, theme):
    width, height = SIZES[size]
    playground = visit(server.address, viewport={"width": width, "height": height}, color_scheme=theme).open()
    playground.play()
    playground.wait_for_steps(100)
    playground.pause()
    assert violations(playground.page) == []
    assert not is_too_wide(playground.page)


def test_axe_finds_nothing_serious_in_what_opens(visit, server):
    playground = visit(server.address).open("?dataset=blobs&optimizer=adam&penalty=l2&hidden=20,4&learning_rate=99")
    Network(playground).unit(2, 0).click()
    assert violations(playground.page) == []
    playground.page.keyboard.press("Escape")
    playground.button("Share").click()
    assert violations(playground.page) == []


@pytest.mark.parametrize("size", SIZES)
def test_nothing_jumps_while_it_runs(visit, server, size):
    width, height = SIZES[size]
    playground = visit(server.address, viewport={"width": width, "height": height}).open("?speed=full")
    playground.play()
    playground.wait_for_steps(100)
    assert playground.page.evaluate(ARRANGEMENTS, 2000) == []


def test_nothing_jumps_between_rest_and_play(playground):
    header, main = playground.page.get_by_role("banner"), playground.page.locator("main > *")
    rest = [part.bounding_box() for part in (header, *main.all())]
    play = playground.place(playground.button("Play"))
    playground.play()
    assert [part.bounding_box() for part in (header, *main.all())] == rest
    assert playground.place(playground.button("Pause")) == play


def test_one_screen_without_scrolling(visit, server):
    for width, height in ((1366, 768), (1920, 1080)):
        page = visit(server.address, viewport={"width": width, "height": height}).open().page
        assert page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]") == [width, height]


def test_animation_frames_at_full_speed(visit, server, measured):
    playground = visit(server.address).open("?speed=full")
    playground.play()
    playground.wait_for_steps(100)
    rate = playground.page.evaluate(FRAMES, 2000)
    measured(f"{rate:.0f} animation frames a second while the default network trains at full speed")
    assert rate > 0


# ---- phone


@pytest.fixture
def phone(visit, server):
    return visit(server.address, **TOUCH).open()


def test_a_phone_plays(phone):
    assert not is_too_wide(phone.page)
    phone.button("Play").tap()
    phone.until(lambda: phone.frame.train.loss < 0.6 and phone.frame.playing, "training")
    for region in ("Network", "Output", "Loss and accuracy", "Settings"):
        phone.region(region).scroll_into_view_if_needed()
        box = phone.place(phone.region(region))
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    phone.button("Pause").tap()  # it stays in reach, wherever one has scrolled to
    phone.stand_still()


def test_a_phone_changes_settings(phone):
    phone.menu("Optimizer").select_option("Adam")
    phone.until(lambda: phone.settings["optimizer"] == "adam", "the optimizer")
    phone.dataset("xor").tap(force=True)
    phone.until(lambda: phone.settings["dataset"] == "xor", "the data")
    phone.box("x₁x₂").tap(force=True)
    phone.until(lambda: "x1_x2" in phone.settings["features"], "the feature")


def test_a_phone_edits_the_network(phone):
    network = Network(phone)
    phone.region("Network").scroll_into_view_if_needed()
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
    assert not is_too_wide(phone.page)
    phone.button("Play").tap()
    phone.wait_for_steps(20)
    last = Network(phone).unit(9, 0)
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()


def test_buttons_are_large_enough_for_a_finger(phone):
    buttons = phone.page.locator("button:visible, select:visible").all()
    small = [
        button.evaluate("element => element.outerHTML.slice(0, 100)")
        for button in buttons
        if (box := button.bounding_box()) and min(box["width"], box["height"]) < SMALLEST_TARGET
    ]
    assert small == []


# ---- themes and motion


def test_the_theme_follows_the_system_and_the_button(visit, server):
    playground = visit(server.address, color_scheme="dark").open()
    ground = "getComputedStyle(document.body).backgroundColor"
    dark, button = playground.page.evaluate(ground), playground.button("Dark theme")
    expect(button).to_have_attribute("aria-pressed", "true")
    picture = playground.picture(playground.map)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    light = playground.page.evaluate(ground)
    assert light != dark
    playground.until(lambda: playground.picture(playground.map) != picture, "the map in the other colours")
    playground.reload()  # the choice is remembered
    assert playground.page.evaluate(ground) == light
    playground.page.emulate_media(color_scheme="light")
    assert playground.page.evaluate(ground) == light


def test_without_motion_nothing_is_animated(visit, server):
    playground = visit(server.address, reduced_motion="reduce").open()
    playground.play()
    playground.button("Share").click()
    moving = "document.getAnimations().filter(({effect}) => effect.getComputedTiming().duration > 10).length"
    assert playground.page.evaluate(moving) == 0
    slow = """[...document.querySelectorAll("*")].filter((element) =>
      Math.max(...getComputedStyle(element).transitionDuration.split(",").map(parseFloat)) > 0.01).length"""
    assert playground.page.evaluate(slow) == 0


def test_a_screen_reader_hears_at_a_humane_rate(playground):
    heard = playground.record(playground.page.locator("#status"))
    playground.play()
    playground.wait_for_steps(500)
    playground.pause()
    playground.until(lambda: len(heard()) >= 2, "two announcements")
    assert heard()[0] == "Training."
    assert heard()[-1].startswith("Paused. Epoch ") and len(heard()) == 2


def test_presentation_mode(playground):
    playground.button("Presentation mode").click()
    expect(playground.menu("Activation")).to_be_hidden()
    expect(playground.button("Play")).to_be_visible()
    playground.play()
    playground.wait_for_steps(10)
    playground.button("Presentation mode").click()
    expect(playground.menu("Activation")).to_be_visible()
