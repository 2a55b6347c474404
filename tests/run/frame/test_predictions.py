"""Which points are wrong travels with each frame while a page asks for it, and not otherwise."""

import numpy as np

from glassbox.protocol.messages import View
from tests.run.tools import Desk


def test_only_those_who_ask_are_told():
    desk = Desk(dataset="xor")
    assert desk.work()["wrong"] is None
    desk.clock.advance(1)
    frame = desk.work(View(wrong=True))
    bits = np.unpackbits(np.frombuffer(frame["wrong"], np.uint8), bitorder="little")[: desk.run.settings.samples]
    training = desk.run.data_split.training
    assert 1 - bits[:training].mean() == frame["train"]["accuracy"]
    assert 1 - bits[training:].mean() == frame["test"]["accuracy"]


def test_points_set_aside_have_their_place_between_the_others():
    desk = Desk(dataset="xor", validation_share=20, view=View(wrong=True))
    frame, parts = desk.work(), desk.run.data_split
    bits = np.unpackbits(np.frombuffer(frame["wrong"], np.uint8), bitorder="little")[: desk.run.settings.samples]
    first = parts.training + parts.validation
    assert (frame["data"]["training"], frame["data"]["validation"]) == (parts.training, parts.validation) == (200, 50)
    assert 1 - bits[parts.training : first].mean() == frame["validation"]["accuracy"]
    assert 1 - bits[first:].mean() == frame["test"]["accuracy"]


def test_numbers_are_neither_right_nor_wrong():
    assert Desk(view=View(wrong=True), dataset="plane").work()["wrong"] == b""
