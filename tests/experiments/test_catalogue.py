"""All that the place Experiments offers, as bytes."""

import msgspec

from glassbox.experiments.answers import Catalogue
from glassbox.experiments.catalogue import catalogue


def test_it_has_questions_axes_measures_and_limits():
    told = msgspec.json.decode(catalogue(), type=Catalogue)
    assert {axis.name for axis in told.axes} >= {"width", "learning_rate", "optimizer", "epochs"}
    assert {measure.name for measure in told.measures} >= {"test_loss", "test_mse", "test_error"}
    assert told.questions and told.limits.trials == 10_000
    optimizer = next(axis for axis in told.axes if axis.name == "optimizer")
    assert optimizer.scale == "choice" and ("adam", "Adam") in [(each.value, each.label) for each in optimizer.choices]


def test_it_is_made_once():
    assert catalogue() is catalogue()
