"""What is measured of a training at one moment."""

import pytest

from glassbox.engine.choices import Problem
from glassbox.engine.evaluation import Evaluation, Metrics
from glassbox.experiments.measures import MEASURES, Seen, check
from glassbox.protocol.refusals import Refusal
from glassbox.settings import Settings

CLASSES = Evaluation(Metrics(0.3, 0.9, None, None), Metrics(0.4, 0.75, None, None), 0.0)
NUMBERS = Evaluation(Metrics(0.3, None, 0.5, 0.1), Metrics(0.4, None, 2.0, 0.2), 0.0)


def measured(evaluation):
    seen = Seen(evaluation, epochs=7, best_loss=0.2, best_epoch=3, goal_epoch=None, study=len)
    return {name: measure.of(seen) for name, measure in MEASURES.items()}


def test_of_classes():
    told = measured(CLASSES)
    assert (told["train_error"], told["test_error"]) == (pytest.approx(0.1), 0.25)
    assert told["test_mse"] is told["goal_epoch"] is None
    assert (told["best_test_loss"], told["best_epoch"], told["stopped_epoch"]) == (0.2, 3, 7)


def test_of_numbers():
    told = measured(NUMBERS)
    assert (told["train_mse"], told["test_mse"], told["test_error"]) == (0.25, 4.0, None)


def test_what_does_not_fit_is_refused():
    for names, problem in [(("test_mse",), Problem.BINARY), (("test_loss", "test_loss"), Problem.BINARY)]:
        with pytest.raises(Refusal):
            check(names, problem, Settings())
    check(("test_mse", "goal_epoch"), Problem.REGRESSION, Settings().changed({"goal": "test_loss"}))


def test_what_looks_into_a_network_is_asked_by_its_name():
    assert measured(CLASSES)["regions"] == len("regions")


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [
        ("regions", {"activation": "tanh"}, {"activation": "relu"}),
        ("regions", {"activation": "relu", "normalization": "layer"}, {"activation": "relu", "normalization": "batch"}),
        ("regions", {"activation": "relu", "dataset": "ball"}, {"activation": "leaky_relu"}),
        ("lambda_max", {"normalization": "batch"}, {"activation": "relu"}),
        ("lambda_max", {"activation": "step"}, {}),
    ],
)
def test_a_network_that_has_no_such_thing_is_refused(name, wrong, right):
    with pytest.raises(Refusal, match="“"):
        check((name,), Problem.BINARY, Settings().changed(wrong))
    check((name,), Problem.BINARY, Settings().changed(right))
