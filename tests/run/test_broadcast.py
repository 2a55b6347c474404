"""What followers see of a run: few bytes, nothing that its page would not see, and nothing while nothing changes."""

import base64
import json
import pickle

import msgspec
import numpy as np
import pytest

from glassbox.engine import pictures
from glassbox.protocol import broadcast, frames
from glassbox.protocol.broadcast import pack_points
from glassbox.run import answers
from glassbox.run.broadcast import large_windows, moment_of_look, take_look, take_whole
from glassbox.run.inbox import Inbox, Question
from glassbox.run.lanes import Lanes
from glassbox.run.worker import Worker
from tests.run.make_golden_followed import CASES, GOLDEN, MOST, entry
from tests.run.tools import Clock, Desk, configure, run_of, say, tell, train_epochs
from tests.sentences import english

GOOD = json.loads(GOLDEN.read_text("utf-8"))


@pytest.mark.parametrize("name", CASES)
def test_the_golden_file_is_what_the_engine_makes_today(name):
    """Up to rounding, which another processor may do otherwise."""
    made, good = entry(*CASES[name]), GOOD[name]
    assert made["view"] == good["view"]
    for part in ("whole", "told"):
        assert _alike(_read(made[part], 1), _read(good[part], 1)), part
    mine, its = (msgspec.convert(_read(each["frame"]), frames.Frame) for each in (made, good))
    assert _alike(_without_pictures(mine), _without_pictures(its))
    for a, b, count in ((mine.map, its.map, 1), (mine.units, its.units, len(its.units.scales) // 4)):
        if a.pixels or b.pixels:
            apart = pictures.unpack(a.pixels, count, a.size).astype(int) - pictures.unpack(b.pixels, count, b.size)
            assert np.abs(apart).max() <= 1


def _read(text, skipped=0):
    return english(msgspec.msgpack.decode(base64.b64decode(text)[skipped:]))


def _without_pictures(frame):
    return {name: getattr(frame, name) for name in ("step", "epoch", "train", "test", "windows", "wrong", "guesses")}


def _alike(one, other):
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_alike(one[name], other[name]) for name in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(_alike, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return one == other or abs(one - other) <= 1e-5 * max(abs(one), 1)
    if isinstance(one, bytes) and isinstance(other, bytes) and len(one) == len(other) and len(one) % 4 == 0:
        numbers = (np.frombuffer(each, "<f4") for each in (one, other))
        return one == other or bool(np.allclose(*numbers, 1e-5, 1e-5, equal_nan=True))
    return one == other


@pytest.fixture
def run():
    run = run_of()
    train_epochs(run, 3)
    return run


def look(run, seen=None, known=0, most=MOST):
    return take_look(run, seen, known, 0.0, most)


def test_a_picture_of_the_default_network_is_far_below_its_budget(run):
    sent = look(run, known=take_whole(run, "alias").last_number)
    assert len(broadcast.encode_frame(sent.frame)) < 200


def test_a_large_network_is_within_its_budget_too():
    run = run_of(hidden=[{"units": 128}] * 8)
    sent = look(run, known=take_whole(run, "alias").last_number)
    assert sent.frame.maps and not sent.frame.parameters
    assert len(broadcast.encode_frame(sent.frame)) < 10e6 / 8 / 300 - 90  # 300 followers, once a second, with headers


def test_answers_are_copies_that_can_be_pickled(run):
    sent, whole = look(run), take_whole(run, "alias")
    before = pickle.dumps((sent, whole))
    train_epochs(run, 2)
    configure(run, learning_rate=0.5)
    assert pickle.dumps((sent, whole)) == before
    assert pickle.loads(before)[0].moment == sent.moment


def test_nothing_is_sent_while_nothing_changes(run):
    first = look(run)
    assert look(run, first.moment) is None
    configure(run, learning_rate=0.5)
    second = look(run, first.moment)
    assert second.moment == moment_of_look(run) != first.moment
    assert second.settings["learning_rate"] == 0.5 and second.frame.revision == first.frame.revision + 1
    assert [mark.changed for mark in second.marks] == [("learning_rate",)]
    assert second.stamp == first.stamp  # a slider does not make followers begin anew


CHANGES = {
    "activation": lambda run: configure(run, activation="relu"),
    "data": lambda run: configure(run, dataset="xor"),
    "features": lambda run: configure(run, features=["x1"]),
    "unit": lambda run: tell(run, "edit_network", action="add_unit", layer=1),
    "reset": lambda run: tell(run, "reset"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_makes_another_network_or_other_data_needs_the_whole(run, name):
    before = look(run).stamp
    assert look(run).stamp == before
    CHANGES[name](run)
    assert look(run).stamp != before


def test_points_are_those_beyond_the_known_one(run):
    whole = take_whole(run, "alias")
    assert whole.whole.welcome.session == "alias" and whole.whole.welcome.history["x"] == []
    count = len(whole.whole.points) // (8 + 4 * 7)
    assert count == len(run.history.curves.stored().columns["x"])
    assert not look(run, known=whole.last_number).numbers
    train_epochs(run, 2)
    sent = look(run, known=whole.last_number)
    assert sent.frame.first == count and sent.numbers[-1] == run.history.curves.last_number
    assert len(pack_points(sent.columns)) == len(sent.numbers) * (8 + 4 * 7)


def test_measures_are_those_of_the_page(run):
    evaluation, _ = run.evaluate()
    told = np.frombuffer(look(run).frame.measures, "<f4")
    wanted = [evaluation.train.loss, evaluation.train.accuracy, evaluation.test.loss, evaluation.test.accuracy]
    np.testing.assert_allclose(told[:4], wanted, rtol=1e-6)
    assert told[-2] == np.float32(run.trainer.learning_rate)


def test_several_lanes_that_are_compared_come_along():
    lanes = Lanes(run_of())
    assert look(lanes.in_hand).frame.lanes is None
    lanes.obey(say("fork"))
    told = look(lanes.in_hand).frame
    assert [each.lane for each in told.lanes] == [1, 2] and told.lane_count == 2
    assert told.lanes[0].map.size == 64 and told.lanes[0].weights == told.lanes[1].weights != b""


def test_windows_of_large_networks_are_few_units_each():
    assert large_windows((2, 128, 128, 1), 40) == ((0, 2), (0, 12), (0, 12), (0, 1))
    assert large_windows((2, *[128] * 8, 1), 40)[1] == (0, 5)
    assert large_windows((64, 10), 40) == ((0, 12), (0, 10))


def test_if_a_look_finds_that_the_numbers_blew_up_the_page_is_told():
    run = run_of(learning_rate=10.0, activation="relu", dataset="multi_gauss", speed="step_1")
    clock = Clock()
    worker, inbox = Worker("name", run, clock), Inbox()
    run.evaluate()
    run.step("batch")
    run.train(1.0, clock)
    run.trainer.parameters[:] = np.nan
    run._evaluation = None
    run._watch.changed()
    asked = Question("look", {"seen": None, "known": 0, "now": 0.0, "most": MOST})
    told = []
    worker._tell = told.extend
    worker._obey(asked)
    assert [type(each).__name__ for each in told] == ["State"] and run.stop.code == "not_finite"
    assert answers.ANSWERS.keys() >= answers.LOOKS and not inbox


def test_a_slice_that_only_answers_is_no_news():
    """Else a cast, which asks whenever there is news, would ask a network that rests again and again."""
    desk = Desk(speed="step_1")
    desk.work()
    assert desk.result.is_news
    for _ in range(2):
        desk.work(Question("look", {"seen": None, "known": 0, "now": 0.0, "most": MOST}))
        assert desk.result.answers and not desk.result.is_news
    desk.work(say("step", unit="batch"))
    assert desk.result.is_news
    desk.work(say("play"))
    desk.clock.advance(1)
    desk.work()
    assert desk.result.is_news
