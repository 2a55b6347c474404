"""Nothing jumps while numbers run, everything is on one screen, and frames come smoothly at full speed."""

import pytest
from playwright.sync_api import expect

from tests.browser.frame_rate import FRAMES
from tests.browser.playground import SIZES

# In every animation frame for a while: where the parts of the page are. Each different arrangement once.
ARRANGEMENTS = """([milliseconds, but]) => new Promise((resolve) => {
  const parts = [...document.querySelectorAll(
    "header, main > *, h2, h3, dt, dd, .button, select, input, canvas, .net-unit, .net-head, .out-key > *")]
    .filter((part) => !but || !part.closest(but));
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
SOME_FRAMES = """() => new Promise((done) => {
  const wait = (frames) => (frames ? requestAnimationFrame(() => wait(frames - 1)) : done());
  wait(4);
})"""


def test_nothing_jumps_beside_a_tab_that_is_open_while_it_trains(playground):
    """Beside: what is in the drawer may be as large as its numbers and pictures ask for."""
    playground.play()
    for tab in playground.page.get_by_role("tab").all():
        tab.click()
        panel = playground.page.locator(f"#panel-{tab.get_attribute('data-tab')}")
        expect(panel).to_be_visible()
        expect(panel).not_to_have_attribute("aria-busy", "true")
        playground.page.evaluate(SOME_FRAMES)  # what is beside it makes room
        assert playground.page.evaluate(ARRANGEMENTS, [250, "#drawer"]) == []


@pytest.mark.parametrize("size", SIZES)
def test_nothing_jumps_while_it_runs(visit, server, size, measured):
    playground = visit(server.address, viewport=SIZES[size]).open("?speed=full")
    playground.play()
    playground.wait_for_steps(100)
    both = f"(time) => Promise.all([({FRAMES})(time), ({ARRANGEMENTS})([time])])"
    rate, moved = playground.page.evaluate(both, 2000)
    assert moved == []
    measured(f"{rate:.0f} animation frames a second while the default network trains at full speed, on a {size}")


def test_nothing_jumps_between_rest_and_play(playground):
    header, main = playground.page.get_by_role("banner"), playground.page.locator("main > *")
    rest = [playground.place(part) for part in (header, *main.all())]
    play = playground.place(playground.button("Play"))
    playground.play()
    playground.wait_for_steps(50)
    assert [part.bounding_box() for part in (header, *main.all())] == rest
    assert playground.place(playground.button("Pause")) == play


def test_one_screen_without_scrolling(playground):
    size = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    for width, height in ((1366, 768), (1920, 1080)):
        playground.page.set_viewport_size({"width": width, "height": height})
        playground.settles(lambda: playground.page.evaluate(size), [width, height])
