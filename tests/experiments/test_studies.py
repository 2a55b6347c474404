"""Measures that look into a network: held against networks of which one knows them."""

import numpy as np
import pytest

from glassbox.engine.trainer import Trainer
from glassbox.experiments.studies import study
from glassbox.run.build import recipe, split_data
from glassbox.settings import Settings


def studied(name, parameters=None, **changes):
    settings = Settings().changed({"samples": 20, "activation": "relu", "hidden": ({"units": 2},), **changes})
    split = split_data(settings)
    trainer = Trainer(recipe(settings, split.points), split.data)
    if parameters is not None:
        trainer.parameters[:] = parameters
    return study(name, settings, trainer, split.data)


def test_two_kinks_that_cross_make_four_regions_of_the_plane():
    assert studied("regions", [1, 0, 0, 1, 0, 0, 1, 1, 0]) == 4


def test_two_kinks_make_three_pieces_of_a_line():
    assert studied("regions", [1, 1, 1, -1, 1, 1, 0], dataset="sine", features=("x1",)) == 3


def test_a_linear_neuron_bends_as_its_inputs_say():
    changes = {"dataset": "plane", "hidden": (), "loss": "squared_error"}
    x = split_data(Settings().changed({"samples": 20, **changes})).data.x_train.astype(float)
    with_bias = np.vstack([x, np.ones(x.shape[1])])
    largest = np.linalg.eigvalsh(with_bias @ with_bias.T / x.shape[1])[-1]
    assert studied("lambda_max", **changes) == pytest.approx(largest, rel=1e-5)


def test_without_weights_no_gradient_comes_through():
    assert studied("first_gradient", initialization="zeros") == 0
    assert studied("first_gradient", initialization="he") > 0


def test_one_hidden_layer_has_no_next_one():
    assert studied("signal_ratio") is None
    assert studied("signal_ratio", hidden=({"units": 30}, {"units": 30}), initialization="he") > 0.3


def test_the_last_layers_signal_is_that_before_the_output():
    assert studied("last_signal", initialization="zeros") == 0
    x = split_data(Settings().changed({"samples": 20})).data.x_train
    passed = studied("last_signal", [1, 0, 0, 1, 0, 0, 1, 1, 0])
    assert passed == pytest.approx(np.sqrt((np.maximum(x, 0) ** 2).mean()), rel=1e-5)
    assert studied("last_signal", hidden=()) is None


def test_a_batch_of_all_points_has_no_noise():
    assert studied("gradient_noise", batch_size=5) > 0.01
    assert studied("gradient_noise", batch_size=20) == pytest.approx(0, abs=1e-6)
