"""One trial, trained: as the slow twin has it, and to the byte as a run of the page."""

import numpy as np
import pytest

from glassbox.experiments.plan import Plan
from glassbox.experiments.train import Training, digest_of, train
from glassbox.run.build import recipe, split_data
from glassbox.run.run import Run
from glassbox.settings import Settings
from tests import reference
from tests.experiments.an_experiment import CURVE, an_experiment, axis

CLASSES = {"dataset": "circle", "samples": 60, "hidden": [{"units": 3}], "learning_rate": 0.1}


def trained(number=0, **asked):
    return train(Plan(an_experiment(axes=[], **asked)).trial(number))


def played(settings):
    """A run of the page with these settings, until it stops."""
    run, now = Run(settings, 200_000, lambda: 0), 0.0
    run.play()
    while run.playing:
        now += 0.025
        run.begin_frame(now)
        run.train(1.0, lambda: 0.0)
    return run


def test_a_whole_trial_has_the_slow_twins_numbers():
    trial = Plan(an_experiment(axes=[], epochs=6)).trial(1)
    settings = Settings.model_validate(trial.settings)
    data = split_data(settings)
    made = recipe(settings, data.points)
    parameters = Training(trial).trainer.parameters
    steps = 6 * -(-data.training // settings.batch_size)
    expected = reference.trained(made, parameters, data.data.x_train, data.data.t_train, steps)
    sums, _ = reference.forward(made.architecture, expected.parameters, data.data.x_test)
    mse = np.mean((sums[-1][0] - data.data.t_test) ** 2)
    assert train(trial).told["test_mse"] == [pytest.approx(mse, rel=1e-3)]


@pytest.mark.parametrize(
    "asked",
    [
        {"base": CURVE, "epochs": 30},
        {"base": CLASSES | {"dropout": 0.2, "normalization": "batch"}, "measures": ["test_error"], "epochs": 20},
        {"base": CLASSES | {"patience": 3, "validation_share": 20}, "measures": ["test_loss"], "epochs": 200},
        {"base": CLASSES | {"stop_loss": 0.6}, "measures": ["test_loss"], "epochs": 200},
        {
            "base": CLASSES | {"goal": "train_loss", "goal_value": 0.5, "at_goal": "stop"},
            "measures": ["goal_epoch", "stopped_epoch"],
            "epochs": 400,
        },
    ],
)
def test_it_is_to_the_byte_what_the_page_trains(asked):
    trial = Plan(an_experiment(axes=[], **asked)).trial(1)
    run = played(Settings.model_validate(trial.settings))
    assert train(trial).digest == digest_of(run.trainer)


def test_the_same_trial_gives_the_same_result_and_another_seed_another():
    assert trained(0) == trained(0)
    assert trained(0).digest != trained(1).digest


def test_moments_of_one_training_are_those_of_shorter_ones():
    plan = Plan(an_experiment(axes=[axis("epochs", 0, 2, 5)], epochs=5))
    told = train(plan.trial(0)).told["test_mse"]
    assert told[1:] == [trained(epochs=2).told["test_mse"][0], trained(epochs=5).told["test_mse"][0]]
    assert len(told) == 3


def test_the_best_on_the_way_is_the_lowest_of_all_epochs():
    asked = dict(base=CURVE | {"hidden": [{"units": 16}]}, epochs=60)
    result = trained(measures=["best_test_loss", "best_epoch", "test_loss"], **asked)
    plan = Plan(an_experiment(axes=[axis("epochs", *range(61))], measures=["test_loss"], **asked))
    losses = train(plan.trial(0)).told["test_loss"]
    assert result.told["best_test_loss"] == [min(losses)]
    assert result.told["best_epoch"] == [losses.index(min(losses))]


def test_early_stopping_tells_how_far_it_came():
    result = trained(
        base=CURVE | {"hidden": [{"units": 32}], "patience": 5}, measures=["stopped_epoch", "best_epoch"], epochs=500
    )
    stopped, best = result.told["stopped_epoch"][0], result.told["best_epoch"][0]
    assert result.epochs == stopped < 500 and stopped == best + 5


def test_a_training_that_diverges_says_so_and_keeps_what_it_told_before():
    plan = Plan(an_experiment(base=CURVE | {"optimizer": "sgd", "learning_rate": 10.0},
                              axes=[axis("epochs", 0, 200)], epochs=200))  # fmt: skip
    result = train(plan.trial(0))
    assert result.state == "diverged"
    assert result.told["test_mse"][0] > 0 and result.told["test_mse"][1] is None


def test_a_goal_that_is_not_reached_has_no_epoch():
    base = CLASSES | {"goal": "test_accuracy", "goal_value": 100.0}
    assert trained(base=base, measures=["goal_epoch"], epochs=1).told == {"goal_epoch": [None]}
