"""Gradient noise is what single samples' gradients say it is, and falls as batches grow."""

from dataclasses import replace

import numpy as np
import pytest

from glassbox.engine.choices import Activation, Loss, OutputActivation
from glassbox.engine.data_choices import Dataset
from glassbox.engine.features import compute_features
from glassbox.engine.generators import generate
from glassbox.engine.gradient_noise import gradient_noise
from glassbox.engine.network import Architecture
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData
from tests import reference
from tests.engine.networks import recipe_of

SAMPLES = 60


def network(batch_size, seed=3, **changes):
    points = generate(Dataset.CIRCLE, samples=SAMPLES, noise=0.5, label_noise=0.1, seed=5)
    x, t = compute_features(points.x, ()), points.target
    shape = Architecture((2, 4, 1), (Activation.TANH,), OutputActivation.SIGMOID)
    recipe = recipe_of(shape, Loss.CROSS_ENTROPY, batch_size=batch_size, seed=seed, **changes)
    return recipe, Trainer(recipe, TrainingData(x, t, x, t)).state(), x, t


def singles(recipe, state, x, t):
    """The slow twin's gradient of each sample: [samples, parameters]."""
    each = [
        reference.gradients(recipe.architecture, recipe.loss, state.parameters, x[:, at : at + 1], t[at : at + 1])
        for at in range(SAMPLES)
    ]
    return np.array(each)


def test_of_batches_of_one_it_is_the_spread_of_single_samples():
    recipe, state, x, t = network(1)
    gradients = singles(recipe, state, x, t)
    spread = np.sqrt(((gradients - gradients.mean(axis=0)) ** 2).sum(axis=1).mean())
    assert gradient_noise(recipe, state, x, t) == pytest.approx(spread, rel=1e-4)


@pytest.mark.parametrize("size", [2, 5, 12, 30])
def test_over_many_shuffles_it_is_what_drawing_without_replacement_makes_of_it(size):
    recipe, state, x, t = network(size)
    gradients = singles(recipe, state, x, t)
    spread = ((gradients - gradients.mean(axis=0)) ** 2).sum() / (SAMPLES - 1)
    squares = [gradient_noise(replace(recipe, seed=seed), state, x, t) ** 2 for seed in range(300)]
    assert np.mean(squares) == pytest.approx(spread * (1 - size / SAMPLES) / size, rel=0.15)


def test_all_samples_at_once_have_none():
    for size in (SAMPLES, 1000):
        assert gradient_noise(*network(size)) == pytest.approx(0, abs=1e-7)


def test_what_training_adds_is_no_part_of_it():
    plain = gradient_noise(*network(5))
    assert gradient_noise(*network(5, input_noise=0.5, dropout=(0.5,), clip_norm=0.01)) == pytest.approx(plain)
