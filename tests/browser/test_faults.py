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
