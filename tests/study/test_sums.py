"""Where sums fall, against the slow twin's forward pass and a count by hand."""

import numpy as np
import pytest

from glassbox.engine.choices import Activation
from glassbox.protocol.refusals import Refusal
from glassbox.run.answers import take_snapshot
from glassbox.study.activations import REACH
from glassbox.study.diagnostics.checkup import Checkup
from glassbox.study.sums import BINS, flow_of, sums
from tests import reference
from tests.run.tools import run_of, tell, train_epochs

KINDS = [
    {"hidden": [{"units": 5}, {"units": 3, "activation": "relu"}]},
    {"dataset": "blobs", "hidden": [{"units": 4}], "activation": "gelu"},
    {"dataset": "plane", "hidden": []},
    {"normalization": "batch"},
    {"normalization": "layer", "loss": "squared_error"},
    {"loss": "hinge", "features": ["x1", "x2_squared", "sin_x1"]},
]


def twin(run):
    """The sums of each layer, as the reference has them."""
    trainer, data = run.trainer, run.data_split.data
    found, _ = reference.forward(trainer.recipe.architecture, trainer.parameters, data.x_train, trainer.statistics)
    return found


@pytest.mark.parametrize("settings", KINDS, ids=str)
def test_sums_are_the_twins(settings):
    run = run_of(**settings)
    train_epochs(run, 3)
    snapshot = take_snapshot(run)
    for found, expected in zip(flow_of(snapshot, run.data_split.data.x_train), twin(run), strict=True):
        np.testing.assert_allclose(found.given, expected, rtol=1e-4, atol=1e-4)


def test_counts_shares_and_names():
    run = run_of(hidden=[{"units": 5}, {"units": 3, "activation": "relu"}], gain=6.0)
    answer = sums(take_snapshot(run))
    assert [layer.activation for layer in answer.layers] == ["tanh", "relu", "sigmoid"]
    for layer, z in zip(answer.layers, twin(run), strict=True):
        assert layer.total == z.size == sum(layer.counts) + layer.below + layer.above
        assert layer.below == (z < -REACH).sum() and layer.above == (z > REACH).sum()
        edges = np.linspace(-REACH, REACH, BINS + 1)
        assert np.abs(np.histogram(z, edges)[0] - layer.counts).sum() <= 2  # at an edge, rounding decides
    flat = (1 - np.tanh(twin(run)[0]) ** 2 < 0.05).mean()
    assert answer.layers[0].flat == pytest.approx(flat, abs=0.005) and flat > 0.2


@pytest.mark.parametrize("activation", list(Activation))
def test_the_same_share_is_flat_here_as_in_the_diagnosis(activation):
    snapshot = take_snapshot(run_of(hidden=[{"units": 5}], activation=activation.value, gain=6.0, samples=200))
    layer = Checkup(snapshot).layers[0]
    assert sums(snapshot).layers[0].flat == layer.flat_share
    assert (layer.flat_share > 0.02) is activation.has_flat_parts


def test_a_softmax_has_no_single_curve():
    last = sums(take_snapshot(run_of(dataset="blobs"))).layers[-1]
    assert last.activation is None and last.flat is None


def test_weights_that_ran_away_are_refused_in_one_sentence():
    run = run_of(dataset="plane", learning_rate=10.0, hidden=[], loss="squared_error")
    train_epochs(run, 1)
    run.trainer.parameters[0] = np.nan
    with pytest.raises(Refusal, match="run away"):
        sums(take_snapshot(run))
    tell(run, "reset")
    assert sums(take_snapshot(run)).layers
