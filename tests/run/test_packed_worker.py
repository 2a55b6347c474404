"""Tests of packing a worker: put aside and back it is the same to the byte, beside a twin that is never packed."""

import logging
import pickle
import threading

import pytest

from glassbox.run.inbox import Question
from glassbox.run.orders import PauseUnwatched, PutAside
from glassbox.run.packed_worker import PackedWorker, pack, unpack
from tests.run.tools import Desk, say

SMALL = 96 * 1024  # bytes
PLAY, PAUSE = say("play"), say("pause")


def train(epochs):
    return [say("step", unit="epoch") for _ in range(epochs)]


def configure(**changes):
    return say("configure", changes=changes)


def hold(action, **where):
    return say("hold", action=action, on=True, **where)


WAYS = {
    "a short run": ({}, train(3)),
    "nothing at all": ({}, []),
    "momentum and a mini-batch begun": ({"optimizer": "nesterov"}, [*train(2), say("step", unit="batch")]),
    "Adam on digits": ({"dataset": "digits", "optimizer": "adam", "hidden": [{"units": 16}]}, train(2)),
    "batch normalization and dropout": (
        {"dropout": 0.2, "hidden": [{"units": 8, "normalization": "batch"}], "batch_size": 100},
        [*train(4), configure(batch_size=10), *train(2)],
    ),
    "a number to answer with": ({"dataset": "sine", "penalty": "l1", "penalty_rate": 0.01}, train(5)),
    "another shape": ({}, [*train(4), configure(hidden=[{"units": 7}, {"units": 3}]), *train(3)]),
    "in its past": ({}, [*train(12), say("rewind", step=50, towards="nearest")]),
    "with branches": (
        {},
        [*train(9), say("rewind", step=75, towards="nearest"), *train(3), say("rewind", step=25, towards="nearest"),
         *train(2)],
    ),
    "with lanes": ({}, [*train(3), say("fork"), configure(activation="relu"), *train(4), say("take_lane", lane=1)]),
    "stopped early": ({"patience": 2, "watched": "test", "noise": 0.8}, [PLAY, *train(1)]),
    "with holds": (
        {},
        [*train(2), hold("freeze", layer=1, unit=0), hold("disable", layer=2, unit=1, source=0), *train(3)],
    ),
    "begun anew": ({}, [*train(5), say("reset"), *train(2)]),
}  # fmt: skip
AFTERWARDS = [
    *train(2), say("rewind", step=30, towards="nearest"), say("rewind", step=None, towards="nearest"),
    configure(learning_rate=0.07), *train(1), say("switch_branch", branch=1), say("take_lane", lane=2), *train(3),
    say("undo"), say("undo"), *train(1), say("redo"), *train(1),
]  # fmt: skip


class Pair:
    """Two desks whose clocks go alike; the network of one is packed when put aside."""

    def __init__(self, **settings):
        self.plain, self.packing = Desk(**settings), Desk(**settings)
        desk = self.packing
        desk.worker = PackedWorker(desk.worker, (desk.clock, desk.run.draw_seed))

    @property
    def packed(self):
        return self.packing.worker.packed

    def work(self, *commands):
        """What both bring, which is the same: messages, the frame, answers, and when there is something to do."""
        told = [self._work(desk, commands) for desk in (self.plain, self.packing)]
        assert told[0] == told[1]
        return told[0]

    def go(self, commands):
        """Obey one after the other, and rest."""
        for command in commands:
            self.work(command)
            self.rest()

    def rest(self):
        for _ in range(400):
            if self.plain.result.again is None:
                return
            self.work()
        self.work(PAUSE)

    def put_aside(self):
        for desk in (self.plain, self.packing):
            desk.viewer.mailbox.close("left", "")
        self.work(PauseUnwatched(), PutAside())
        assert self.packed is not None

    def arrive(self):
        self.plain.arrive(resumed=True)
        self.packing.arrive(resumed=True)

    @staticmethod
    def _work(desk, commands):
        desk.clock.advance(0.05)
        frame = desk.work(*commands)
        again = desk.result.again
        return frame, desk.result.messages, [plain(answer) for _, answer in desk.result.answers], again


def plain(answer):
    """An answer in a form that can be compared."""
    if isinstance(answer, Exception):
        return repr(answer)
    return pickle.dumps(answer.state) + pickle.dumps(answer.curves.columns) if hasattr(answer, "state") else answer


@pytest.mark.parametrize(("settings", "way"), WAYS.values(), ids=WAYS)
def test_the_same_network_curves_and_timeline_come_back_and_go_on_alike(settings, way):
    pair = Pair(**settings)
    pair.work()
    pair.go(way)
    pair.put_aside()
    pair.arrive()
    frame, messages, _, _ = pair.work()
    assert "welcome" in messages[0][1] and frame is not None
    assert pair.packed is None
    moments = [
        [(moment.step, *(part.tobytes() for part in moment.state)) for moment in lanes.in_hand.history.moments]
        for lanes in (pair.plain.worker._lanes, pair.packing.worker._worker._lanes)
    ]
    assert moments[0] == moments[1]
    pair.go(AFTERWARDS)
    pair.put_aside()
    pair.arrive()
    assert pair.work()[0] is not None


def test_a_question_is_answered_meanwhile_and_it_is_packed_again():
    pair = Pair()
    pair.work()
    pair.go(train(3))
    pair.put_aside()
    before = pair.packed
    _, _, (snapshot,), again = pair.work(Question("snapshot", {}))
    assert snapshot and again is None
    assert pair.packed is not None and len(pair.packed) == pytest.approx(len(before), rel=0.05)


def test_what_plays_or_is_watched_is_not_packed():
    pair = Pair(speed="epoch_frame")
    pair.work(PLAY)
    for _ in range(5):
        pair.work()
    assert pair.packed is None
    pair.work(PAUSE)
    assert pair.plain.result.again is None and pair.packed is None
    pair.put_aside()
    pair.work(PLAY)
    assert pair.packed is None
    pair.work(PAUSE)
    assert pair.packed is not None


def test_a_long_run_of_a_small_network_takes_few_bytes():
    pair = Pair()
    pair.work()
    pair.go(train(300))
    pair.put_aside()
    assert len(pair.packed) < SMALL


def test_what_the_worker_does_not_own_is_not_packed_but_the_same():
    desk = Desk()
    desk.work()
    outside = desk.clock, desk.run.draw_seed
    worker = unpack(pack(desk.worker, outside), outside)
    assert worker._clock is desk.clock and worker._lanes.in_hand.draw_seed is desk.run.draw_seed


def test_a_network_that_cannot_be_packed_stays_as_it_is(caplog):
    pair = Pair()
    pair.work()
    worker = pair.packing.worker._worker
    worker.lock = threading.Lock()  # cannot be pickled
    desk = pair.packing
    desk.viewer.mailbox.close("left", "")
    with caplog.at_level(logging.ERROR):
        desk.work(PutAside())
    assert desk.worker.packed is None and desk.worker._worker is worker
    assert "could not be packed" in caplog.text
    desk.arrive()
    desk.clock.advance(1)
    assert desk.work() is not None


def test_what_was_said_last_is_not_kept():
    desk = Desk()
    frame = desk.work()
    assert frame and desk.worker._result.frame is None
