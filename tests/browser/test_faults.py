"""Training that blows up stops at once, says why in plain words, and leaves the last finite state on the screen."""

import re

import pytest
from playwright.sync_api import expect

TOO_LARGE = "?dataset=plane&activation=relu&initialization=uniform&gain=20&hidden=64,64,64&learning_rate=0.2"
REASONS = [
    ("?activation=linear&loss=squared_error&dataset=plane&learning_rate=10", "The learning rate 10 is too high"),
    ("?dataset=multi_gauss&activation=linear&learning_rate=1&optimizer=momentum", "The learning rate 1 is too high"),
    (TOO_LARGE, "The initial weights were too large"),
    ("?penalty=l2&penalty_rate=10&learning_rate=10", "the penalty throws each weight past zero"),
]


@pytest.mark.parametrize(("query", "reason"), REASONS, ids=["rate", "momentum", "gain", "penalty"])
def test_it_stops_with_a_reason(tab, query, reason):
    playground = tab.open(query)
    playground.button("Play").click()
    expect(playground.banner).to_contain_text("Training stopped at step")
    expect(playground.banner).to_contain_text(reason)
    expect(playground.banner).to_contain_text("You see the last finite state.")
    frame = playground.stand_still()
    expect(playground.button("Play")).to_be_visible()
    for name in ("train", "test", "score"):
        expect(playground.reading(name)).to_have_text(re.compile(r"^[\d.,·⁰¹²³⁴⁵⁶⁷⁸⁹]+( %)?$"))
    assert frame.train.loss == frame.train.loss < float("inf")


def test_a_remedy_lets_it_go_on(tab):
    playground = tab.open("?dataset=plane&activation=linear&learning_rate=10")
    playground.button("Play").click()
    expect(playground.banner).to_contain_text("Training stopped at step")
    playground.change(lambda: playground.type("Learning rate", "0.001"))
    expect(playground.banner).to_be_empty()
    playground.reset()
    playground.play()
    playground.wait_for_steps(100)
    expect(playground.banner).to_be_empty()


COVERED = """message => {
  const { left, top, right, bottom } = message.getBoundingClientRect();
  const controls = [...document.querySelectorAll("button, select, input, a[href]")];
  return controls.filter((control) => !message.contains(control) && control.checkVisibility()).filter((control) => {
    const box = control.getBoundingClientRect(), x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
    return x > left && x < right && y > top && y < bottom && message.contains(document.elementFromPoint(x, y));
  }).map((control) => control.outerHTML.slice(0, 80));
}"""


def test_a_message_covers_no_control_and_can_be_closed(tab, subtests):
    playground = tab.open("?dataset=plane&activation=linear&learning_rate=10")
    message = playground.page.get_by_role("region", name="Messages")
    close = message.get_by_role("button", name="Dismiss")
    for way in ("pointer", "keyboard"):
        playground.button("Play").click()
        expect(playground.banner).to_contain_text("Training stopped at step")
        with subtests.test(f"covering, closed by {way}"):
            playground.until(lambda: playground.place(message)["height"] > 30, "a message in sight")
            playground.settles(lambda: message.evaluate(COVERED), [])
        close.click() if way == "pointer" else close.press("Enter")
        expect(playground.banner).to_be_empty()
        playground.until(lambda: playground.place(message)["height"] == 0, "room given back")
        playground.page.get_by_role("tab", name="Graph").click()
    playground.type("Learning rate", "fast")
    expect(playground.refusal).to_contain_text("type a number")
    playground.settles(lambda: message.evaluate(COVERED), [])
    playground.change(lambda: playground.type("Learning rate", "0.1"))
    expect(message.get_by_role("alert")).to_be_empty()
