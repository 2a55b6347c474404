"""Tests that the output layer in closed form is the best one, which no training of it alone can better."""

from dataclasses import replace

import numpy as np
import pytest

from glassbox.engine.choices import Activation, Loss, Normalization, Optimizer, OutputActivation, Penalty
from glassbox.engine.data_choices import Dataset
from glassbox.engine.features import compute_features
from glassbox.engine.full_batch import FullBatch
from glassbox.engine.generators import generate
from glassbox.engine.last_layer import can_be_solved, solve_last_layer, with_last_layer
from glassbox.engine.network import Architecture
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData
from tests.engine.networks import recipe_of


def hills(hidden, samples=60, kinds=(), **changes):
    """A network before numbers over the plane; its trainer."""
    points = generate(Dataset.MULTI_GAUSS, samples=samples, noise=0.0, label_noise=0.2, seed=5)
    x = compute_features(points.x, ())
    shape = Architecture((2, *hidden, 1), (Activation.RELU,) * len(hidden), OutputActivation.IDENTITY, kinds)
    recipe = recipe_of(shape, Loss.SQUARED_ERROR, **changes)
    return Trainer(recipe, TrainingData(x, points.target, x, points.target)), x, points.target


def solved(trainer, x, t, ridge=None):
    layer = solve_last_layer(trainer.recipe, trainer.state(), x, t, ridge)
    return layer, trainer.state()._replace(parameters=with_last_layer(trainer.recipe, trainer.parameters, layer))


@pytest.mark.parametrize("hidden", [(), (6,), (8, 5)])
def test_only_the_output_changes_and_its_gradient_is_gone(hidden):
    trainer, x, t = hills(hidden)
    _, state = solved(trainer, x, t)
    layout = trainer.recipe.architecture.layout
    start = layout.starts[-2]
    np.testing.assert_array_equal(state.parameters[:start], trainer.parameters[:start])
    gradient = FullBatch(trainer.recipe, x, t).gradients(state)
    np.testing.assert_allclose(gradient[start:], 0, atol=1e-5)


def test_training_the_output_alone_comes_to_the_same_loss_and_never_below():
    trainer, x, t = hills((6,), batch_size=60, optimizer=Optimizer.MOMENTUM, learning_rate=0.02)
    layer, state = solved(trainer, x, t)
    best = FullBatch(trainer.recipe, x, t).loss(state)
    trainer.hold(np.arange(trainer.recipe.architecture.layout.starts[-2]))
    trainer.run(20_000)
    trained = trainer.evaluate().train.loss
    assert best <= trained * (1 + 1e-5)
    assert trained == pytest.approx(best, rel=0.02)
    assert layer.bias == pytest.approx(float(trainer.parameters[-1]), abs=0.05)


@pytest.mark.parametrize("rate", [0.01, 0.3])
def test_with_an_l2_penalty_it_is_the_best_of_loss_and_penalty(rate):
    trainer, x, t = hills((6,), penalty=Penalty.L2, penalty_rate=rate)
    layer, state = solved(trainer, x, t)
    gradient = FullBatch(trainer.recipe, x, t).gradients(state)
    at = trainer.recipe.architecture.layout
    np.testing.assert_allclose(gradient[at.weights(2)] + rate * layer.weights, 0, atol=1e-5)
    np.testing.assert_allclose(gradient[at.bias(2)], 0, atol=1e-5)


def test_more_units_than_points_go_through_all_of_them_with_the_shortest_weights():
    trainer, x, t = hills((128,), samples=30)
    layer, state = solved(trainer, x, t)
    assert FullBatch(trainer.recipe, x, t).loss(state) < 1e-8
    longer = solved(trainer, x, t, ridge=1e-3)[0]
    assert np.linalg.norm(longer.weights) < np.linalg.norm(layer.weights)


def test_batch_normalized_layers_are_taken_as_they_evaluate():
    trainer, x, t = hills((6,), kinds=(Normalization.BATCH,))
    trainer.run(50)
    _, state = solved(trainer, x, t)
    best, batch = FullBatch(trainer.recipe, x, t).loss(state), FullBatch(trainer.recipe, x, t)
    for at in range(trainer.recipe.architecture.layout.starts[-2], state.parameters.size):
        for move in (-0.05, 0.05):
            moved = state.parameters.copy()
            moved[at] += move
            assert batch.loss(state._replace(parameters=moved)) >= best


def test_other_losses_outputs_and_penalties_have_no_closed_form():
    trainer, x, t = hills((3,))
    plain = trainer.recipe
    assert can_be_solved(plain) and can_be_solved(replace(plain, penalty=Penalty.L2))
    tanh = replace(plain.architecture, output=OutputActivation.TANH)
    for changed in ({"loss": Loss.HUBER}, {"penalty": Penalty.L1}, {"architecture": tanh}):
        other = replace(plain, **changed)
        assert not can_be_solved(other)
        with pytest.raises(ValueError, match="Expected squared error"):
            solve_last_layer(other, trainer.state(), x, t)


def test_what_is_cut_off_weighs_nothing_and_the_rest_is_the_best_without_it():
    trainer, x, t = hills((6,))
    cut = np.array([False, True, False, False, True, False])
    layer = solve_last_layer(trainer.recipe, trainer.state(), x, t, cut=cut)
    assert np.flatnonzero(layer.weights == 0).tolist() == [1, 4]
    state = trainer.state()._replace(parameters=with_last_layer(trainer.recipe, trainer.parameters, layer))
    gradient = FullBatch(trainer.recipe, x, t).gradients(state)[trainer.recipe.architecture.layout.weights(2)]
    np.testing.assert_allclose(gradient[~cut], 0, atol=1e-5)
