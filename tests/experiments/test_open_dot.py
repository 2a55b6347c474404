"""A dot opened as a living network: a run of the page with the very weights of the trial, and its curves."""

import numpy as np
import pytest

from glassbox.experiments.open_dot import open_dots
from glassbox.experiments.plan import Plan
from glassbox.experiments.train import Training, train
from glassbox.protocol.refusals import Refusal
from glassbox.run.commands import obey
from glassbox.run.restore import trainer_at
from glassbox.run.run import Run
from glassbox.settings import Settings
from tests.experiments.an_experiment import CURVE, an_experiment, axis

MOST = 200_000


def open_dot(plan, number, epoch=None, result=None):
    return open_dots(plan, [number], epoch, {number: result} if result else {}, MOST, "How wide?")


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"base": CURVE | {"dropout": 0.3, "normalization": "layer", "input_noise": 0.1}, "epochs": 12},
        {"base": CURVE | {"patience": 4, "hidden": [{"units": 24}]}, "epochs": 300},
        {"base": CURVE | {"optimizer": "momentum", "batch_size": 3}, "vary": "network", "epochs": 9},
    ],
)
def test_it_equals_the_trials_parameters_to_the_byte(asked):
    plan = Plan(an_experiment(**asked))
    for number in (0, plan.total - 1):
        training = Training(plan.trial(number))
        training.run()
        resumed = open_dot(plan, number, None, training.result())
        opened = resumed.snapshot.state.parameters
        assert opened.tobytes() == training.trainer.parameters.tobytes()
        assert resumed.note.endswith("byte for byte.")


def test_it_has_come_the_same_way_and_goes_on_from_there():
    plan = Plan(an_experiment(epochs=20))
    snapshot = open_dot(plan, 3).snapshot
    assert snapshot.epoch == 20 and snapshot.curves.columns["x"][-1] == 20
    trainer = trainer_at(snapshot.moment)
    trainer.run(trainer.steps_per_epoch)
    longer = Training(Plan(an_experiment(epochs=21)).trial(3))
    longer.run()
    assert np.array_equal(trainer.parameters, longer.trainer.parameters)


def test_it_lives_play_goes_on_beyond_the_end_of_the_trial():
    run = Run(Settings(), MOST, lambda: 1)
    obey(run, open_dot(Plan(an_experiment(epochs=20)), 3))
    assert run.stop is None and run.settings.stop_epochs == 0
    run.play()
    for _ in range(3):
        run.begin_frame(0.0)
        run.train(1.0, lambda: 0.0)
    assert run.playing and run.trainer.epoch > 21


def test_two_stand_in_lanes_that_both_live():
    plan = Plan(an_experiment(epochs=20))
    order = open_dots(plan, [0, 2], None, {}, MOST, "How wide?")
    assert [each.snapshot.epoch for each in order.runs] == [20, 20]
    assert [each.snapshot.stop for each in order.runs] == [None, None]
    assert order.note == (
        "Opened side by side from “How wide?”: Units per hidden layer 1, seed 1, epoch 20; "
        "Units per hidden layer 4, seed 1, epoch 20."
    )


def test_it_is_said_what_was_opened():
    moments = Plan(an_experiment(axes=[axis("width", 3), axis("epochs", 2, 9)], epochs=9))
    assert open_dot(moments, 1, 2).note == "Opened from “How wide?”: Units per hidden layer 3, seed 2, epoch 2."
    nothing = Plan(an_experiment(axes=[]))
    result = train(nothing.trial(0))
    assert open_dot(nothing, 0, None, result).note == (
        "Opened from “How wide?”: seed 1, epoch 5. The weights are those of the experiment, byte for byte."
    )


def test_of_an_axis_of_epochs_the_moment_is_opened():
    plan = Plan(an_experiment(axes=[axis("epochs", 2, 9)], epochs=9))
    opened = open_dot(plan, 1, 2, train(plan.trial(1)))
    assert opened.snapshot.epoch == 2 and "byte" not in opened.note


def test_random_features_are_opened_as_a_network_with_the_solved_output_layer():
    base = CURVE | {"activation": "relu"}
    plan = Plan(an_experiment(kind="random_features", base=base, measures=["test_mse"], epochs=1))
    result = train(plan.trial(1))
    opened = open_dot(plan, 1, None, result)
    assert opened.snapshot.epoch == 0 and opened.note.endswith("byte for byte.")
    trainer = trainer_at(opened.snapshot.moment)
    assert trainer.evaluate().test.rmse ** 2 == pytest.approx(result.told["test_mse"][0], rel=1e-3)


def test_a_polynomial_is_no_network():
    base = {"dataset": "sine", "samples": 40}
    plan = Plan(an_experiment(kind="polynomial", base=base, axes=[axis("degree", 2)], measures=["test_mse"], epochs=1))
    with pytest.raises(Refusal, match="no network"):
        open_dot(plan, 0)


def test_another_machines_dot_is_said_to_be_one():
    plan = Plan(an_experiment())
    result = train(plan.trial(0))
    other = type(result)(**(vars(result) | {"digest": "0" * 64}))
    assert "another machine" in open_dot(plan, 0, None, other).note


def test_a_dot_that_diverged_stands_where_its_numbers_were_still_numbers():
    plan = Plan(an_experiment(base=CURVE | {"optimizer": "sgd", "learning_rate": 10.0}, axes=[], epochs=200))
    result = train(plan.trial(0))
    snapshot = open_dot(plan, 0, None, result).snapshot
    assert result.state == "diverged" and snapshot.stop.code == "not_finite"
    assert np.isfinite(snapshot.state.parameters).all()
