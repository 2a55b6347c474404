"""What a training costs, by estimate: its work is counted as it is done, and the seconds are of those once measured."""

import json
from itertools import accumulate
from pathlib import Path

import pytest

from glassbox.engine.simd import LANES as OF_A_VECTOR
from glassbox.engine.trainer import Trainer
from glassbox.experiments.cost import LANES, looks_often, seconds_of, work_of
from glassbox.experiments.definition import Experiment
from glassbox.experiments.pace import Pace
from glassbox.experiments.plan import Plan
from glassbox.experiments.runner import LEAST
from glassbox.experiments.train import train
from glassbox.settings import Settings
from tests.experiments.an_experiment import an_experiment, axis

MEASURED = json.loads((Path(__file__).parents[1] / "golden" / "trial_seconds.json").read_text("utf-8"))
SEEDS = 20


def cost(settings=None, **asked):
    return seconds_of(Settings().changed(settings or {}), 250, 500, an_experiment(**asked))


def told(group):
    """The estimate of each training of a group of them."""
    asked = Experiment(**group["asked"])
    return [
        seconds_of(
            Settings().changed(group["settings"] | each["settings"]), *each["points"], asked, group["moments"],
            each["degree"],
        )
        for each in group["trainings"]
    ]  # fmt: skip


def taken(group):
    return [each["seconds"] for each in group["trainings"]]


def stops_itself(group):
    return any((group["settings"] | each["settings"]).get("patience") for each in group["trainings"])


class FakePlan:
    """Of a group that was measured: each training is a place with so many seeds."""

    def __init__(self, group):
        self._told = told(group)

    def index_of(self, number):
        return number

    def seconds_at(self, index):
        return self._told[index]


def test_it_grows_with_epochs_units_and_steps():
    assert cost(epochs=1000) > 5 * cost(epochs=100)
    assert cost({"hidden": [{"units": 128}]}, epochs=100) > 3 * cost(epochs=100)
    assert cost({"batch_size": 1}, epochs=100) > cost({"batch_size": 250}, epochs=100)


def test_looking_after_every_epoch_costs_time():
    assert cost(measures=["best_test_loss"], epochs=100) > 1.2 * cost(epochs=100)
    assert looks_often(Settings().changed({"patience": 5}), ()) and not looks_often(Settings(), ("test_loss",))
    assert looks_often(Settings().changed({"goal": "test_loss"}), ())


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"base": an_experiment().base | {"batch_size": 7}},
        {"measures": ["best_test_loss"]},
        {"axes": [axis("epochs", 1, 2, 5)]},
    ],
)
def test_steps_and_looks_are_counted_as_they_are_done(asked, monkeypatch):
    done = {"steps": 0, "looks": 0}
    run, evaluate = Trainer.run, Trainer.evaluate

    def counted_run(self, steps):
        done["steps"] += steps
        return run(self, steps)

    def counted_evaluate(self):
        done["looks"] += 1
        return evaluate(self)

    monkeypatch.setattr(Trainer, "run", counted_run)
    monkeypatch.setattr(Trainer, "evaluate", counted_evaluate)
    plan = Plan(an_experiment(**asked))
    train(plan.trial(0))
    work = work_of(plan.settings_of(plan.points[0]), 20, plan.experiment, len(plan.tell_at))
    assert done == {"steps": work.steps, "looks": work.looks}


def test_a_batch_is_filled_up_to_whole_vectors():
    assert LANES == OF_A_VECTOR
    settings = Settings().changed({"batch_size": 10})
    assert work_of(settings, 25, an_experiment(epochs=3)).samples == 3 * (16 + 16 + 16)
    assert work_of(settings.changed({"batch_size": 5000}), 25, an_experiment(epochs=3)).samples == 3 * 32


@pytest.mark.parametrize("name", MEASURED)
def test_before_it_runs_an_experiment_of_any_kind_is_told_within_a_factor_of_three(name):
    """Each of its trainings too, but for those that stop themselves: nobody knows when, so they are told as longer."""
    group = MEASURED[name]
    assert sum(taken(group)) / 3 < sum(told(group)) < sum(taken(group)) * 3
    for estimated, measured in zip(told(group), taken(group), strict=True):
        assert measured / 3 < estimated and (estimated < measured * 3 or stops_itself(group))


@pytest.mark.parametrize("name", MEASURED)
def test_after_its_first_bundle_what_is_left_is_told_within_a_factor_of_two(name):
    group = MEASURED[name]
    pace, seconds = Pace(FakePlan(group)), taken(group)
    everything = list(range(len(seconds))) * SEEDS
    so_far = list(accumulate(pace.seconds_at(index) for index in everything))
    bundle = everything[: 1 + sum(each < LEAST for each in so_far)]
    pace.learn(bundle, [seconds[index] for index in bundle])
    left = everything[len(bundle) :]
    actual = sum(seconds[index] for index in left)
    assert actual / 2 <= sum(map(pace.seconds_at, left)) <= actual * 2
