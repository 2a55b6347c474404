"""Tests that gradients and Hessian–vector products are those of the twin, and that training explodes at the edge."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from glassbox.engine.choices import (
    Activation,
    Initialization,
    Loss,
    Normalization,
    Optimizer,
    OutputActivation,
    Penalty,
)
from glassbox.engine.curvature import LossCurvature, has_curvature, largest_curvature
from glassbox.engine.data_choices import Dataset
from glassbox.engine.features import compute_features
from glassbox.engine.full_batch import FullBatch
from glassbox.engine.generators import generate
from glassbox.engine.network import Architecture
from glassbox.engine.stability import critical_rates
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData
from tests.engine.networks import cases, recipe_of

STEP = 1e-5
TRUE_SLOPES = st.sampled_from([activation for activation in Activation if not activation.straight_through])


def curvature_of(case, **changes):
    recipe = recipe_of(case.architecture, case.loss, huber_delta=case.delta, **changes)
    return recipe, LossCurvature(recipe, case.parameters, case.x, case.t)


@settings(max_examples=25)
@given(cases(np.float32, deepest=3, samples=st.integers(1, 40), activations=TRUE_SLOPES, widths=st.integers(1, 6)))
def test_the_gradient_is_the_one_that_kernels_train_by(case):
    recipe, curvature = curvature_of(case)
    state = Trainer(recipe, TrainingData(case.x, case.t, case.x, case.t)).state()
    found = FullBatch(recipe, case.x, case.t).gradients(state._replace(parameters=case.parameters))
    scale = max(np.abs(curvature.gradient).max(), 1e-3)
    np.testing.assert_allclose(curvature.gradient, found, atol=2e-4 * scale)


@settings(max_examples=25)
@given(
    cases(np.float64, deepest=3, samples=st.integers(1, 30), activations=TRUE_SLOPES, widths=st.integers(1, 5)),
    st.sampled_from([(Penalty.NONE, 2.0), (Penalty.L1, 2.0), (Penalty.L2, 2.0), (Penalty.LP, 3.0)]),
)
def test_products_are_differences_of_gradients(case, penalty):
    """Between which no kink may lie: there gradients jump, and the R-operator does not."""
    kind, power = penalty
    changes = {"penalty": kind, "penalty_rate": 0.1, "penalty_power": power}
    recipe, curvature = curvature_of(case, **changes)
    direction = np.random.default_rng(0).normal(size=curvature.size)
    direction /= np.linalg.norm(direction)
    ends = [LossCurvature(recipe, case.parameters + way * STEP * direction, case.x, case.t) for way in (1, -1)]
    assume(all(_same_kinks(curvature, end) for end in ends))
    measured = (ends[0].gradient - ends[1].gradient) / (2 * STEP)
    scale = max(np.abs(measured).max(), 1.0)
    np.testing.assert_allclose(curvature.times(direction), measured, atol=1e-5 * scale)


def _same_kinks(one, other):
    """Of all activations with kinks and of the loss: their slopes have not jumped."""
    pairs = zip(one._layers, other._layers, strict=True)
    return all(np.abs(a.slopes - b.slopes).max() < 0.005 for a, b in pairs) and (
        np.abs(one._layers[-1].upstream - other._layers[-1].upstream).max() < 0.01 * one._share
    )


@pytest.mark.parametrize("hidden", [(), (6,), (40, 40)])
def test_the_largest_curvature_is_that_of_the_whole_hessian(hidden):
    recipe, x, t = plane(hidden)
    parameters = Trainer(recipe, TrainingData(x, t, x, t)).parameters
    curvature = LossCurvature(recipe, parameters, x, t)
    hessian = np.array([curvature.times(unit) for unit in np.eye(curvature.size)])
    np.testing.assert_allclose(hessian, hessian.T, atol=1e-10)
    found = largest_curvature(recipe, parameters, x, t)
    assert found.value == pytest.approx(np.linalg.eigvalsh(hessian)[-1], rel=1e-4)
    assert found.is_exact == (curvature.size <= 100)


def plane(hidden=(), seed=1, **changes):
    """The recipe "the edge": the plane's numbers, all 250 points at once."""
    points = generate(Dataset.PLANE, samples=500, noise=0.0, label_noise=0.1, seed=seed)
    x = np.ascontiguousarray(compute_features(points.x, ())[:, :250])
    shape = Architecture((2, *hidden, 1), (Activation.TANH,) * len(hidden), OutputActivation.IDENTITY)
    recipe = recipe_of(shape, Loss.SQUARED_ERROR, batch_size=250, initialization=Initialization.XAVIER_UNIFORM)
    return replace(recipe, **changes), x, points.target[:250].copy()


def test_of_a_linear_neuron_it_is_that_of_its_inputs():
    """Half the mean square: the Hessian is the mean of [x; 1] [x; 1]ᵀ, whatever the weights."""
    recipe, x, t = plane()
    known = np.vstack([x.astype(np.float64), np.ones(250)])
    found = largest_curvature(recipe, np.zeros(3, np.float32), x, t)
    assert found.is_exact
    assert found.value == pytest.approx(np.linalg.eigvalsh(known @ known.T / 250)[-1], rel=1e-12)
    assert 2 / found.value == pytest.approx(0.16, abs=0.02)  # the recipe: .1516 to .1712, by seed


@pytest.mark.parametrize("seed", [901, 902])
@pytest.mark.parametrize(
    ("optimizer", "momentum"),
    [(Optimizer.SGD, 0.0), (Optimizer.MOMENTUM, 0.5), (Optimizer.MOMENTUM, 0.9),
     (Optimizer.NESTEROV, 0.5), (Optimizer.NESTEROV, 0.9)],
)  # fmt: skip
def test_the_loss_falls_below_the_edge_and_explodes_above(optimizer, momentum, seed):
    """2/λ for SGD, 2 (1 + μ)/λ for momentum, 2 (1 + μ)/(λ (1 + 2μ)) for Nesterov: the recipe "the edge"."""
    recipe, x, t = plane(seed=seed, optimizer=optimizer, momentum=momentum)
    steepness = largest_curvature(recipe, np.zeros(3, np.float32), x, t).value
    edge = critical_rates(steepness, momentum)[optimizer]
    assert losses_at(replace(recipe, learning_rate=0.995 * edge), x, t) < 0.02
    assert losses_at(replace(recipe, learning_rate=1.02 * edge), x, t) > 1e6


def losses_at(recipe, x, t):
    """After 2000 steps, as a share of the loss before the first."""
    trainer = Trainer(recipe, TrainingData(x, t, x, t))
    before = trainer.evaluate().train.loss
    trainer.run(2000)
    after = trainer.evaluate().train.loss
    return after / before if np.isfinite(after) else np.inf


def test_normalized_networks_and_steps_have_none():
    plain, _, _ = plane((3,))
    for changed in ({"normalizations": (Normalization.LAYER,)}, {"activations": (Activation.STEP,)}):
        recipe = replace(plain, architecture=replace(plain.architecture, **changed))
        assert has_curvature(plain) and not has_curvature(recipe)
        with pytest.raises(ValueError, match="without normalization"):
            LossCurvature(recipe, np.zeros(recipe.architecture.layout.size, np.float32), *plane()[1:])


def test_it_can_be_given_up():
    class GivenUp(Exception):
        pass

    def still_wanted():
        raise GivenUp

    recipe, x, t = plane((3,))
    with pytest.raises(GivenUp):
        largest_curvature(recipe, np.zeros(recipe.architecture.layout.size, np.float32), x, t, still_wanted)
