"""Pictures among the data travel packed, and are what they were to half a grain; guesses are the engine's answers."""

import numpy as np
import pytest

from glassbox.engine.pictures import unpack
from glassbox.protocol.messages import View
from glassbox.run.frame.packed_points import COARSE, FINE, pack_points
from glassbox.run.frame.predictions import NO_CLASS
from tests.run.tools import Desk


def read(packed, grain, count, side):
    return grain.origin + grain.step * unpack(packed, count, side).reshape(count, side * side).astype(np.float64)


def test_scanned_digits_come_back_exactly():
    x = np.random.default_rng(1).integers(0, COARSE + 1, (30, 64)).astype(np.float32) / COARSE
    packed, grain = pack_points(x, 8)
    assert np.abs(read(packed, grain, 30, 8) - x).max() < 1e-7


@pytest.mark.parametrize("x", [
    np.random.default_rng(2).normal(0.5, 1, (20, 64)).astype(np.float32), np.zeros((10, 64), np.float32),
    np.full((10, 64), -2.5, np.float32),
])  # fmt: skip
def test_any_others_to_half_a_grain(x):
    packed, grain = pack_points(x, 8)
    assert np.abs(read(packed, grain, len(x), 8) - x).max() <= (x.max() - x.min()) / FINE / 2 * 1.001


def test_a_frame_carries_digits_in_less_than_a_fifth_of_the_bytes():
    data = Desk(dataset="digits", samples=1797).work()["data"]
    assert len(data["points"]) < 1797 * 64 * 4 / 5
    assert data["grain"] == {"origin": 0.0, "step": 1 / COARSE}


def test_other_data_travel_as_they_are():
    data = Desk(dataset="xor").work()["data"]
    assert data["grain"] is None and len(data["points"]) == 500 * 2 * 4


@pytest.mark.parametrize("dataset", ["digits", "xor"])
def test_guesses_are_those_that_the_wrong_points_follow_from(dataset):
    desk = Desk(dataset=dataset)
    assert desk.work()["guesses"] is None
    desk.clock.advance(1)
    numbers = (3, 499, 250, 0, 1_000_000)
    frame = desk.work(View(wrong=True, guessed=numbers))
    targets = np.concatenate([targets for _, targets in desk.run.data_split.data.parts]).astype(int)
    wrong = np.unpackbits(np.frombuffer(frame["wrong"], np.uint8), bitorder="little")
    *told, missing = frame["guesses"]
    assert missing == NO_CLASS
    assert [guess != targets[number] for guess, number in zip(told, numbers, strict=False)] == [
        bool(wrong[number]) for number in numbers[:4]
    ]


def test_numbers_have_no_class():
    assert set(Desk(view=View(guessed=(0, 1)), dataset="plane").work()["guesses"]) == {NO_CLASS}
