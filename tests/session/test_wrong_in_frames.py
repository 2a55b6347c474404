"""Which points are wrong travels with each frame while a page asks for it, and not otherwise."""

import numpy as np

from server.protocol.messages import View
from tests.session.tools import Desk


def test_only_those_who_ask_are_told():
    desk = Desk(dataset="xor")
    assert desk.work()["wrong"] is None
    desk.clock.advance(1)
    frame = desk.work(View(wrong=True))
    bits = np.unpackbits(np.frombuffer(frame["wrong"], np.uint8), bitorder="little")[: desk.run.settings.samples]
    training = desk.run.material.training
    assert 1 - bits[:training].mean() == frame["train"]["accuracy"]
    assert 1 - bits[training:].mean() == frame["test"]["accuracy"]


def test_numbers_are_neither_right_nor_wrong():
    assert Desk(view=View(wrong=True), dataset="plane").work()["wrong"] == b""
