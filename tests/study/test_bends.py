"""Tests that what is told of curvature and pieces is the engine's, with the reason where there is none."""

import numpy as np
import pytest

from glassbox.engine.curvature import largest_curvature
from glassbox.engine.stability import critical_rates
from glassbox.protocol.refusals import Refusal
from glassbox.run.answers import answer as of_run
from glassbox.study import bends_words as words
from glassbox.study.bends import FEWEST_SAMPLES, bends
from tests.run.tools import run_of, train_epochs


def told(epochs=2, **settings):
    run = run_of(**dict(samples=60) | settings)
    train_epochs(run, epochs)
    snapshot = of_run(run, "snapshot", {})
    return snapshot, bends(snapshot)


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "nesterov"])
def test_the_edge_is_that_of_the_largest_curvature(optimizer):
    snapshot, answer = told(optimizer=optimizer, momentum=0.5, hidden=[{"units": 5}])
    data = snapshot.data_split.data
    steepness = largest_curvature(snapshot.recipe, snapshot.state.parameters, data.x_train, data.t_train).value
    assert answer.steepness.value == steepness and answer.steepness.is_exact
    assert answer.steepness.edge == critical_rates(steepness, 0.5)[snapshot.recipe.optimizer]
    assert answer.steepness.rate == snapshot.settings.learning_rate
    assert (answer.samples, answer.training, answer.epochs) == (30, 30, 2.0)


def test_adaptive_optimizers_have_no_edge():
    _, answer = told(optimizer="adam")
    assert answer.steepness.value > 0 and answer.steepness.edge is None and answer.steepness.is_adaptive


def test_the_rate_is_the_schedules_of_that_moment():
    _, answer = told(schedule="step", schedule_epochs=1, schedule_factor=0.5, learning_rate=0.04)
    assert answer.steepness.rate == pytest.approx(0.01)


def test_of_a_large_network_the_first_samples_are_looked_at():
    _, answer = told(0, samples=500, training_share=80, hidden=[{"units": 128}] * 8)
    assert FEWEST_SAMPLES <= answer.samples == 50_000_000 // (128 * 3 + 7 * 128 * 129 + 129) or answer.samples == 400


@pytest.mark.parametrize(
    ("settings", "why"),
    [(dict(normalization="batch"), words.NORMALIZED), (dict(activation="step"), words.STEPS)],
)
def test_where_there_is_no_curvature_it_says_why(settings, why):
    _, answer = told(**settings)
    assert answer.steepness is None and answer.no_steepness == why


@pytest.mark.parametrize(
    ("settings", "why"),
    [(dict(activation="tanh"), words.CURVED), (dict(activation="relu", normalization="layer"), words.LAYER_NORM)],
)
def test_a_network_that_is_not_made_of_pieces_says_why(settings, why):
    _, answer = told(**settings)
    assert answer.pieces is None and answer.no_pieces == why


def test_along_one_input_the_pieces_are_exact():
    snapshot, answer = told(dataset="sine", activation="relu", hidden=[{"units": 6}])
    weights, biases = np.split(snapshot.state.parameters[:12].astype(np.float64), 2)
    kinks = -biases[weights != 0] / weights[weights != 0]
    assert answer.pieces.count == np.count_nonzero(np.abs(kinks) < 6) + 1
    assert (answer.pieces.dimensions, answer.pieces.most) == (1, 7)


def test_on_the_plane_they_are_met_by_a_grid_within_the_bound():
    _, answer = told(activation="relu", hidden=[{"units": 3}])
    assert answer.pieces.dimensions == 2 and 1 < answer.pieces.count <= answer.pieces.most == 7


def test_through_features_that_bend_there_is_no_bound():
    _, plane = told(activation="relu", features=["x1", "x2", "x1_squared"])
    _, line = told(dataset="sine", activation="relu", features=["x1", "sin_x1"])
    assert plane.pieces.most is None and line.pieces.most is None
    assert line.pieces.dimensions == 1


@pytest.mark.parametrize("dataset", ["ball", "digits"])
def test_data_of_more_inputs_are_looked_at_on_a_plane(dataset):
    _, answer = told(dataset=dataset, activation="relu", hidden=[{"units": 4}])
    assert answer.pieces.dimensions == 2 and answer.pieces.count <= answer.pieces.most


def test_weights_that_ran_away_are_refused():
    run = run_of(samples=60)
    run.trainer.parameters[0] = np.nan
    with pytest.raises(Refusal, match="run away"):
        bends(of_run(run, "snapshot", {}))
