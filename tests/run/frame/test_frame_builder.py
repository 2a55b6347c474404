"""A frame has the numbers of its run at this moment, and what its viewer asks for."""

import numpy as np

from glassbox.protocol.frames import Points
from glassbox.protocol.messages import View
from glassbox.run.frame.frame_builder import build
from tests.run.tools import run_of, tell, train_epochs


def frame_of(run, *, with_data=False, **view):
    return build(run, run.evaluate()[0], View(**view), 7, 1000.0, Points(0, b""), with_data=with_data)


def test_it_says_where_the_run_stands():
    run = run_of()
    train_epochs(run, 2)
    frame = frame_of(run)
    assert (frame.frame, frame.run, frame.step, frame.epoch) == (7, run.number, run.trainer.step, 2)
    assert frame.train.loss == run.evaluate()[0].train.loss and not frame.playing


def test_only_what_is_asked_for_goes_along():
    run = run_of(dataset="xor")
    bare = frame_of(run)
    assert bare.data is None and bare.wrong is None and bare.guesses is None and bare.lanes is None
    full = frame_of(run, with_data=True, wrong=True, guessed=(0, 1))
    assert full.data is not None and full.wrong and len(full.guesses) == 2


def test_while_the_past_is_shown_it_says_where_the_present_is():
    run = run_of()
    for _ in range(2):
        train_epochs(run, 1)
        run.evaluate()
    assert frame_of(run).present is None
    tell(run, "rewind", step=0)
    assert frame_of(run).present.epoch == 2


def test_lanes_tell_all_their_weights_where_they_are_few():
    run = run_of(hidden=[{"units": 3}])
    (lane,) = frame_of(run, lanes=True).lanes
    layout = run.trainer.recipe.architecture.layout
    assert lane.sizes == (2, 3, 1)
    weights, biases = np.frombuffer(lane.weights, np.float32), np.frombuffer(lane.biases, np.float32)
    np.testing.assert_array_equal(weights[:6], layout.matrix(run.trainer.parameters, 1).ravel())
    np.testing.assert_array_equal(weights[6:], layout.matrix(run.trainer.parameters, 2).ravel())
    assert biases.size == 4
    (large,) = frame_of(run_of(hidden=[{"units": 64}, {"units": 64}]), lanes=True).lanes
    assert large.sizes == (2, 64, 64, 1) and large.weights == large.biases == b""
